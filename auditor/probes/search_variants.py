"""Probe search_variants: what the shop's search makes of a typing error, of a question and of a word half typed."""

from __future__ import annotations

import re
import time
from collections import Counter
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from playwright.async_api import Error

from auditor.browser.tab import Gone, Tab
from auditor.facts.cards import title_similarity
from auditor.facts.page import PageFacts
from auditor.facts.patterns import addressed
from auditor.journey.walker import Walker
from auditor.lexicon import normalise
from auditor.model.journey import StepOutcome
from auditor.model.stage import Stage
from auditor.observe import Control
from auditor.probes.side_tab import side_tab
from auditor.words.message import say

_QUERY = re.compile(r"“(.+?)”")
_NO_LETTERS = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # scripts of syllables, or without spaces
_SAME = 0.6
_LONG = 6  # letters of a word in which one may be missing
_TYPED = 4  # letters after which suggestions are looked for
_PATIENCE = 2.0
_LIKELY = 0.5
_MOST = 5
_HELP = ("returns", "delivery_info", "faq")
_ELSEWHERE = {"header", "nav", "footer"}
_NEAR = 900  # CSS pixels below a search field in which suggestions stand


async def probe_search_variants(walker: Walker, facts: PageFacts) -> tuple[Any, PageFacts]:
    """Repeat the shopper's search with other words, by its address, in a tab beside the journey."""
    if walker.tab.device.mobile:
        return say("One search serves all devices; it is tried on desktop."), facts
    step = next((s for s in walker.steps if s.stage is Stage.SEARCH and s.outcome is StepOutcome.REACHED), None)
    match = _QUERY.search(step.action) if step else None
    if step is None or match is None:
        return say("The shop has no search that led to results."), facts
    query = match.group(1)
    title = facts.buy_box.title or query
    found: dict[str, Any] = {"query": query, "url": step.url, "title": title}
    usual: Counter[str] = Counter()
    async with side_tab(walker) as tab:
        typo = misspelt(query)
        address = with_query(step.url, query, typo)
        seen = await _open(tab, address or step.url)
        if seen is not None:
            usual = Counter(link for link in _help_links(seen, step.url) if link != seen.url)  # what stands beside any results is no answer
        if typo and address:
            found["typo"] = _typo(typo, seen, facts.url, title, query) if seen else None
        question = next(iter(facts.lexicon.phrases("returns")), "")
        address = with_query(step.url, query, question)
        seen = await _open(tab, address) if address else None
        if seen is not None:
            found["help"] = {
                "query": question,
                "url": seen.url,
                "status": seen.status,
                "links": list(dict.fromkeys((Counter(_help_links(seen, step.url)) - usual).elements()))[:_MOST],
            }
        if seen is not None or await _open(tab, step.url) is not None:
            found["suggestions"] = await _suggestions(tab, query)
    return found, facts


def misspelt(query: str) -> str:
    """Return the query with the third letter of its longest word missing, "" if no word is long enough."""
    longest = max(query.split(), key=len, default="")
    if len(longest) < _LONG or not longest.isalpha() or _NO_LETTERS.search(longest):
        return ""
    return query.replace(longest, longest[:2] + longest[3:], 1)


def with_query(url: str, query: str, other: str) -> str:
    """Return the address of results with another query in it, "" if the query does not stand in the address."""
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    if any(normalise(value) == normalise(query) for _, value in pairs):
        changed = [(name, other if normalise(value) == normalise(query) else value) for name, value in pairs]
        return urlunsplit(parts._replace(query=urlencode(changed)))
    segments = parts.path.split("/")
    if any(normalise(unquote(s)) == normalise(query) for s in segments):
        changed_path = "/".join(quote(other) if normalise(unquote(s)) == normalise(query) else s for s in segments)
        return urlunsplit(parts._replace(path=changed_path))
    return ""


async def _open(tab: Tab, url: str) -> PageFacts | None:
    landing = await tab.goto(url)
    return None if landing.error else await tab.look()


def _typo(typo: str, seen: PageFacts, product: str, title: str, query: str) -> dict[str, Any]:
    names = [card.title for card in seen.cards]
    links = [c for c in seen.observation.visible if c.href]
    itself = title_similarity(title, seen.buy_box.title) >= _SAME and seen.buy_box.button is not None
    return {
        "query": typo,
        "url": seen.url,
        "status": seen.status,
        "found": itself or any(c.href == product for c in links) or any(title_similarity(title, name) >= _SAME for name in names),
        "products": len(names),
        "says_nothing_found": seen.says("no_results"),
        "corrected": any(normalise(query) in normalise(c.label_text) and c.href != product for c in links),
    }


def _help_links(seen: PageFacts, results: str) -> list[str]:
    """The links to pages of help in the main part; the page itself where the search led straight to one."""
    if urlsplit(seen.url).path != urlsplit(results).path:
        return [seen.url]
    here = urlsplit(seen.url).path
    links = [c for c in seen.observation.visible if c.href and c.landmark not in _ELSEWHERE and not c.raw_href.startswith("#")]
    main = [c for c in links if urlsplit(c.href).path != here]
    return [c.href for c in main if any(seen.lexicon.has(h, *c.words) for h in _HELP) or addressed("service", c.href)]


async def _suggestions(tab: Tab, query: str) -> dict[str, Any] | str:
    """Type the beginning of the query's longest word and see what comes up; returns a sentence if it could not be typed."""
    seen = await tab.look()
    field = next((c.control for c in seen.search_fields if c.p >= _LIKELY and c.control.visible and not c.control.covered), None)
    if field is None:
        return say("The results show no search field to type into.")
    word = max(query.split(), key=len)[:_TYPED]
    before = Counter((c.label_text, c.href) for c in _near(seen, field))
    known = {t.text for t in seen.observation.texts}
    started = time.monotonic()
    try:
        await tab.type(seen.observation, field, word, slowly=True)
        after, _ = await tab.until(lambda f: bool(_fresh(f, field, before)), _PATIENCE)
    except (Error, Gone):
        return say("Nothing could be typed into the search field.")
    fresh = _fresh(after, field, before)
    texts = [t for t in after.observation.texts if t.text not in known and 0 <= t.box.y - field.box.y <= _NEAR and t.control < 0]
    return {
        "typed": word,
        "shown": len(fresh),
        "texts": len(texts),
        "fitting": sum(normalise(word) in normalise(c.label_text) for c in fresh),
        "reachable": any(c.href or c.tag == "button" or c.role == "option" for c in fresh),
        "seconds": round(time.monotonic() - started, 2),
        "url": after.url,
    }


def _near(facts: PageFacts, field: Control) -> list[Control]:
    """What can be pressed beside or below the field."""
    return [c for c in facts.observation.visible if c.is_button and -20 <= c.box.y - field.box.y <= _NEAR and c.label_text]


def _fresh(facts: PageFacts, field: Control, before: Counter[tuple[str, str]]) -> list[Control]:
    """What can be pressed near the field and could not before; the same thing twice counts once more."""
    left = before.copy()
    fresh = []
    for control in _near(facts, field):
        key = (control.label_text, control.href)
        if left[key] > 0:
            left[key] -= 1
        else:
            fresh.append(control)
    return fresh

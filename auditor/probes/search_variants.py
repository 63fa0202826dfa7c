"""Probe search_variants: what the shop's search makes of a typing error, of a question and of a word half typed."""

from __future__ import annotations

import asyncio
import re
import time
from collections import Counter
from contextlib import suppress
from functools import reduce
from operator import and_
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Error

from auditor.browser.tab import Gone, Tab
from auditor.facts.page import PageFacts
from auditor.facts.patterns import addressed
from auditor.facts.search_answer import says_nothing_found, usual_texts
from auditor.journey.veto import veto
from auditor.journey.walker import Walker
from auditor.lexicon import normalise
from auditor.model.journey import StepOutcome
from auditor.model.stage import Stage
from auditor.observe import Control
from auditor.probes.search_no_results import NONSENSE
from auditor.probes.side_tab import side_tab
from auditor.probes.typing_error import Search, longest_word, misspelt, with_longer_name, with_typo
from auditor.words.message import say

_QUERY = re.compile(r"“(.+?)”")
_TYPED = 4  # letters after which suggestions are looked for
_PATIENCE = 2.0
_SUGGESTING = 10.0  # seconds
_LIKELY = 0.5
_MOST = 5
_HELP = ("returns", "delivery_info", "faq")
_ELSEWHERE = {"header", "nav", "footer"}
_NEAR = 900  # CSS pixels below a search field in which suggestions stand
_FIELDS, _OPENERS = 3, 2  # at most typed into, and pressed for one field
_OPENING = 1.0  # seconds
_STEM = 5  # letters of a word that stay whatever its ending: "returns", "Returning an item"

_Place = tuple[str, str, str]


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
    question = next(iter(facts.lexicon.phrases("returns")), "")
    usual: Counter[str] = Counter()
    async with side_tab(walker) as tab:
        search = Search(tab, step.url, query, facts, title)
        nothing = await search.ask(NONSENSE)
        tried = search if misspelt(query) else await with_longer_name(search, (card for page in walker.seen for card in page.cards))
        answers: list[PageFacts] = []
        if tried is not None and tried.address(tried.query):
            typo, answers = await with_typo(tried, nothing)
            if typo is not None and (tried is search or not typo.get("unsure")):
                found["typo"] = typo if tried is search else {**typo, "title": tried.title}
        if tried is not search or not answers:
            seen = await search.open(step.url)
            answers += [seen] if seen is not None else []
        if answers:  # what stands beside any results is no answer
            usual = reduce(and_, (Counter(link for link in _help_links(seen, step.url, question) if link != seen.url) for seen in answers))
        seen = await search.ask(question)
        if seen is not None:
            found["help"] = {
                "query": question,
                "url": seen.url,
                "status": seen.status,
                "links": list(dict.fromkeys((_answering(seen, question, nothing, search) - usual).elements()))[:_MOST],
            }
        if seen is not None or await search.open(step.url) is not None:
            found["suggestions"] = say("Typing into the search field took too long.")
            with suppress(TimeoutError):  # what is known of the search by now must not be lost over it
                async with asyncio.timeout(_SUGGESTING):
                    found["suggestions"] = await _suggestions(tab, query)
    return found, facts


def _help_links(seen: PageFacts, results: str, question: str) -> list[str]:
    """The links to pages of help in the main part; the page itself where the search led straight to one.

    Such a link is named as pages of help are, or by the word asked for, whatever its ending, and is no product.
    """
    if urlsplit(seen.url).path != urlsplit(results).path:
        return [seen.url]
    here = urlsplit(seen.url).path
    links = [c for c in seen.observation.visible if c.href and c.landmark not in _ELSEWHERE and not c.raw_href.startswith("#")]
    main = [c for c in links if urlsplit(c.href).path != here]
    stem = normalise(question)[:_STEM]
    sold = {c.n for card in seen.cards for c in main if card.price and seen.observation.contains(card.n, c.n)}
    named = {c.n for c in main if len(stem) == _STEM and c.n not in sold and f" {stem}" in f" {normalise(c.label_text)}"}
    return [c.href for c in main if c.n in named or any(seen.lexicon.has(h, *c.words) for h in _HELP) or addressed("service", c.href)]


async def _suggestions(tab: Tab, query: str) -> dict[str, Any] | str:
    """Type the beginning of the query's longest word and see what comes up; returns a sentence if it could not be typed.

    A page of results often has a field of its own beside that of the header, which may hide behind an icon: one of them suggests.
    """
    seen = await tab.look()
    word = longest_word(query)[:_TYPED]
    tried: set[_Place] = set()
    first: dict[str, Any] | str = say("The results show no search field to type into.")
    for place in range(_FIELDS):
        field = _field(seen, tried)
        if field is None:
            seen = await _opened(tab, seen, tried)
            field = _field(seen, tried)
        if field is None:
            break
        tried.add(_place(field))
        found = await _typed(tab, seen, field, word)
        if isinstance(found, dict) and found["shown"]:
            return found
        if not place or isinstance(first, str):
            first = found
        seen = await tab.look()
    return first


def _place(field: Control) -> _Place:
    """What tells two fields of a page apart."""
    return field.id, field.attrs.get("name", ""), "" if field.id else str(field.n)


def _field(seen: PageFacts, tried: set[_Place]) -> Control | None:
    """The first search field that can be typed into and was not yet."""
    fields = (c.control for c in seen.search_fields if c.p >= _LIKELY and c.control.visible and not c.control.covered)
    return next((field for field in fields if _place(field) not in tried), None)


async def _opened(tab: Tab, seen: PageFacts, tried: set[_Place]) -> PageFacts:
    """Press what opens another search field of the page."""
    openers = [c.control for c in seen.search_openers if c.p >= _LIKELY and not c.control.is_submit]
    for opener in openers[:_OPENERS]:
        if veto(seen, opener, Stage.HOME) is not None:
            continue
        try:
            await tab.press(seen.observation, opener)
            after, shown = await tab.until(lambda f: _field(f, tried) is not None, _OPENING)
        except (Error, Gone):
            continue
        if shown or after.url != seen.url:
            return after
        seen = after
    return seen


async def _typed(tab: Tab, seen: PageFacts, field: Control, word: str) -> dict[str, Any] | str:
    """Type into a field and see what comes up near it."""
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


def _answering(seen: PageFacts, question: str, nothing: PageFacts | None, search: Search) -> Counter[str]:
    """The links to help on an answer; of one that says that nothing was found, without those that a meaningless word brings up too."""
    links = Counter(_help_links(seen, search.results, question))
    if nothing is None or not says_nothing_found(seen, question, usual_texts(search.product, question)):
        return links
    for_any = Counter(_help_links(nothing, search.results, question))
    return links - for_any if for_any <= links else links


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

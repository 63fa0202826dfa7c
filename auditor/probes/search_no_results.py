"""Probe search_no_results: what a search that finds nothing offers."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from urllib.parse import urldefrag

from auditor.facts.navigation import category_links
from auditor.facts.page import PageFacts
from auditor.facts.search_answer import folded, says_nothing_found, usual_texts
from auditor.journey.overlays import clear_overlays
from auditor.journey.search import find_search_field, submit_query
from auditor.journey.walker import Walker
from auditor.observe import Control
from auditor.words.message import say

NONSENSE = "zqxjvkw"
_LIKELY = 0.3
_AROUND = 3  # elements around a control by which it is known again


async def probe_search_no_results(walker: Walker, facts: PageFacts) -> tuple[Any, PageFacts]:
    """Search for nonsense with the shop's own field, read the answer, and come back."""
    start = facts.url
    field, seen = await find_search_field(walker, facts)
    if field is None:
        return say("The shop has no search."), await _back(walker, start)
    after = await submit_query(walker, seen, field, NONSENSE, None)
    if after is None:
        return say("Nothing could be typed into the search field."), await _back(walker, start)
    main = [c for c in after.observation.visible if c.landmark not in {"header", "nav", "footer"}]
    ranked = category_links(after.observation, after.lexicon, after.cards, after.host)
    likely = {urldefrag(c.control.href)[0] for c in ranked if c.p >= _LIKELY and c.control.href}
    links = {c.href for c in main if c.is_button and c.href and urldefrag(c.href)[0] in likely}  # the menu may hold the same link
    usual = usual_texts(facts, NONSENSE)
    standing = {_spot(facts, c) for c in facts.observation.visible}  # what other pages show in the same place is no help of this one
    ways = [c for c in main if _spot(after, c) not in standing]
    says_so = says_nothing_found(after, NONSENSE, usual)
    result = {
        "query": NONSENSE,
        "url": after.url,
        "status": after.status,
        "answered": after.url != start or says_so,
        "says_nothing_found": says_so,
        "suggested_products": len([card for card in after.cards if card.pictured]),
        "category_links": len(links),
        "contact": any(after.lexicon.has("contact", *c.words, at_least=0.7) or c.raw_href.startswith(("mailto:", "tel:")) for c in ways),
        "search_again": any(c.is_text_field and NONSENSE in c.value for c in main),
        "tips": _has_tips(after, usual),
    }
    return result, await _back(walker, start)


def _spot(facts: PageFacts, control: Control) -> tuple[str, ...]:
    """A control by what it says, where it leads and the elements around it."""
    around = list(facts.observation.ancestors(control.n))[:_AROUND]
    return (control.label_text, control.href, *(facts.observation.kinds[n] for n in around))


def _has_tips(facts: PageFacts, usual: Collection[str]) -> bool:
    """Whether the page says more than that nothing was found and than other pages do: a list or a paragraph of advice."""
    main = [t for t in facts.observation.texts if t.landmark not in {"header", "nav", "footer"} and not t.split and t.control < 0]
    said = [t for t in main if folded(t.text, NONSENSE) not in usual]
    return sum(len(t.text.split()) for t in said) >= 25


async def _back(walker: Walker, url: str) -> PageFacts:
    if walker.tab.page.url != url:
        await walker.tab.goto(url)
    return await clear_overlays(walker, await walker.look())

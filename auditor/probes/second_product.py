"""Probe second_product: whether the product seen before can be found again on the page of another one."""

from __future__ import annotations

from typing import Any
from urllib.parse import urldefrag

from playwright.async_api import Error

from auditor.facts.cards import title_similarity
from auditor.facts.page import PageFacts
from auditor.journey.walker import Walker
from auditor.probes.side_tab import side_tab
from auditor.words.message import say

_SAME = 0.6
_PATIENCE = 1.5
_HEADING, _BOLD, _MOST = 80, 600, 200  # letters, weight, headings
_ELSEWHERE = {"header", "nav", "footer", "dialog"}
_SCROLL = "() => window.scrollTo(0, document.documentElement.scrollHeight)"


async def probe_second_product(walker: Walker, facts: PageFacts) -> tuple[Any, PageFacts]:
    """Open another product of the lists seen in a tab beside the journey, scroll to its end and look for the first one."""
    if walker.tab.device.mobile:
        return say("What was viewed is remembered alike on all devices; it is tried on desktop."), facts
    first = urldefrag(facts.url)[0]
    title = facts.buy_box.title
    cards = [c for page in walker.seen for c in page.cards if c.price is not None and c.target.startswith("http")]
    others = [c.target for c in cards if urldefrag(c.target)[0] != first and title_similarity(title, c.title) < _SAME]
    if not title or not others:
        return say("No other product was seen in the shop's lists."), facts
    async with side_tab(walker) as tab:
        landing = await tab.goto(others[0])
        if landing.error or landing.status >= 400:
            return say(
                "The page of another product could not be opened: {error}.",
                error=landing.error or say("HTTP status {status}", status=landing.status),
            ), facts
        try:
            await tab.page.evaluate(_SCROLL)
        except Error:
            return say("The page of another product could not be scrolled."), facts
        seen, _ = await tab.until(lambda f: _links(f, first) > 0, _PATIENCE)
    main = [t for t in seen.observation.texts if len(t.text) <= _HEADING and t.landmark not in _ELSEWHERE]
    headings = [t.text for t in main if t.heading or t.weight >= _BOLD]
    return {"url": seen.url, "first": first, "title": title, "links": _links(seen, first), "headings": headings[:_MOST]}, facts


def _links(facts: PageFacts, first: str) -> int:
    """How many links of the page's main part lead back to the first product."""
    return sum(c.landmark not in _ELSEWHERE and urldefrag(c.href)[0] == first for c in facts.observation.controls if c.href)

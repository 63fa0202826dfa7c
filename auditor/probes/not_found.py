"""Probe not_found: what a mistyped or outdated address shows."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from auditor.facts.navigation import category_links
from auditor.facts.page import PageFacts
from auditor.journey.walker import Walker
from auditor.probes.side_tab import side_tab

_LIKELY = 0.5
WRONG_ADDRESS = "/auditor-no-such-page-7f3a"


async def probe_not_found(walker: Walker, facts: PageFacts) -> tuple[Any, PageFacts]:
    """Open a wrong address in a tab beside the journey."""
    async with side_tab(walker) as tab:
        landing = await tab.goto(urljoin(facts.url, WRONG_ADDRESS))
        if landing.error:
            return {"status": 0, "error": landing.error, "words": 0, "search": False, "category_links": 0, "url": landing.url}, facts
        seen = await tab.look()
        links = [c for c in category_links(seen.observation, seen.lexicon, seen.cards, seen.host) if c.p >= 0.35]
        body = [t for t in seen.observation.texts if not t.split]
        result = {
            "status": landing.status,
            "url": seen.url,
            "title": seen.observation.title,
            "words": sum(len(t.text.split()) for t in body),
            "search": any(c.p >= _LIKELY for c in (*seen.search_fields, *seen.search_openers)),
            "menu": any(c.p >= _LIKELY for c in seen.menu_openers),
            "category_links": len(links),
            "home_link": any(c.href.rstrip("/") == walker.plan.url.rstrip("/") for c in seen.observation.visible),
        }
    return result, facts

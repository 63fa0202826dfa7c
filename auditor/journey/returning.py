"""Goes back to a page seen before, by whatever way brings it: it may still be open, have an address, or only a history."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from playwright.async_api import Error

from auditor.facts.page import PageFacts
from auditor.journey.overlays import clear_overlays
from auditor.journey.walker import Walker

_PATIENCE = 4.0  # seconds; pages built by script show their lists a moment after they have loaded


async def back_to(walker: Walker, page: PageFacts, shows: Callable[[PageFacts], bool]) -> PageFacts:
    """Return the facts of the page once it shows what is wanted, or as it is when no way brings that back."""
    facts = await walker.look()
    if facts.url == page.url and not shows(facts):
        facts = await _by_history(walker)  # pages of some shops have no addresses of their own
    if facts.url != page.url or not shows(facts):
        await walker.tab.goto(page.url)
        facts, _ = await walker.tab.until(shows, _PATIENCE)
    return await clear_overlays(walker, facts)


async def _by_history(walker: Walker) -> PageFacts:
    with suppress(Error):  # there may be nothing to go back to
        await walker.tab.page.go_back(wait_until="domcontentloaded", timeout=_PATIENCE * 1000)
        await walker.tab.settle()
    return await walker.look()

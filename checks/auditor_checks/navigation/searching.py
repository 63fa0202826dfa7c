"""What the probe of the search found, for the checks that judge it."""

from collections.abc import Mapping
from typing import Any

from auditor.api import JourneyRecord, Missing, Stage

_PROBE = "search_variants"
_STAGES = (Stage.HOME, Stage.CATEGORY, Stage.PRODUCT)
_MAYBE = 0.3


def searched(journey: JourneyRecord) -> Mapping[str, Any] | None:
    """Return what came of searching in other words, None if the shop has no search; raises `Missing` if it was not tried."""
    try:
        return journey.probe(_PROBE)
    except Missing:
        if has_no_search(journey):
            return None
        raise


def has_no_search(journey: JourneyRecord) -> bool:
    """Whether the journey looked for a search and did not get to results, or never needed one and no page shows one."""
    step = journey.journey.step(Stage.SEARCH)
    if step is not None:
        return not journey.reached(Stage.SEARCH)
    pages = [page for page in journey.pages if page.stage in _STAGES]
    ways = (way for page in pages for way in (*page.facts.search_fields, *page.facts.search_openers))
    return bool(pages) and not any(way.p >= _MAYBE for way in ways)

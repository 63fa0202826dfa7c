"""What the probe of the search found, for the checks that judge it."""

from collections.abc import Mapping
from typing import Any

from auditor.api import JourneyRecord, Missing, Stage

_PROBE = "search_variants"


def searched(journey: JourneyRecord) -> Mapping[str, Any] | None:
    """Return what came of searching in other words, None if the shop has no search; raises `Missing` if it was not tried."""
    try:
        return journey.probe(_PROBE)
    except Missing:
        step = journey.journey.step(Stage.SEARCH)
        if step is not None and not journey.reached(Stage.SEARCH):
            return None
        raise

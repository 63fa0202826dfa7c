"""What was seen when product, cart and address form were opened once more, with the Tab key and in a narrow window."""

from collections.abc import Mapping, Sequence
from typing import Any

from auditor.api import JourneyRecord

PROBE = "keyboard_and_narrow"


def reopened_pages(journey: JourneyRecord) -> Sequence[Mapping[str, Any]]:
    """Return the pages by what the probe wrote of each; raises `Missing` with the reason if it did not run."""
    return tuple(journey.probe(PROBE)["pages"])

"""What was seen when product, cart and address form were opened once more, with the Tab key and in a narrow window."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from auditor.api import JourneyRecord, Message, say, together
from auditor_checks.wording import quoted

PROBE = "keyboard_and_narrow"
_FIELD = re.compile("field “(.*)”", re.DOTALL)
_THE = {
    "buy button": say("the buy button"),
    "way to the cart": say("the way to the cart"),
    "way to the checkout": say("the way to the checkout"),
    "button that goes on": say("the button that goes on"),
    "name": say("the name"),
    "price": say("the price"),
}


def reopened_pages(journey: JourneyRecord) -> Sequence[Mapping[str, Any]]:
    """Return the pages by what the probe wrote of each; raises `Missing` with the reason if it did not run."""
    return tuple(journey.probe(PROBE)["pages"])


def the_part(name: str, words: str) -> Message:
    """Say which part of a page the probe means by a name, with the shop's words on it: "the buy button “Add to cart”"."""
    if field := _FIELD.fullmatch(name):
        return say("the field “{field}”", field=field[1])
    return together(_THE[name], quoted(words), between=" ") if words else _THE[name]

"""Whether a shop sends anything at all: tickets, downloads and bookings need neither delivery nor tracking."""

from collections.abc import Iterable

from auditor.api import JourneyRecord, Stage, say

_ORDERING = frozenset({Stage.CART, Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT})
_SENDING = ("delivery_info", "shipping_method")
_FRAME = frozenset({"header", "nav", "footer", "search"})

NOTHING_SHIPPED = say("Neither cart nor checkout speaks of delivery, so the shop does not seem to ship anything.")


def ships_nothing(journeys: Iterable[JourneyRecord]) -> bool:
    """Whether a journey came to payment past a cart and a checkout that say nothing of delivery."""
    walked = [journey for journey in journeys if journey.reached(Stage.PAYMENT)]
    return bool(walked) and not any(_speaks_of_delivery(journey) for journey in walked)


def _speaks_of_delivery(journey: JourneyRecord) -> bool:
    if journey.reached(Stage.SHIPPING):
        return True
    for page in journey.pages:
        if page.stage not in _ORDERING:
            continue
        texts = [t.text for t in page.observation.texts if t.landmark not in _FRAME]
        texts += [c.label_text for c in page.observation.controls if c.landmark not in _FRAME]
        if any(page.facts.lexicon.holds(concept, text) for text in texts for concept in _SENDING):
            return True
    return False

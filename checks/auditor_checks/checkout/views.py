"""How many views a checkout has: pages, or parts of one page, each confirmed with a button."""

from auditor.api import JourneyRecord, Stage
from auditor_checks.page_links import CHECKOUT_STAGES

_ONWARD = ("checkout button", "continue button", "guest entry", "way of unknown name", "guest of unknown name")


def views(journey: JourneyRecord) -> int:
    """Count the views after the cart: what each press that led on has shown, and a review page that is still to come."""
    stages = {stage.value for stage in CHECKOUT_STAGES}
    pressed = [a for a in journey.attempts if a["stage"] in stages and a["verified"] and str(a["strategy"]) in _ONWARD]
    page = journey.page(Stage.PAYMENT)
    to_come = not page.facts.checkout.order_buttons and any(
        page.facts.lexicon.has("continue", *c.words, at_least=0.85)
        for c in page.observation.visible
        if c.is_button and c.landmark not in {"header", "nav", "footer"}
    )
    return max(1, len(pressed)) + to_come

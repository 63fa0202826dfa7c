"""checkout-cart-add-confirmation."""

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_measurable,
    passed,
    warned,
)

_TOLD = frozenset({"layer", "message", "page", "cart"})
_THRESHOLD = "a visible confirmation"


@journey_check(
    id="checkout-cart-add-confirmation",
    category="checkout",
    title="Adding to the cart is clearly confirmed",
    failure_title="Adding to the cart is not clearly confirmed",
    why="Shoppers who see no answer press again and buy twice, or think that the shop does not work and leave.",
    fix="Show the product with its name in a message, a drawer or a dialog, with a way to the cart and one back to the shop. "
    "Do not lead into the checkout.",
    severity=Severity.CRITICAL,
    effort=Effort.S,
    stages=(Stage.CART,),
    sources=(
        Source(
            "Google, Retail UX playbook",
            "https://de.slideshare.net/hmvrulz/google-secret-ux-retail-playbook",
            "do not lead shoppers into the checkout after adding to the cart (copy read in 2026)",
        ),
    ),
    limits="What is shown within six seconds of the press counts.",
)
def cart_add_confirmation(journey: JourneyRecord) -> Outcome:
    """Read from the trace what the press on the buy button brought: a message, a drawer, the cart, a counter, or nothing."""
    if not journey.reached(Stage.CART):
        return not_measurable(journey.why_not(Stage.CART))
    pressed = [a for a in journey.attempts if str(a["strategy"]).endswith("buy button") and a.get("families")]
    if not pressed:
        return not_measurable("What the press on the buy button brought is not in the recording.")
    last = pressed[-1]
    seen, button = set(last["families"]), str(last["chosen"])
    url = str(last["url_before"])
    if "address" in seen and not seen & _TOLD:
        message = f"Pressing the {button} leads into the checkout at once."
        return failed(message, findings=[Finding(message, url=url, key="checkout")], threshold=_THRESHOLD)
    if seen & _TOLD:
        return passed("The shop confirms what was added.", threshold=_THRESHOLD)
    if "counter" in seen:
        message = f"After pressing the {button} only the number at the cart changes."
        return warned(message, findings=[Finding(message, url=url, key="counter")], threshold=_THRESHOLD)
    message = f"Pressing the {button} adds the product, but nothing on the page says so."
    return failed(message, findings=[Finding(message, url=url, key="nothing")], threshold=_THRESHOLD)

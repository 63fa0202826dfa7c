"""checkout-cart-add-confirmation."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Message,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_measurable,
    passed,
    say,
    warned,
)
from auditor_checks.page_links import CHECKOUT_STAGES

_TOLD = frozenset({"layer", "message", "page", "cart"})
_NUMBER = re.compile(r"[1-9]")
_THRESHOLD = say("a visible confirmation")
_KINDS = {"button": say("button"), "link": say("link"), "field": say("field")}


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
    pressed = [a for a in journey.attempts if "buy button" in str(a["strategy"]) and a.get("families")]
    if not pressed:
        return not_measurable(say("What the press on the buy button brought is not in the recording."))
    last = pressed[-1]
    seen, button = set(last["families"]), _named(str(last["chosen"]))
    url = str(last["url_before"])
    if seen & _TOLD:
        return passed(say("The shop confirms what was added."), threshold=_THRESHOLD)
    if "address" in seen and _is_checkout(journey, str(last.get("url_after", ""))):
        message = say("Pressing the {button} leads into the checkout at once.", button=button)
        return failed(message, findings=[Finding(message, url=url, key="checkout")], threshold=_THRESHOLD)
    if "address" in seen:
        message = say("Pressing the {button} leads to another page, which does not say that the product was added.", button=button)
        return warned(message, findings=[Finding(message, url=url, key="page")], threshold=_THRESHOLD)
    if "buy button of" in str(last["strategy"]):  # of a list or a dialog, whose answer was not waited for
        return not_measurable(say("The shop was bought from in a list, and what it said to that was not waited for."))
    if _stands_beside(journey, last):
        return passed(say("The cart that stands on the page shows what was added."), threshold=_THRESHOLD)
    if "counter" in seen or _is_counted(journey, last):
        message = say("After pressing the {button} only the number at the cart changes.", button=button)
        return warned(message, findings=[Finding(message, url=url, key="counter")], threshold=_THRESHOLD)
    message = say("Pressing the {button} adds the product, but nothing on the page says so.", button=button)
    return failed(message, findings=[Finding(message, url=url, key="nothing")], threshold=_THRESHOLD)


def _stands_beside(journey: JourneyRecord, pressed: Mapping[str, Any]) -> bool:
    """Whether the cart was seen on the page of the press with nothing pressed in between, and holds the product there."""
    page, product = journey.page(Stage.CART), str(journey.product.get("title", ""))
    later = _later(journey, pressed)
    return bool(product) and not later and page.url == pressed.get("url_after") and bool(page.facts.cart_lines(product, None))


def _is_counted(journey: JourneyRecord, pressed: Mapping[str, Any]) -> bool:
    """Whether what led to the cart then tells how much is in it: "See order (2) $53.00"."""
    return any(a["strategy"] == "cart link" and _NUMBER.search(str(a["chosen"])) for a in _later(journey, pressed))


def _later(journey: JourneyRecord, pressed: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The tries at the cart after a press."""
    attempts = list(journey.attempts)
    return [a for a in attempts[attempts.index(pressed) + 1 :] if a.get("stage") == Stage.CART.value]


def _named(chosen: str) -> Message:
    """Name what was pressed, which the trace calls "button “Add to cart”" or "link without a name"."""
    kind, _, label = chosen.removesuffix(" without a name").partition(" “")
    known = _KINDS.get(kind, kind)
    return say("{kind} “{label}”", kind=known, label=label.removesuffix("”")) if label else say("{kind} without a name", kind=known)


def _is_checkout(journey: JourneyRecord, url: str) -> bool:
    """Whether an address is that of the checkout, and of no page before it."""
    places = {page.stage: urlsplit(page.url).path for page in journey.pages}
    checkout = {path for stage, path in places.items() if stage in CHECKOUT_STAGES}
    return urlsplit(url).path in checkout - {path for stage, path in places.items() if stage not in CHECKOUT_STAGES}

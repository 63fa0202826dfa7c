"""checkout-cart-persistence."""

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
    say,
    warned,
)

_PROBE = "cart_persistence"
_THRESHOLD = say("kept in a new tab and for 7 days")


@journey_check(
    id="checkout-cart-persistence",
    category="checkout",
    title="The cart is kept in another tab and for the next visit",
    failure_title="The cart is lost in another tab or by the next visit",
    why="Shoppers compare in several tabs, sleep on it and come back. An empty cart means beginning anew, and few do.",
    fix="Keep the cart on the server or in the browser's local storage, tied to a cookie that lives for at least a week and better a "
    "month (Max-Age=2592000); not in the tab's session storage.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    stages=(Stage.CART,),
    devices="desktop",
    probes=(_PROBE,),
    sources=(
        Source(
            "EcomConvert, Offer a persistent cart",
            "https://ecomconvert.co/best-practices/106-persistent-cart/",
            "purchases take up to a week, carts are used to compare (read in 2026); 7 days are this project's policy",
        ),
    ),
    limits="After the journey, with refused tracking as far as the shop lets it be refused. A return is played by a new browser profile "
    "with the cookies that live for a week and the local storage; whether the shop's server keeps its side that long is not seen.",
)
def cart_persistence(journey: JourneyRecord) -> Outcome:
    """Open the cart in a new tab, and as a visitor who has kept only what a browser keeps for a week."""
    found = journey.probe(_PROBE)
    tab, later = found["new_tab"], found["return"]
    if found["own_tab"] != "kept":
        return not_measurable(
            say("At the end of the journey the cart was not shown any more where it had been, so nothing can be compared.")
        )
    if tab == "empty":
        message = say("The cart is empty when the shop is opened in a second tab.")
        return failed(message, findings=[Finding(message, url=found["url"], key="tab")], threshold=_THRESHOLD)
    if tab != "kept" or later == "unknown":
        return not_measurable(say("The cart did not say what is in it when it was opened again."))
    if later == "empty":
        message = say("The cart is kept in a second tab, but forgotten within a week.")
        if not found["not_kept"]["short"]:
            message = say("The cart is kept in a second tab, but forgotten when the browser is closed.")
        return warned(message, findings=[Finding(message, url=found["url"], key="return")], threshold=_THRESHOLD)
    return passed(say("The cart is kept in a second tab and for a visitor who comes back within a week."), threshold=_THRESHOLD)

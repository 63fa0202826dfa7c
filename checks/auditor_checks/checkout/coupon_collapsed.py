"""checkout-coupon-collapsed."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from auditor.api import (
    Control,
    Effort,
    Finding,
    JourneyRecord,
    Missing,
    Outcome,
    PageRecord,
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
from auditor_checks.selectors import selector_of

_PROBE = "cart_persistence"
_ROW = 16  # CSS pixels


@journey_check(
    id="checkout-coupon-collapsed",
    category="checkout",
    title="The voucher field does not distract shoppers without a code",
    failure_title="An open voucher field stands before the button that goes on",
    why="Shoppers without a code see that others pay less, leave to look for one, and often do not come back.",
    fix="Fold the field behind a link such as “Have a discount code?”, below the total.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    stages=(Stage.CART, Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT),
    probes=(_PROBE,),
    sources=(
        Source(
            "Kissmetrics, The one little box that's costing you big dollars",
            "https://blog.kissmetrics.com/the-one-little-box/",
            "an open box sends shoppers to look for a code elsewhere (read in 2026)",
        ),
    ),
    limits="Only text fields that are recognised as asking for a code. One in a summary beside the form counts as open, not as in the way. "
    "The page of a cart that was gone past by a drawer is looked at on desktop.",
)
def coupon_collapsed(journey: JourneyRecord) -> Outcome:
    """Look for a voucher field in sight, and whether it stands above the button that goes on."""
    pages = [page for page in journey.pages if page.stage in CHECKOUT_STAGES | {Stage.CART}]
    if not pages:
        return not_measurable(journey.why_not(Stage.CART))
    seen = [(page, field) for page in pages if (field := _field(page)) is not None]
    if not seen:
        if (page_of_its_own := _cart_page_with_field(journey, pages)) is not None:
            url, first = page_of_its_own
            message = say("On the page of the cart, which the way to the checkout leaves out, the voucher field is open.")
            return (failed if first else warned)(message, findings=[Finding(message, url=url, key="voucher")])
        return passed(say("No voucher field is open in cart or checkout."))
    page, field = next(((p, f) for p, f in seen if _stands_before_button(p, f)), seen[0])
    if _stands_before_button(page, field):
        message = say("On the {place} page the voucher field is open and stands before the button that goes on.", place=page.place)
        return failed(message, findings=[Finding(message, selector_of(field), field.box, page.url, "voucher")])
    message = say("On the {place} page the voucher field is open.", place=page.place)
    return warned(message, findings=[Finding(message, selector_of(field), field.box, page.url, "voucher")])


def _cart_page_with_field(journey: JourneyRecord, pages: Sequence[PageRecord]) -> tuple[str, bool] | None:
    """The address of the cart's own page if it has an open field and the journey saw the cart in a drawer alone.

    With it, whether the field stands above the button that goes on.
    """
    try:
        found = journey.probe(_PROBE)
    except Missing:
        return None
    url = str(found["url"])
    if not found.get("voucher") or urlsplit(url).path in {urlsplit(page.url).path for page in pages}:
        return None
    return url, bool(found.get("voucher_first"))


def _field(page: PageRecord) -> Control | None:
    found = (f.control for f in page.facts.fields if f.kind == "coupon" and f.control.landmark not in {"header", "nav", "footer"})
    return next((c for c in found if c.is_text_field), None)


def _stands_before_button(page: PageRecord, field: Control) -> bool:
    concept = "checkout" if page.stage is Stage.CART else "continue"
    onward = [
        c
        for c in page.observation.visible
        if c.is_button and c.landmark not in {"header", "nav", "footer"} and page.facts.lexicon.has(concept, *c.words, at_least=0.85)
    ]
    onward = [c for c in onward if c.form != field.form or c.form < 0] + list(page.facts.checkout.order_buttons)
    return any(field.box.y < c.box.y and _is_on_the_way(field, c) for c in onward)


def _is_on_the_way(field: Control, button: Control) -> bool:
    """Whether a shopper passes the field: it is read before the button, or stands above it; a summary beside the form does neither.

    What stands in the field's row belongs to it, as "Apply" does.
    """
    above = field.box.x < button.box.right and button.box.x < field.box.right
    return (above or field.n < button.n) and abs(field.box.middle[1] - button.box.middle[1]) >= _ROW

"""checkout-cart-total-transparent."""

from auditor.api import (
    Effort,
    Finding,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    Text,
    failed,
    not_measurable,
    page_check,
    passed,
    warned,
)
from auditor_checks.checkout.sums import cart_part, rows
from auditor_checks.checkout.words import says

_THRESHOLD = "the cost of delivery in the cart"
_LONGEST, _ROW, _SAME = 160, 60, 16


@page_check(
    id="checkout-cart-total-transparent",
    category="checkout",
    title="The cart shows all costs before the checkout starts",
    failure_title="The cart does not tell what delivery costs",
    why="Costs that come up late are the reason named most often for leaving without buying.",
    fix="Show subtotal, delivery, discounts and total in the cart. Where delivery depends on the address, show the usual price "
    "(“Delivery from 4.90 €”) or an estimate by country and postcode.",
    severity=Severity.CRITICAL,
    effort=Effort.M,
    stages=(Stage.CART,),
    sources=(
        Source(
            "Baymard Institute, cart abandonment statistics",
            "https://baymard.com/lists/cart-abandonment-rate",
            "48 % of abandoners named extra costs in 2024, 39 % in 2025",
        ),
        Source(
            "Baymard Institute, Show shipping costs on product pages",
            "https://baymard.com/blog/show-shipping-costs-on-product-pages",
            "21 % of abandoners could not see the total upfront",
        ),
    ),
    limits="A cart that lies over another page is judged mildly, because a page with all costs may follow. "
    "Whether the amounts are right is not looked at here.",
)
def cart_total_transparent(page: PageRecord) -> Outcome:
    """Look for the cost of delivery: an amount or “free” in its row, an estimate, or at least a word about it."""
    facts = page.facts
    if not rows(page):
        return not_measurable("No amount of money was recognised in the cart.")
    stated = next((row for row in rows(page) if _is_delivery(page, row.label) and not facts.lexicon.has("total", row.label)), None)
    if stated is not None:
        return passed(f"The cart tells what delivery costs: “{stated.label}”, {stated.price.text.text}.", threshold=_THRESHOLD)
    told = [t.text for t in _texts(page) if _is_delivery(page, t.text)]
    free = next((text for text in told if facts.lexicon.mentions("free_shipping", text)), None) or _free_row(page)
    if free:
        return passed(f"The cart tells what delivery costs: “{free}”.", threshold=_THRESHOLD)
    if {f.kind for f in facts.fields} & {"postcode", "country"}:
        return passed("The cart estimates the cost of delivery for an address.", threshold=_THRESHOLD)
    if told:
        message = f"The cart speaks of delivery without an amount: “{told[0]}”."
        return warned(message, findings=[Finding(message, url=page.url, key="no amount")], threshold=_THRESHOLD)
    message = "The cart says nothing about the cost of delivery."
    finding = Finding(message, url=page.url, key="nothing")
    if cart_part(page) is not None:
        return warned(message, findings=[finding], threshold=_THRESHOLD)
    return failed(message, findings=[finding], threshold=_THRESHOLD)


def _is_delivery(page: PageRecord, text: str) -> bool:
    lexicon = page.facts.lexicon
    return any(lexicon.mentions(concept, text) for concept in ("shipping_cost", "free_shipping", "shipping_method", "delivery_info"))


def _texts(page: PageRecord) -> list[Text]:
    """The texts of the cart, with what its header says of free delivery."""
    part = cart_part(page)
    return [
        t
        for t in page.observation.texts
        if len(t.text) <= _LONGEST
        and t.landmark not in {"nav", "footer"}
        and not t.split
        and (part is None or page.observation.contains(part, t.n) or t.landmark == "header")
    ]


def _free_row(page: PageRecord) -> str:
    """A row of delivery whose other end is a word instead of an amount, as "Delivery ... Free"."""
    texts = _texts(page)
    for label in (t for t in texts if _is_delivery(page, t.text) and len(t.text) < _ROW and t.control < 0):
        for end in texts:
            beside = abs(end.box.middle[1] - label.box.middle[1]) < _SAME and end.box.x >= label.box.right
            if beside and page.facts.lexicon.mentions("free_shipping", f"{label.text} {end.text}"):
                return f"{label.text}: {end.text}"
            if beside and says("free", page.facts.language, end.text):
                return f"{label.text}: {end.text}"
    return ""

"""checkout-cart-total-transparent."""

import re

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Kind,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    Text,
    amounts_in,
    failed,
    journey_check,
    not_applicable,
    not_measurable,
    passed,
    say,
    warned,
)
from auditor_checks.checkout.delivery_cost import (
    LONGEST,
    cart_texts,
    free_row,
    is_about_delivery,
    is_out_of_reach,
    sentence,
    states_delivery,
    told_by,
)
from auditor_checks.checkout.late_costs import is_tax, late_cost
from auditor_checks.checkout.steps import checkout_pages
from auditor_checks.checkout.sums import Row, cart_part, leads_to_cart, only_confirms, rows, whole_cart
from auditor_checks.checkout.unasked_rows import is_sold_besides
from auditor_checks.checkout.words import says
from auditor_checks.page_links import link_named

_THRESHOLD = say("the cost of delivery in the cart")
_BOTH = 2
_NUMBERED = re.compile(r"^\d+\s*[.):]\s")  # the name of a step


@journey_check(
    id="checkout-cart-total-transparent",
    category="checkout",
    title="The cart shows all costs before the checkout starts",
    failure_title="The cart does not tell all costs",
    why="Costs that come up late are the reason named most often for leaving without buying.",
    fix="Show subtotal, delivery, discounts and total in the cart. Where delivery depends on the address, show the usual price "
    "(“Delivery from 4.90 €”) or an estimate by country and postcode.",
    severity=Severity.CRITICAL,
    effort=Effort.M,
    stages=(Stage.CART,),
    probes=("cart_page",),
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
    limits="Where a cart that lies over another page leads to one of its own, that one is judged if it was opened (on desktop), and the "
    "short one mildly; not so where it says that delivery is worked out later and links nothing about it. Whether the amounts are right "
    "is not looked at here, but a zero that the payment step contradicts is no answer, and what the payment step adds besides is left "
    "out of the cart.",
)
def cart_total_transparent(journey: JourneyRecord) -> Outcome:
    """Look for the cost of delivery: an amount or “free” in its row, an estimate, or a word about it; then for what is added later."""
    page = whole_cart(journey)
    found = _delivery(journey, page)
    late = late_cost(journey) if found.kind in {Kind.PASS, Kind.WARN} else None
    if late is None:
        return found
    message = say("The cart does not tell of “{cost}”, which the payment step adds to the total.", cost=told_by(late))
    finding = Finding(message, url=page.url, key="left out")
    outcome = warned if leads_to_cart(page) or only_confirms(page) is not None else failed
    return outcome(message, findings=[finding, *found.findings], threshold=_THRESHOLD)


def _delivery(journey: JourneyRecord, page: PageRecord) -> Outcome:
    if not rows(page):
        return not_measurable(say("No amount of money was recognised in the cart."))
    stated = next((row for row in rows(page) if states_delivery(page, row.label)), None)
    if stated is not None and not is_out_of_reach(page, stated.price.text.text):
        later = _charged(journey) if stated.value == 0 else None
        if later is not None:
            message = say("The cart shows “{cost}”, but at the payment step it is “{later}”.", cost=told_by(stated), later=told_by(later))
            return warned(message, findings=[Finding(message, url=page.url, key="no amount")], threshold=_THRESHOLD)
        return passed(say("The cart tells what delivery costs: “{cost}”.", cost=told_by(stated)), threshold=_THRESHOLD)
    if (cost := next((t.text for t in cart_texts(page) if _tells_both(page, t.text)), None)) is not None:
        return passed(say("The cart tells what delivery costs: “{cost}”.", cost=cost), threshold=_THRESHOLD)
    told = [t for t in cart_texts(page) if is_about_delivery(page, t.text) and not _NUMBERED.match(t.text)]
    free = next((t.text for t in told if page.facts.lexicon.mentions("free_shipping", t.text)), None) or free_row(page)
    if free and not is_out_of_reach(page, free):
        return passed(say("The cart tells what delivery costs: “{cost}”.", cost=free), threshold=_THRESHOLD)
    if {f.kind for f in page.facts.fields if f.control.landmark not in {"header", "footer", "nav"}} & {"postcode", "country"}:
        return passed(say("The cart estimates the cost of delivery for an address."), threshold=_THRESHOLD)
    if (confirms := only_confirms(page)) is not None:
        return not_measurable(confirms)
    if told:
        return _without_amount(page, told)
    if journey.reached(Stage.PAYMENT) and not any(_speaks_of_delivery(p) for p in checkout_pages(journey)):
        return not_applicable(say("Neither the cart nor the checkout speaks of delivery, so nothing seems to be sent."))
    if (part := _part_of_total(page)) is not None:
        message = say("The cart's total holds “{cost}”; whether that is the delivery is not clear from its words.", cost=told_by(part))
        return warned(message, findings=[Finding(message, url=page.url, key="unclear")], threshold=_THRESHOLD)
    over = cart_part(page) is not None
    message = say("The cart says nothing about the cost of delivery.")
    if over:
        message = say("The cart that opens over the page says nothing about the cost of delivery.")
    finding = Finding(message, url=page.url, key="nothing")
    return (warned if over else failed)(message, findings=[finding], threshold=_THRESHOLD)


def _part_of_total(page: PageRecord) -> Row | None:
    """The last row that makes up the total with another one and may be the delivery by whatever name; no tax, coupon, insurance."""
    total, found = page.facts.total, rows(page)
    if total is None:
        return None
    others = {row.value for row in found if row.price.n != total.n}
    fitting = [row for row in found if 0 < row.value < total.amount.value and total.amount.value - row.value in others]
    known = ("coupon", "subtotal", "quantity")
    besides = {row.value for row in found if is_sold_besides(page, row.label)}  # with these the product makes up the total
    parts = (r for r in fitting if not {r.value, total.amount.value - r.value} & besides)
    named = (r for r in parts if r.label and not is_tax(page, r.label))
    unknown = [r for r in named if not any(page.facts.lexicon.mentions(c, r.label) for c in known)]
    return unknown[-1] if unknown else None


def _tells_both(page: PageRecord, text: str) -> bool:
    """Whether a sentence tells from when on delivery is free and what it costs until then, not what is missing until then."""
    total, amounts = page.facts.total or page.facts.subtotal, sorted({a.value for a in amounts_in(text) if a.value > 0})
    if total is None or len(amounts) != _BOTH or not is_about_delivery(page, text):
        return False
    cost, least = amounts
    return cost < least and cost + total.amount.value != least and total.amount.value not in amounts


def _without_amount(page: PageRecord, told: list[Text]) -> Outcome:
    """Delivery is spoken of, but not what it costs: in a sentence, a row without an end, or behind a link.

    That it is worked out later, without a link to what it costs anywhere on the page, is no answer at all.
    """
    texts = [t for t in told if t.control < 0]
    words = max((sentence(page, t) for t in texts or told), key=len)
    message = say("The cart speaks of delivery without an amount: “{words}”.", words=words)
    if page.facts.lexicon.mentions("free_shipping", words):
        message = say("The cart tells from when on delivery is free, but not what it costs until then: “{words}”.", words=words)
    if not texts and len(words.split()) > 1:
        message = say("The cart does not tell what delivery costs; “{words}” may lead there.", words=words)
    later = any(says("worked_out_later", page.facts.language, t.text) for t in texts)
    linked = any(t.control >= 0 for t in told) or any(link_named(page, concept) for concept in ("delivery_info", "shipping_cost"))
    outcome = failed if later and not linked else warned
    return outcome(message, findings=[Finding(message, url=page.url, key="no amount")], threshold=_THRESHOLD)


def _charged(journey: JourneyRecord) -> Row | None:
    """What the payment step takes for the delivery."""
    if not journey.reached(Stage.PAYMENT):
        return None
    page = journey.page(Stage.PAYMENT)
    return next((row for row in rows(page) if row.value > 0 and states_delivery(page, row.label)), None)


def _speaks_of_delivery(page: PageRecord) -> bool:
    texts = (t for t in page.observation.texts if t.landmark not in {"header", "nav", "footer"} and len(t.text) <= LONGEST)
    return bool(page.facts.checkout.shipping_open) or any(is_about_delivery(page, t.text) for t in texts)

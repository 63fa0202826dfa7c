"""checkout-total-stable."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from auditor.api import (
    Control,
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    amounts_in,
    failed,
    journey_check,
    normalise,
    not_measurable,
    passed,
    say,
    warned,
)
from auditor_checks.checkout.boxes import boxes, words_of
from auditor_checks.checkout.folded import folded_total
from auditor_checks.checkout.late_costs import announced_total, fee_at_the_end, final_total, is_delivery, is_tax, unnamed_cost
from auditor_checks.checkout.steps import checkout_pages
from auditor_checks.checkout.sums import leads_to_cart, rows
from auditor_checks.checkout.ticked_extras import ticked_extras
from auditor_checks.selectors import selector_of

_THRESHOLD = say("no cost that was not announced")
_MOST_ROWS = 12


@journey_check(
    id="checkout-total-stable",
    category="checkout",
    title="The final total equals what was announced",
    failure_title="A cost comes up at the end that was not announced",
    why="A total that grows on the last page is the reason named most often for leaving, and in many countries it is unfair practice.",
    fix="Include every fee that cannot be avoided in the price, and show it in the cart at the latest. Let the total grow "
    "only by what the shopper chooses, such as a faster delivery.",
    severity=Severity.CRITICAL,
    effort=Effort.M,
    stages=(Stage.CART, Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT),
    sources=(
        Source(
            "Baymard Institute, cart abandonment statistics",
            "https://baymard.com/lists/cart-abandonment-rate",
            "48 % of abandoners named extra costs in 2024, 39 % in 2025",
        ),
        Source(
            "UK, Digital Markets, Competition and Consumers Act 2024, section 230",
            "https://www.legislation.gov.uk/ukpga/2024/13/section/230",
            "drip pricing is banned (in force 6 April 2025)",
        ),
        Source(
            "Mathur et al., Dark Patterns at Scale",
            "https://arxiv.org/abs/1907.07032",
            "“Hidden Costs” on 5 of 11,000 shopping sites (2019)",
        ),
    ),
    limits="Compares the total of the cart with that of the payment step. Delivery that was chosen, taxes by address and "
    "what the cart had named are no surprise; any other line that makes up the whole growth is one. What was ticked in advance is "
    "taken out on the way; the total is compared as it came.",
)
def total_stable(journey: JourneyRecord) -> Outcome:
    """Explain the difference between the totals of cart and payment by delivery, taxes and what the cart had announced."""
    cart, last = journey.page(Stage.CART), journey.page(Stage.PAYMENT)
    slipped = _slipped_in(cart, checkout_pages(journey))
    if slipped is not None:
        # A short cart may be followed by one that tells all; whoever goes on from the short one is not told.
        return slipped.outcome(mild=leads_to_cart(cart))
    before, after = announced_total(cart, journey.product), final_total(last)
    if before is None or after is None:
        missed = say("No total was recognised in the cart." if before is None else "No total was recognised on the payment step.")
        return not_measurable(missed)
    grown = after.amount.value - before.amount.value
    told = say("{before} in the cart, {after} at the payment step", before=before.text.text, after=after.text.text)
    if grown <= 0:
        return passed(say("The total is what was announced: {amounts}.", amounts=told), value=0, threshold=_THRESHOLD)
    surprise = fee_at_the_end(cart, last, grown)
    if surprise is None and not _is_explained(journey, cart, last, grown):
        surprise = unnamed_cost(journey, cart, last, grown)
    if surprise is not None:
        message = say("“{label}” of {amount} appears at the payment step only.", label=surprise.label, amount=surprise.price.text.text)
        finding = Finding(message, box=surprise.price.text.box, url=last.url, key=surprise.label[:40])
        return failed(message, findings=[finding], value=float(surprise.value), threshold=_THRESHOLD)
    if _is_explained(journey, cart, last, grown):
        return passed(say("The total grew only by what was chosen or announced: {amounts}.", amounts=told), value=0, threshold=_THRESHOLD)
    if folded_total(last) is not None:
        return not_measurable(
            say("The summary of the order is folded, so the lines that may explain the total were not seen: {amounts}.", amounts=told)
        )
    message = say("The total grew without a line that explains it: {amounts}.", amounts=told)
    return warned(message, findings=[Finding(message, url=last.url, key="unexplained")], value=float(grown), threshold=_THRESHOLD)


def _is_explained(journey: JourneyRecord, cart: PageRecord, last: PageRecord, grown: Decimal) -> bool:
    """Whether the growth is the sum of delivery, taxes, what the cart had named, and prices of ways to deliver seen on the way."""
    parts = {row.value for row in rows(last) if is_delivery(last, row.label) or is_tax(last, row.label)}
    parts |= _named_before(cart, last)
    for page in checkout_pages(journey):
        parts |= {a.value for g in page.facts.checkout.shipping for c in g.choices for a in amounts_in(c.text)}
        parts |= {row.value for row in rows(page) if is_delivery(page, row.label)}
    some = sorted(part for part in parts if 0 < part <= grown)[:_MOST_ROWS]
    return any(sum(chosen) == grown for size in (1, 2, 3) for chosen in combinations(some, size))


def _named_before(cart: PageRecord, last: PageRecord) -> set[Decimal]:
    """What the cart had named beside its sum: a box that stood ticked there, or a line that the payment step has too."""
    told = [(row.value, normalise(row.label)) for row in rows(cart)]
    ticked = [amounts_in(words_of(cart, box)) for box in boxes(cart) if box.checked]
    return {amounts[0].value for amounts in ticked if len(amounts) == 1} | {
        row.value
        for row in rows(last)
        if (label := normalise(row.label)) and any(value == row.value and f" {label} " in f" {words} " for value, words in told)
    }


@dataclass(frozen=True, slots=True)
class _Slipped:
    """A box of the checkout that was ticked in advance, and what it had added to the total."""

    page: PageRecord
    box: Control
    label: str
    value: Decimal

    def outcome(self, *, mild: bool) -> Outcome:
        """Judge it."""
        message = say(
            "“{label}” is ticked in advance in the checkout and counted in its total, which the cart does not tell.", label=self.label[:90]
        )
        finding = Finding(message, selector_of(self.box), self.box.box, self.page.url, self.label[:40])
        return (warned if mild else failed)(message, findings=[finding], value=float(self.value), threshold=_THRESHOLD)


def _slipped_in(cart: PageRecord, pages: Sequence[PageRecord]) -> _Slipped | None:
    """A paid box that came ticked and was not in the cart: the shopper took it out, and the total fell by just its price."""
    announced = {a.value for t in cart.observation.texts for a in amounts_in(t.text)}  # in a sentence too
    for place, page in enumerate(pages):
        total = page.facts.total
        later = {p.facts.total.amount.value for p in pages[place + 1 :] if p.facts.total is not None}
        for box, words in ticked_extras(page) if total is not None else ():
            amounts = amounts_in(words)
            if len(amounts) != 1 or amounts[0].value in announced or total is None:
                continue
            if box.checked and total.amount.value - amounts[0].value in later:
                return _Slipped(page, box, words, amounts[0].value)
    return None

"""A row that the sum of a cart holds beside the one product that was added, though no shopper chose it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from auditor.api import JourneyRecord, PageRecord, Price, title_similarity
from auditor_checks.checkout.boxes import boxes, words_of
from auditor_checks.checkout.late_costs import is_delivery, is_tax
from auditor_checks.checkout.preset_choices import takes_off
from auditor_checks.checkout.sums import Row, cart_part, rows
from auditor_checks.checkout.words import knows, says

_ALIKE = 0.45
_MOST_PIECES = 20


@dataclass(frozen=True, slots=True)
class Unasked:
    """A row that nobody asked for, and whether that is beyond doubt."""

    row: Row
    surely: bool


def unasked_row(journey: JourneyRecord, page: PageRecord, paid: Collection[Decimal]) -> Unasked | None:
    """Return the one row that is the difference between a sum and the product's price, unless it may be explained.

    A subtotal is what lies in the cart, and a row of it is beyond doubt where it is called something that is sold besides. A total may
    hold delivery or a cost with a name that nobody knows, so it is no proof, and no sign either unless delivery has a row of its own.
    """
    facts, shown = page.facts, rows(page)
    subtotal = facts.subtotal
    total = subtotal or facts.total
    if total is None or not knows("taxes", facts.language) or not _stands_here(page, total):
        return None
    goods = {row.value for row in shown if any(row.value == price * n for price in paid for n in range(1, _MOST_PIECES + 1))}
    if _is_explained(page, shown, total, goods):
        return None
    delivery = {row.value for row in shown if is_delivery(page, row.label)}
    if subtotal is None and not delivery:
        return None
    added = {Decimal(0)} if subtotal is not None else {Decimal(0), *delivery}
    wanted = {total.amount.value - price - more for price in goods for more in added}
    offered = [c.text for group in facts.groups for c in group.choices] + [words_of(page, box) for box in boxes(page)]
    chosen = [str(choice) for choice in journey.product.get("choices", ())]
    known = [name for name in (str(journey.product.get("title", "")), *chosen, *offered) if name]
    fitting = [r for r in shown if r.value in wanted - delivery and r.value > 0 and _is_unasked(page, r, known)]
    if len({row.value for row in fitting}) != 1:
        return None
    return Unasked(fitting[0], subtotal is not None and any(is_sold_besides(page, row.label) for row in fitting))


def _stands_here(page: PageRecord, total: Price) -> bool:
    part = cart_part(page)
    return part is None or page.observation.contains(part, total.n)


def _is_explained(page: PageRecord, shown: Sequence[Row], total: Price, goods: Collection[Decimal]) -> bool:
    """Whether some sum is the product's price alone, or the sum is a price itself, such as the one before a discount."""
    named = {row.price.n for row in shown if _is_sum(page, row.label)} | {total.n}
    if any(row.value in goods for row in shown if row.price.n in named):
        return True
    prices = {p.amount.value for p in page.facts.prices if p.struck}
    prices |= {row.value for row in shown if row.price.n not in named and row.price.text.control < 0}
    return total.amount.value in prices


def _is_unasked(page: PageRecord, row: Row, known: Sequence[str]) -> bool:
    """Whether a row is neither the product nor what can be chosen for it or here, no sum, delivery, tax, fee, deposit or saving.

    A box for more that was ticked in advance is judged by another check.
    """
    language, label = page.facts.language, row.label
    if row.price.text.control >= 0 or takes_off(row.price.text.text) or "%" in label or not any(c.isalpha() for c in label):
        return False
    if any(title_similarity(name, label) >= _ALIKE for name in known):
        return False
    if any(says(concept, language, label) for concept in ("fees", "deposits", "levies", "savings")):
        return False
    return not (_is_sum(page, label) or is_delivery(page, label) or is_tax(page, label) or page.facts.lexicon.mentions("coupon", label))


def is_sold_besides(page: PageRecord, label: str) -> bool:
    """Whether a row is called protection, insurance, guarantee, donation or service, not the wrapping of a present."""
    language = page.facts.language
    extra = page.facts.lexicon.mentions("extras", label) and not says("wrapping", language, label)
    return extra or says("sold_besides", language, label)


def _is_sum(page: PageRecord, label: str) -> bool:
    return any(page.facts.lexicon.mentions(concept, label) for concept in ("total", "subtotal"))

"""What the payment step adds to the total that the cart has announced."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from auditor.api import JourneyRecord, PageRecord, Price, Stage, amounts_in, normalise, title_similarity
from auditor_checks.checkout.boxes import boxes, words_of
from auditor_checks.checkout.folded import folded_total
from auditor_checks.checkout.steps import checkout_pages
from auditor_checks.checkout.sums import Row, rows
from auditor_checks.checkout.words import is_called, knows, says

_LEAST = Decimal("0.10")  # less may be rounding
_ALIKE = 0.6


def late_cost(journey: JourneyRecord) -> Row | None:
    """Return a cost that no shopper can avoid and that the payment step is the first to show, if its total grew by one."""
    if not (journey.reached(Stage.CART) and journey.reached(Stage.PAYMENT)):
        return None
    cart, last = journey.page(Stage.CART), journey.page(Stage.PAYMENT)
    before, after = announced_total(cart, journey.product), final_total(last)
    grown = after.amount.value - before.amount.value if before is not None and after is not None else Decimal(0)
    return (fee_at_the_end(cart, last, grown) or unnamed_cost(journey, cart, last, grown)) if grown > 0 else None


def final_total(last: PageRecord) -> Price | None:
    """Return what the payment step names as its total, on the button that orders if nowhere else."""
    return last.facts.total or _on_button(last) or folded_total(last)


def announced_total(cart: PageRecord, product: Mapping[str, Any]) -> Price | None:
    """The largest of what the cart names as its sums; those of a line of it where a sum was misread."""
    title, price = str(product.get("title", "")), str(product.get("price") or "")
    sums = {p.text.n for p in (cart.facts.total, cart.facts.subtotal) if p is not None}
    paid = [line.price.amount.value for line in (cart.facts.cart_lines(title) if title else []) if line.price is not None]
    least = min([*paid, *([Decimal(price)] if price else [])], default=Decimal(0))
    named = [p for p in cart.facts.prices if p.text.n in sums and p.amount.value >= least]
    return max(named, key=lambda p: p.amount.value, default=None)


def _on_button(page: PageRecord) -> Price | None:
    """The amount on the button that orders."""
    buttons = [b.n for b in page.facts.checkout.order_buttons]
    return next((p for p in page.facts.prices if any(page.observation.contains(b, p.n) for b in buttons)), None)


def fee_at_the_end(cart: PageRecord, last: PageRecord, grown: Decimal) -> Row | None:
    """A row of the payment step that is called a fee, is part of the growth, and was neither in the cart nor with what can be chosen."""
    language = last.facts.language
    announced = {row.value for row in rows(cart)}
    offered = _offered(last)
    return next(
        (
            row
            for row in rows(last)
            if 0 < row.value <= grown
            and row.value not in announced
            and says("fees", language, row.label)
            and not is_delivery(last, row.label)
            and not says("deposits", language, row.label)
            and not any(row.price.text.text in text for text in offered)
        ),
        None,
    )


def unnamed_cost(journey: JourneyRecord, cart: PageRecord, last: PageRecord, grown: Decimal) -> Row | None:
    """Return the one row that is the whole growth, whatever it is called, where delivery is told of elsewhere.

    Delivery, taxes, sums, products, ways to pay and what the cart tells anywhere are no such rows.
    """
    ways = [c.text for page in checkout_pages(journey) for g in page.facts.checkout.shipping for c in g.choices]
    delivery = [row.value for row in rows(last) if is_delivery(last, row.label)]
    if grown in delivery or not (ways or delivery) or not knows("taxes", last.facts.language):
        return None
    offered = _offered(last)
    told = {a.value for t in cart.observation.texts for a in amounts_in(t.text)}
    told |= {a.value for text in (*ways, *offered) for a in amounts_in(text)}
    named = {normalise(text) for text in (*ways, *offered)}
    title = str(journey.product.get("title", ""))
    fitting = [
        row
        for row in rows(last)
        if row.value == grown >= _LEAST
        and row.value not in told
        and row.price.text.control < 0
        and normalise(row.label)
        and not any(normalise(row.label) in name for name in named)
        and not (title and title_similarity(title, row.label) >= _ALIKE)
        and not _is_known(last, row.label)
    ]
    return fitting[0] if len({normalise(row.label) for row in fitting}) == 1 else None


def _offered(page: PageRecord) -> list[str]:
    """What can be chosen on the payment step: ways to pay, and boxes for more."""
    return [c.text for g in page.facts.checkout.payment for c in g.choices] + [words_of(page, box) for box in boxes(page)]


def _is_known(page: PageRecord, label: str) -> bool:
    """Whether a row is the delivery, a tax, a sum or a deposit."""
    lexicon = page.facts.lexicon
    sums = any(lexicon.mentions(concept, label) for concept in ("total", "subtotal"))
    return "%" in label or sums or is_delivery(page, label) or is_tax(page, label) or says("deposits", page.facts.language, label)


def is_tax(page: PageRecord, label: str) -> bool:
    """Whether the label of a row speaks of a tax."""
    return page.facts.lexicon.mentions("tax_included", label) or says("taxes", page.facts.language, label)


def is_delivery(page: PageRecord, label: str) -> bool:
    """Whether the label of a row speaks of delivery."""
    concepts = ("shipping_cost", "shipping_method", "shipping_choice", "delivery_info")
    return any(page.facts.lexicon.mentions(c, label) for c in concepts) or is_called(
        "carriage", page.facts.language, label.partition("(")[0]
    )

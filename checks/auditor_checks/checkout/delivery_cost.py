"""What a cart or a checkout says of the cost of delivery."""

from decimal import Decimal

from auditor.api import PageRecord, Text, amounts_in, without_amounts
from auditor_checks.checkout.sums import Row, cart_part
from auditor_checks.checkout.words import is_called, says

LONGEST = 160
_SHORT, _ROW, _SAME = 90, 60, 16


def is_about_delivery(page: PageRecord, text: str) -> bool:
    """Whether a text speaks of delivery."""
    lexicon = page.facts.lexicon
    concepts = ("shipping_cost", "free_shipping", "shipping_method", "delivery_info")
    return any(lexicon.mentions(concept, text) for concept in concepts) or is_called(
        "carriage", page.facts.language, text.partition("(")[0]
    )


def states_delivery(page: PageRecord, label: str) -> bool:
    """Whether an amount is that of the delivery, and not a sum with it or without it."""
    lexicon = page.facts.lexicon
    is_sum = lexicon.has("total", label) or lexicon.mentions("subtotal", label) or lexicon.mentions("total", label)
    return (
        is_about_delivery(page, label)
        and not (is_sum and not lexicon.mentions("shipping_cost", label))
        and not says("excluding", page.facts.language, label)
    )


def told_by(row: Row) -> str:
    """Return a row as it stands on the page."""
    label, amount = row.label.replace("()", "").strip(), row.price.text.text
    return amount if label in amount or any(c.isalpha() for c in without_amounts(amount)) else f"{label} {amount}"


def is_out_of_reach(page: PageRecord, text: str) -> bool:
    """Whether delivery is free only from an amount on that this cart does not come to."""
    total = page.facts.total or page.facts.subtotal
    least = max((amount.value for amount in amounts_in(text)), default=Decimal(0))
    return total is not None and page.facts.lexicon.mentions("free_shipping", text) and total.amount.value < least


def cart_texts(page: PageRecord) -> list[Text]:
    """Return the texts of the cart, with what its header says of free delivery."""
    part = cart_part(page)
    return [
        t
        for t in page.observation.texts
        if len(t.text) <= LONGEST
        and t.landmark not in {"nav", "footer"}
        and not t.split
        and (part is None or page.observation.contains(part, t.n) or t.landmark == "header")
    ]


def sentence(page: PageRecord, text: Text) -> str:
    """Return a text, with the rest of its row where it is the label of one."""
    above = next(iter(page.observation.ancestors(text.n)), text.n)
    whole = page.observation.text_of(above, _SHORT)
    return whole if text.control < 0 and whole.startswith(text.text) and len(whole) < _SHORT else text.text


def free_row(page: PageRecord) -> str:
    """Return a row of delivery whose other end is a word instead of an amount, as "Delivery ... Free"."""
    texts = cart_texts(page)
    for label in (t for t in texts if is_about_delivery(page, t.text) and len(t.text) < _ROW and t.control < 0):
        for end in texts:
            beside = abs(end.box.middle[1] - label.box.middle[1]) < _SAME and end.box.x >= label.box.right
            if beside and page.facts.lexicon.mentions("free_shipping", f"{label.text} {end.text}"):
                return f"{label.text.rstrip(' :')}: {end.text}"
            if beside and says("free", page.facts.language, end.text):
                return f"{label.text.rstrip(' :')}: {end.text}"
    return ""

"""Amounts of a cart or a checkout with the words of their row."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from auditor.api import PageRecord, Price, Stage, Text, without_amounts

_SAME_ROW, _JUST_BEFORE, _LONGEST = 16, 60, 90
_AROUND = frozenset({"nav", "footer"})


@dataclass(frozen=True, slots=True)
class Row:
    """An amount, and what it is for."""

    label: str
    price: Price

    @property
    def value(self) -> Decimal:
        """How much it is."""
        return self.price.amount.value


def rows(page: PageRecord) -> list[Row]:
    """Return the amounts of a page that are not crossed out, each with its words; in a cart drawer, those of the drawer."""
    part = cart_part(page)
    observation = page.observation
    return [
        Row(label_of(page, price), price)
        for price in page.facts.prices
        if not price.struck
        and price.text.landmark not in _AROUND | ({"header"} if part is None else set())
        and (part is None or observation.contains(part, price.n))
    ]


def cart_part(page: PageRecord) -> int | None:
    """Return the node of the cart where it lies over another page, None where the page is the cart."""
    if page.stage is not Stage.CART:
        return None
    return next((o.layer.n for o in page.facts.overlays if o.kind == "cart"), None)


def label_of(page: PageRecord, price: Price) -> str:
    """Return the words of an amount: its own, else those to its left in the row, else those just before it."""
    own = without_amounts(price.text.text)
    if _has_words(own):
        return own
    box = price.text.box
    left = [
        t
        for t in _words(page.observation.texts, price)
        if abs(t.box.middle[1] - box.middle[1]) < _SAME_ROW and t.box.x < box.x and t.n != price.n
    ]
    if left:
        return min(left, key=lambda t: box.x - t.box.right).text
    before = [t for t in _words(page.observation.texts, price) if price.n - 12 <= t.n < price.n and t.box.distance(box) < _JUST_BEFORE]
    return before[-1].text if before else ""


def _words(texts: Iterable[Text], price: Price) -> list[Text]:
    return [t for t in texts if t.frame == price.text.frame and len(t.text) <= _LONGEST and _has_words(without_amounts(t.text))]


def _has_words(text: str) -> bool:
    return sum(c.isalpha() for c in text) >= 3

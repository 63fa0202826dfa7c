"""Basket: lines with their products, and what it all costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.demo.ledger import BasketLine
from auditor.demo.session import Line, Session

if TYPE_CHECKING:
    from auditor.demo.catalogue import Catalogue
    from auditor.demo.product import Product

MOST = 20  # of one line


@dataclass(frozen=True)
class Row:
    """One line as a page shows it."""

    number: int
    product: Product
    variant: str
    quantity: int

    @property
    def total(self) -> int:
        """What the line costs."""
        return self.product.price * self.quantity


@dataclass(frozen=True)
class Basket:
    """A session's basket with its products looked up."""

    rows: tuple[Row, ...]
    discount: int

    @property
    def count(self) -> int:
        """How many pieces there are."""
        return sum(row.quantity for row in self.rows)

    @property
    def subtotal(self) -> int:
        """What all lines cost."""
        return sum(row.total for row in self.rows)

    @property
    def digital(self) -> bool:
        """Whether nothing in it needs a parcel."""
        return bool(self.rows) and all(row.product.digital for row in self.rows)

    def ledger_lines(self) -> list[BasketLine]:
        """The basket as the ledger keeps it."""
        return [BasketLine(row.product.id, row.variant, row.quantity, row.product.price) for row in self.rows]


def basket_of(session: Session, catalogue: Catalogue) -> Basket:
    """The basket of a session."""
    rows = tuple(
        Row(
            number,
            catalogue.products[line.product],
            variant_words(catalogue.products[line.product], line.choices),
            line.quantity,
        )
        for number, line in enumerate(session.basket)
    )
    subtotal = sum(row.total for row in rows)
    return Basket(rows, discount=round(subtotal / 1000) * 100 if session.coupon else 0)


def add(session: Session, product: Product, choices: tuple[tuple[str, str], ...], quantity: int) -> None:
    """Put pieces of a product into the basket; the same variant joins its line."""
    session.removed = None
    for line in session.basket:
        if line.product == product.id and line.choices == choices:
            line.quantity = min(MOST, line.quantity + quantity)
            return
    session.basket.append(Line(product.id, choices, min(MOST, quantity)))


def change(session: Session, number: int, quantity: int) -> None:
    """Set how many of a line there are; none removes it, and it can be brought back."""
    if not 0 <= number < len(session.basket):
        return
    session.removed = None
    if quantity > 0:
        session.basket[number].quantity = min(MOST, quantity)
    else:
        session.removed = session.basket.pop(number)


def bring_back(session: Session) -> None:
    """Undo the last removal."""
    if session.removed is not None:
        session.basket.append(session.removed)
        session.removed = None


def variant_words(product: Product, choices: tuple[tuple[str, str], ...]) -> str:
    """What was chosen, in words."""
    words = []
    for kind, chosen in choices:
        option = next(option for option in product.options if option.kind == kind)
        label = next((value.label for value in option.values if value.id == chosen), chosen)
        words.append(f"{option.label}: {label}")
    return ", ".join(words)

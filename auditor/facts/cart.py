"""What a cart page, drawer or message shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.facts.cards import Card, title_similarity
from auditor.facts.prices import Price
from auditor.facts.steppers import has_stepper, is_count
from auditor.lexicon import Lexicon
from auditor.observe import Box, Control, Observation, Text

_ALIKE = 0.6
_NEAR = 420
_BOX_DEPTH = 8
_ROW = 1100  # CSS pixels; rows of wide carts end far from where they begin


@dataclass(frozen=True)
class CartLine:
    """A product in the cart: the text that names it, a price near it, whether its quantity can be seen or changed."""

    title: Text
    price: Price | None
    quantity: bool


def find_lines(
    observation: Observation, lexicon: Lexicon, product: str, found: Sequence[Price], cards: Sequence[Card], here: int | None = None
) -> list[CartLine]:
    """Return where the page shows the product as a cart line: its name with a price or a quantity near it.

    `here` restricts the search to one node (a drawer). Recommendations do not count: a line is not one of several
    product cards that all have buy buttons. Nor does the sentence of a whole page that the product was added.
    """
    lines = []
    offered = [card for card in cards if card.add_button is not None and len(cards) > 1]
    for text in observation.texts:
        if len(text.text) < 2 or len(text.text) > 240 or (here is not None and not observation.contains(here, text.n)):
            continue
        if here is None and text.landmark in {"nav", "footer"}:
            continue
        if here is None and lexicon.mentions("added_to_cart", text.text):
            continue
        if title_similarity(product, text.text) < _ALIKE or any(observation.contains(c.n, text.n) for c in offered):
            continue
        near = [p for p in found if _beside(p.text.box, text.box)]
        price = min(near, key=lambda p: (p.struck, p.text.box.distance(text.box)), default=None)
        quantity = any(
            is_count(c) and abs(c.box.middle[1] - text.box.middle[1]) < 90 and c.box.distance(text.box) < 2 * _NEAR
            for c in observation.visible
        ) or has_stepper(observation, text.box)
        if price is not None or quantity:
            lines.append(CartLine(text, price, quantity))
    return lines


def standing_cart(observation: Observation, product: str, onward: Sequence[Control], besides: Sequence[int]) -> bool:
    """Whether a part of the page holds both a way to the checkout and a line of the product: a cart that is always open.

    `onward` are the ways to the checkout, `besides` nodes that such a part may not hold: the product's own heading, its
    buy button, the cards of a list.
    """
    for control in onward:
        for node in list(observation.ancestors(control.n))[:_BOX_DEPTH]:
            if observation.kinds[node] in {"body", "main"} or any(observation.contains(node, n) for n in besides):
                break
            inside = (t for t in observation.texts if observation.contains(node, t.n) and len(t.text) <= 2 * len(product) + 20)
            if any(title_similarity(product, t.text) >= _ALIKE for t in inside):
                return True
    return False


def _beside(price: Box, name: Box) -> bool:
    """Whether a price stands near a name, or at the far end of its row."""
    dy = abs(price.middle[1] - name.middle[1])
    return (dy < 160 and price.distance(name) < _NEAR) or (dy < 60 and 0 <= price.x - name.x < _ROW)


def empty_cart(observation: Observation, lexicon: Lexicon) -> list[Text]:
    """Return what says that the cart is empty, outside header and navigation."""
    return [
        t
        for t in observation.texts
        if t.landmark not in {"header", "nav", "footer"} and len(t.text) < 160 and lexicon.mentions("cart_empty", t.text)
    ]

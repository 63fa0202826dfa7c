"""Lists that sell by themselves: rows with a price and a button or a quantity, and no page for the product."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from auditor.facts.prices import Price
from auditor.facts.steppers import is_count
from auditor.lexicon import Lexicon
from auditor.observe import Control, Observation, Text

_ELSEWHERE = {"header", "nav", "footer"}
_PLUS = {"+", "＋", "➕"}


@dataclass(frozen=True)
class OrderRow:
    """One product sold in a list: its name, price, and what is pressed or filled to have one of it."""

    n: int
    title: str
    price: Price
    button: Control | None
    quantity: Control | None
    sold_out: bool


def order_rows(observation: Observation, lexicon: Lexicon, prices: list[Price]) -> list[OrderRow]:
    """Return the rows of a selling list in document order."""
    handles = [c for c in observation.visible if _takes_one(c, lexicon)]
    holding: set[int] = set()
    for control in handles:
        holding.update((control.n, *observation.ancestors(control.n)))
    claims: Counter[int] = Counter()
    clusters: dict[int, Price] = {}
    for price in prices:
        if price.struck or price.text.landmark in _ELSEWHERE:
            continue
        holder = next((a for a in observation.ancestors(price.n) if a in holding), None)
        if holder is not None:
            clusters.setdefault(holder, price)
    for node in clusters:
        claims.update((node, *observation.ancestors(node)))
    rows = []
    for node, price in clusters.items():
        if sum(observation.contains(node, other) for other in clusters) > 1:
            continue
        root = node
        for a in observation.ancestors(node):
            if claims[a] > 1 or observation.kinds[a] in {"body", "main", "form", "table", "tbody"}:
                break
            root = a
        row = _read(observation, lexicon, root, price, handles)
        if row is not None:
            rows.append(row)
    return rows if len(rows) >= 2 else []


def _takes_one(control: Control, lexicon: Lexicon) -> bool:
    if control.landmark in _ELSEWHERE:
        return False
    if control.is_field:
        shown = next((o.text for o in control.options if o.selected), control.value).strip()
        return (shown in {"", "0"} and (control.type == "number" or "qty" in control.tokens.lower() or shown == "0")) or is_count(control)
    if not control.is_button:
        return False
    return control.label_text.strip() in _PLUS or lexicon.has("add_to_cart", *control.words, at_least=0.75)


def _read(observation: Observation, lexicon: Lexicon, root: int, price: Price, handles: list[Control]) -> OrderRow | None:
    own = [c for c in handles if observation.contains(root, c.n)]
    texts = [t for t in observation.texts if observation.contains(root, t.n) and not t.split]
    title = _title(texts, price)
    if not title:
        return None
    fields = [c for c in own if c.is_field]
    buttons = [c for c in own if c.is_button]
    named = max(buttons, key=lambda c: lexicon.score("add_to_cart", *c.words), default=None)
    sold_out = any(lexicon.has("sold_out", t.text, at_least=0.7) for t in texts if len(t.text) < 60) or all(c.disabled for c in own)
    return OrderRow(root, title, price, named, fields[0] if fields else None, sold_out)


def _title(texts: list[Text], price: Price) -> str:
    named = [t for t in texts if t.n != price.n and sum(ch.isalpha() for ch in t.text) >= 3]
    best = max(named, key=lambda t: (bool(t.heading), t.size * (1.15 if t.weight >= 600 else 1.0), -t.n), default=None)
    return best.text[:160] if best else ""

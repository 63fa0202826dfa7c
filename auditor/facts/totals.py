"""Sums of money with a name: subtotal, shipping, total."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.facts.prices import Price, amounts_in
from auditor.lexicon import Lexicon
from auditor.observe import Observation, Text

_LABEL_LENGTH = 70
_NAMED = 0.66


def find_sum(observation: Observation, lexicon: Lexicon, found: Sequence[Price], concept: str) -> Price | None:
    """Return the amount that stands beside a label of the concept ("total", "subtotal"); the last one on the page.

    The amount stands in the label's own text, to its right in the same row, or next in document order.
    """
    result: Price | None = None
    for text in observation.texts:
        if len(text.text) > _LABEL_LENGTH or text.landmark in {"nav", "footer"} or not _is_called(observation, lexicon, text, concept):
            continue
        price = _beside(observation, text, found)
        if price is not None:
            result = price
    return result


def _is_called(observation: Observation, lexicon: Lexicon, label: Text, concept: str) -> bool:
    """Whether a label is one of the concept, with or without a note on taxes in it."""
    if lexicon.has(concept, _without_amounts(label.text), at_least=_NAMED):
        return True
    noted = lexicon.mentions("tax_included", label.text)  # rare, and only then all other texts are looked through
    return noted and lexicon.has(concept, _without_amounts(_name(observation, lexicon, label)), at_least=_NAMED)


def _name(observation: Observation, lexicon: Lexicon, label: Text) -> str:
    """The words of a label without what a smaller piece of it says of taxes: "Total" and, small, "sales tax included"."""
    pieces = (t.text for t in observation.texts if t.n > label.n and observation.contains(label.n, t.n))
    notes = [p for p in pieces if p != label.text and lexicon.mentions("tax_included", p) and not amounts_in(p)]
    return " ".join(label.text.replace(notes[0], " ").split()) if notes else label.text


def _without_amounts(text: str) -> str:
    return text if not amounts_in(text) else "".join(c for c in text if not c.isdigit() and c not in "€$£¥.,:")


def _beside(observation: Observation, label: Text, found: Sequence[Price]) -> Price | None:
    own = [p for p in found if p.text.n == label.n] or _read_around(observation, label, found)
    if own:
        return own[-1]
    row = [
        p
        for p in found
        if abs(p.text.box.middle[1] - label.box.middle[1]) < max(14, label.box.height * 0.7)
        and p.text.box.x >= label.box.x
        and p.text.frame == label.frame
    ]
    if row:
        return min(row, key=lambda p: (p.struck, p.text.box.x - label.box.right))
    after = [p for p in found if label.n < p.n <= label.n + 8 and p.text.box.distance(label.box) < 80]
    return min(after, key=lambda p: (p.struck, p.n), default=None)


def _read_around(observation: Observation, label: Text, found: Sequence[Price]) -> list[Price]:
    """The label's own amounts, where they were read with the larger text the label is a part of."""
    values = [a.value for a in amounts_in(label.text)]
    return [p for p in found if p.amount.value in values and p.text.n < label.n and observation.contains(p.text.n, label.n)]

"""Changes of numbers as people write them."""

from __future__ import annotations

from auditor_reports.view.figures import measure, number
from auditor_reports.view.voice import tell

_UNITLESS_DIGITS = 3


def value_words(value: float | None, unit: str) -> str:
    """Return a value with its unit; a dash for none."""
    if value is None:
        return "–"
    return measure(value, unit) if unit else number(value, _UNITLESS_DIGITS)


def difference_words(difference: float | None, unit: str = "") -> str:
    """Return by how much a value moved, with its sign: "+2 steps", "−0.8 s"; "" for nothing to say."""
    if difference is None:
        return ""
    sign = "+" if difference > 0 else "\u2212" if difference < 0 else "±"
    return f"{sign}{value_words(abs(difference), unit)}"


def score_words(score: int | None) -> str:
    """Return a score of 0 to 100."""
    return tell("no score") if score is None else number(score, 0)

"""What was measured beside its target, as lengths of one scale: the numbers behind a small chart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.api import VerdictResult

_TARGET = re.compile(r"(?P<sign>[≤≥<>])?\s*(?P<number>\d+(?:[.,]\d+)?)[\s\u00a0\u202f]*(?P<unit>[^\d,;]*)")
_AT_MOST = frozenset("≤<")
_WHOLE = re.compile(r"of (\d+)")
_ROOM = 1.15  # of the target is shown at least, so that its mark does not stand at the edge
_MOST = 4.0  # times the target; what is farther off ends at the edge


@dataclass(frozen=True)
class Bullet:
    """A bar up to `length` and a mark at `target`, both from 0 to 100; `beyond` says that the bar ends before its value."""

    length: float
    target: float
    beyond: bool
    at_most: bool


def bullet_of(verdict: VerdictResult) -> Bullet | None:
    """Return value and target of a verdict on one scale; None where they are no two numbers of the same kind."""
    value = verdict.value
    found = _TARGET.fullmatch(verdict.threshold.strip())
    if found is None or isinstance(value, bool | str) or value is None or value < 0:
        return None
    target = float(found["number"].replace(",", "."))
    sign, unit = found["sign"] or "", found["unit"].strip()
    if is_share(verdict):
        value *= 100
    elif bool(unit) != bool(verdict.unit) and not _whole(verdict.unit):
        return None
    if target <= 0 or (not sign and not _whole(verdict.unit) and not is_share(verdict)):
        return None
    whole = _whole(verdict.unit) or (100.0 if unit.startswith("%") else max(target * _ROOM, min(value, target * _MOST)))
    return Bullet(round(min(value / whole, 1.0) * 100, 1), round(target / whole * 100, 1), value > whole, sign in _AT_MOST)


def is_share(verdict: VerdictResult) -> bool:
    """Whether the value is a share of 1 whose target is told in per cent."""
    value = verdict.value
    if verdict.unit or isinstance(value, bool | str) or value is None:
        return False
    found = _TARGET.match(verdict.threshold.strip())
    return found is not None and found["unit"].startswith("%") and 0 <= value <= 1


def _whole(unit: str) -> float:
    """Return the whole of which a part is counted: 6 for the unit "of 6", else 0."""
    found = _WHOLE.fullmatch(unit)
    return float(found[1]) if found else 0.0

"""Whether a number got better or worse."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.compare.bands import Band, band_of, measured_width
from auditor.compare.loads import Loads
from auditor.compare.model import Movement, ValueChange
from auditor.noise.ranks import can_tell, compared
from auditor.result.model import VerdictResult

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_SAME = 1e-9


def value_change(before: float | None, after: float | None, band: Band, width: float | None = None, good: str = "") -> ValueChange:
    """Compare two numbers; `width` is a measured band in place of the default, `good` the direction that helps: less, more, ""."""
    if before is None or after is None:
        return ValueChange(before=before, after=after, difference=None, change="unknown")
    default = band.width(before, after)
    wide = default if width is None else width
    difference = after - before
    return ValueChange(
        before=before,
        after=after,
        difference=round(difference, 4),
        band=round(wide, 4),
        band_from="default" if width is None else "runs",
        change=_movement(difference, wide, good or band.good),
    )


def _movement(difference: float, width: float, good: str) -> Movement:
    if abs(difference) <= max(width, _SAME):
        return "unchanged"
    if not good:
        return "changed"
    return "better" if (difference < 0) == (good == "less") else "worse"


def compared_values(before: VerdictResult, after: VerdictResult, loads: tuple[Loads, Loads]) -> ValueChange | None:
    """Compare what a check measured at one place; None where it measured no numbers, or in different units."""
    one, other = number_of(before), number_of(after)
    if one is None or other is None or before.unit != after.unit:
        return None
    band = band_of(before.check, before.unit)
    place = (before.check, before.device, before.stage)
    sides = loads[0].get(place, ()), loads[1].get(place, ())
    good = good_direction(before) or good_direction(after) or band.good
    return moved_by_loads(value_change(one, other, band, measured_width(band, *sides), good), *sides, band, good)


def moved_by_loads(found: ValueChange, before: Sequence[float], after: Sequence[float], band: Band, good: str) -> ValueChange:
    """Let repeated loads decide whether a number moved, where both sides have enough of them to prove anything.

    It moved if that is proved and no trifle.
    """
    if not can_tell(len(before), len(after)) or found.difference is None:
        return found
    shift = compared(before, after)
    proved = shift.is_proved and shift.delta * found.difference > 0  # both speak of the same direction
    notable = abs(found.difference) >= band.notable
    movement = _movement(found.difference, 0.0, good) if proved and notable else "unchanged"
    return found.model_copy(update={"change": movement, "p": round(shift.p, 5), "effect": round(shift.delta, 3)})


def number_of(verdict: VerdictResult) -> float | None:
    """Return what a verdict measured, None if that is no number."""
    value = verdict.value
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def good_direction(verdict: VerdictResult) -> str:
    """Return which direction helps, "less" or "more", as the threshold tells; "" where it does not.

    A sign tells it at once, else the side on which a value fails.
    """
    threshold = verdict.threshold.strip()
    if threshold.startswith(("≤", "<")):
        return "less"
    if threshold.startswith(("≥", ">")):
        return "more"
    value, limit = number_of(verdict), _NUMBER.match(threshold)
    if value is None or limit is None or verdict.outcome not in {"fail", "warn"} or value == float(limit[0]):
        return ""
    return "less" if value > float(limit[0]) else "more"

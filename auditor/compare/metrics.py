"""What checks measured on both sides."""

from __future__ import annotations

from auditor.compare.bands import band_of
from auditor.compare.loads import Loads
from auditor.compare.model import Metric
from auditor.compare.places import pairs_of
from auditor.compare.values import compared_values
from auditor.result.model import Result

_JUDGED = {"pass", "warn", "fail", "info"}


def metrics_of(before: Result, after: Result, loads: tuple[Loads, Loads]) -> list[Metric]:
    """Compare the numbers of all checks that were judged on both sides: those that have a unit or a band of their own."""
    found = []
    for check, pairs in pairs_of(before, after).items():
        for one, other in pairs.values():
            if one is None or other is None or not {one.outcome, other.outcome} <= _JUDGED:
                continue
            key = band_of(check, one.unit).key
            value = compared_values(one, other, loads) if one.unit or key else None
            if value is not None:
                found.append(Metric(check=check, device=one.device, stage=one.stage, unit=one.unit, key=key, **value.model_dump()))
    return sorted(found, key=lambda metric: not metric.key)  # stable: the key measures first, then by check and place

"""[gate.budgets]: the most that metrics may be, for all pages, for a stage, for a device, for a device's stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from auditor.config.naming import known_name
from auditor.gate.metrics import METRICS, OF_JOURNEYS, OF_PAGES
from auditor.gate.rules import Budget
from auditor.model.stage import Stage

_STAGES = [stage.value for stage in Stage]
_OF_STAGES = {**OF_PAGES, **OF_JOURNEYS}


def checked_budgets(value: Any) -> Any:
    """Refuse metrics that are not known; whether a table that is no stage is a device is known with the devices alone."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if isinstance(inner, Mapping):
                _check_table(name, inner)
            else:
                known_name(name, METRICS, "metric")
    return value


def _check_table(table: str, budgets: Mapping[str, Any]) -> None:
    for name, inner in budgets.items():
        if table in _STAGES:
            known_name(name, _OF_STAGES, f"metric of a single stage ({table})")
        elif isinstance(inner, Mapping):
            known_name(name, _STAGES, f"stage (of {table})")
            _check_table(name, inner)
        else:
            known_name(name, METRICS, "metric")


def budgets_of(table: Mapping[str, Any], device: str | None = None, stage: Stage | None = None) -> Iterator[Budget]:
    """Return the budgets of a table that was checked."""
    for name, inner in table.items():
        if not isinstance(inner, Mapping):
            yield Budget(name, inner, device, stage)
        elif name in _STAGES:
            yield from budgets_of(inner, device, Stage(name))
        else:
            yield from budgets_of(inner, name, stage)

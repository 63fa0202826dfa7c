"""Turns the settings of the gate into its rules, for the devices of one audit."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from auditor.config.budgets import budgets_of
from auditor.config.gate import GateSettings
from auditor.config.naming import known_name
from auditor.config.settings import Settings
from auditor.errors import ConfigError
from auditor.gate.baseline_file import read_baseline
from auditor.gate.rules import GateRules, Waiver
from auditor.model.stage import Stage


def rules_of(settings: Settings, devices: Collection[str], missing: Iterable[str] = ()) -> GateRules:
    """Return the rules of the gate. `missing` are sentences on plugins whose checks are missing.

    Raises `ConfigError` for a device that is none of the audit's, for a baseline that cannot be read, and for `max_new`
    without one.
    """
    gate = settings.gate
    if gate.max_new is not None and gate.baseline is None:
        raise ConfigError("gate.max_new counts what is new to a baseline, and there is none. Name one with gate.baseline or --baseline.")
    budgets = tuple(budgets_of(gate.budgets))
    _demand("gate.budgets", (budget.device for budget in budgets), [*devices, *Stage], "stage or device of this audit")
    reach = _reach(gate)
    _demand("gate.must_reach", reach, devices, "device of this audit")
    return GateRules(
        fail_on=gate.fail_on,
        min_score=gate.min_score,
        missing=() if settings.only else tuple(missing),
        min_category=gate.min_category,
        checks=gate.checks,
        max_new=gate.max_new,
        budgets=budgets,
        must_reach=reach,
        baseline=read_baseline(Path(gate.baseline)) if gate.baseline else None,
        waivers=tuple(Waiver(w.check, w.reason, w.until, w.stage, w.fingerprint) for w in gate.waivers),
    )


def checks_named(settings: Settings) -> list[tuple[str, str]]:
    """Return the checks that the gate names, each with the setting it stands in."""
    gate = settings.gate
    return [*(("gate.checks", name) for name in gate.checks), *(("gate.waivers", waiver.check) for waiver in gate.waivers)]


def _reach(gate: GateSettings) -> dict[str | None, Stage]:
    if gate.must_reach is None:
        return {}
    return {None: gate.must_reach} if isinstance(gate.must_reach, Stage) else {**gate.must_reach}


def _demand(key: str, names: Iterable[str | None], known: Iterable[str], what: str) -> None:
    """Refuse a name that this audit knows nothing by."""
    for name in names:
        try:
            if name is not None:
                known_name(name, known, what)
        except ValueError as error:
            raise ConfigError(f"{key}: {error}") from error

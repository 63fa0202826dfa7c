"""Turns the settings of the gate into its rules, for the devices of one audit."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
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
    budgets = tuple(
        replace(budget, device=_sent("gate.budgets", budget.device, devices, [stage.value for stage in Stage]))
        for budget in budgets_of(gate.budgets)
    )
    return GateRules(
        fail_on=gate.fail_on,
        min_score=gate.min_score,
        missing=() if settings.only else tuple(missing),
        min_category=gate.min_category,
        checks=gate.checks,
        max_new=gate.max_new,
        budgets=budgets,
        must_reach=reach_of(settings, devices),
        baseline=read_baseline(Path(gate.baseline)) if gate.baseline else None,
        waivers=waivers_of(gate),
    )


def waivers_of(gate: GateSettings) -> tuple[Waiver, ...]:
    """Return the waivers, those that have expired too."""
    return tuple(Waiver(w.check, w.reason, w.until, w.stage, w.fingerprint) for w in gate.waivers)


def reach_of(settings: Settings, devices: Collection[str]) -> dict[str | None, Stage]:
    """Return the stage that each device has to reach, None standing for all; raises `ConfigError` for one that is none of the audit's."""
    return {_sent("gate.must_reach", device, devices): stage for device, stage in _reach(settings.gate).items()}


def checks_named(settings: Settings) -> list[tuple[str, str]]:
    """Return the checks that the gate names, each with the setting it stands in.

    Raises `ConfigError` for a baseline that cannot be read.
    """
    gate = settings.gate
    known = read_baseline(Path(gate.baseline)).findings.values() if gate.baseline else ()
    return [
        *(("gate.checks", name) for name in gate.checks),
        *(("gate.waivers", waiver.check) for waiver in gate.waivers),
        *(("gate.baseline", check) for check in sorted({one.check for one in known})),
    ]


def _reach(gate: GateSettings) -> dict[str | None, Stage]:
    if gate.must_reach is None:
        return {}
    return {None: gate.must_reach} if isinstance(gate.must_reach, Stage) else dict(gate.must_reach.items())


def _sent(key: str, name: str | None, devices: Collection[str], others: Iterable[str] = ()) -> str | None:
    """Return a device as this audit calls it, in whatever case it was written; refuses one that it does not send.

    `others` are names that might have been meant instead.
    """
    if name is None:
        return None
    known = {device.lower(): device for device in devices}
    if name.lower() in known:
        return known[name.lower()]
    try:
        return known_name(name, [*others, *devices], "stage or device of this audit" if others else "device of this audit")
    except ValueError as error:
        raise ConfigError(f"{key}: {error}") from error

"""What a gate demands: the rules as values, whatever wrote them down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from auditor.gate.known import Baseline
from auditor.model.stage import Stage

Level = Literal["off", "warn", "error"]
"""What a failure of one check means to the gate: nothing, a line, or no release."""


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that a metric may be; without a stage everywhere, without a device on all of them."""

    metric: str
    most: float
    device: str | None = None
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Waiver:
    """Lets failures of a check pass until the end of a day, everywhere or at one stage, all or one finding."""

    check: str
    reason: str
    until: date
    stage: Stage | None = None
    fingerprint: str = ""


@dataclass(frozen=True)
class GateRules:
    """What fails a release: `fail_on` is the least severity of a failed check ("none" for no such rule).

    `missing` are sentences on what should have been judged too: plugins' checks, pages that assertions are about. `broken` are
    sentences on rules of others that are broken, the assertions of a lighthouserc, `unsure` on those that a slow machine leaves open.
    `must_reach` is by device; None stands for all.
    """

    fail_on: str = "critical"
    min_score: int | None = None
    missing: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    min_category: Mapping[str, int] = field(default_factory=dict)
    checks: Mapping[str, Level] = field(default_factory=dict)
    max_new: int | None = None
    budgets: tuple[Budget, ...] = ()
    must_reach: Mapping[str | None, Stage] = field(default_factory=dict)
    baseline: Baseline | None = None
    waivers: tuple[Waiver, ...] = ()

    def reach_of(self, device: str) -> Stage | None:
        """Return the stage that a device has to reach, None for no such rule."""
        return self.must_reach.get(device, self.must_reach.get(None))

"""Whether a release may pass, for people: titles and devices instead of ids, and no pass without evidence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from auditor.api import WHOLE_SHOP, Check, FailedCheck, Result
from auditor_reports.view.names import device_title
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class GateView:
    """The gate's answer: `state` is "passed", "failed" or "undecided", with a word and the reasons."""

    state: str
    word: str
    reasons: Sequence[str]


def gate_view(result: Result, checks: Mapping[str, Check]) -> GateView:
    """Return the gate's answer; where no rule is broken but evidence is missing, it is neither a pass nor a failure."""
    if result.gate.passed:
        return GateView("passed", tell("Passed"), [])
    failed = result.gate.failed_checks
    reasons = [_named(one, checks) or reason for one, reason in zip_longest(failed, result.gate.reasons)]
    if result.gate.undecided:
        return GateView("undecided", tell("Undecided"), reasons)
    return GateView("failed", tell("Not passed"), reasons)


def _named(failed: FailedCheck | None, checks: Mapping[str, Check]) -> str:
    """Name a failed check by its title; "" for a reason that is another one, and for a check that is not known."""
    if failed is None or failed.check not in checks:
        return ""
    devices = [device_title(None if name == WHOLE_SHOP else name) for name in failed.devices]
    return f"{checks[failed.check].failure_title} ({', '.join(devices)})"

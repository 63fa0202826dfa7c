"""Whether a release may pass, for people: titles and devices instead of ids, and no pass without evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.api import Check, Result
from auditor_reports.view.names import device_title
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FAILED_CHECK = re.compile(r".+ \((?P<check>[a-z0-9-]+), (?P<devices>[^()]+(?:\([^()]*\)[^()]*)*)\)", re.DOTALL)

_NO_EVIDENCE = "No pass without evidence"


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
    reasons = [_reason(reason, checks) for reason in result.gate.reasons]
    if all(reason.startswith(_NO_EVIDENCE) for reason in reasons):
        return GateView("undecided", tell("Undecided"), reasons)
    return GateView("failed", tell("Not passed"), reasons)


def _reason(reason: str, checks: Mapping[str, Check]) -> str:
    match = _FAILED_CHECK.fullmatch(reason)
    if match is None or match["check"] not in checks:
        return reason
    devices = [device_title(None if name == "shop" else name) for name in match["devices"].split(", ")]
    return f"{checks[match['check']].failure_title} ({', '.join(devices)})"

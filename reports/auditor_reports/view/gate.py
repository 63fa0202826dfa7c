"""Whether a release may pass, for people: titles and devices instead of ids, and no pass without evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.api import Check, Kind, Result
from auditor_reports.view.names import device_title

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FAILED_CHECK = re.compile(r"(?P<title>.+) \((?P<check>[a-z0-9-]+), (?P<devices>[^()]+(?:\([^()]*\)[^()]*)*)\)", re.DOTALL)

_INCOMPLETE = {"failed", "blocked", "not_a_shop", "no_product", "interrupted"}


@dataclass(frozen=True)
class GateView:
    """The gate's answer: `state` is "passed", "failed" or "undecided", with a word and the reasons."""

    state: str
    word: str
    reasons: Sequence[str]


def gate_view(result: Result, checks: Mapping[str, Check]) -> GateView:
    """Return the gate's answer; where the audit was not completed, unbroken rules are no pass."""
    if not result.gate.passed:
        return GateView("failed", "Not passed", [_reason(reason, checks) for reason in result.gate.reasons])
    if missing := _missing(result):
        return GateView("undecided", "Undecided", [f"No rule is broken, but {missing}, so this is no pass."])
    return GateView("passed", "Passed", [])


def _missing(result: Result) -> str:
    """Say what keeps unbroken rules from being a pass, "" if nothing does."""
    at_once = any(j.ended == "login_required" and j.deepest_stage in {None, "home"} for j in result.journeys)
    if not any(Kind(v.outcome).scores for v in result.verdicts):
        return "nothing could be judged"
    if not result.journeys or at_once or any(j.ended in _INCOMPLETE for j in result.journeys):
        return "the audit did not come all the way"
    if any(v.outcome == "error" for v in result.verdicts):
        return "some checks broke"
    return ""


def _reason(reason: str, checks: Mapping[str, Check]) -> str:
    match = _FAILED_CHECK.fullmatch(reason)
    if match is None or match["check"] not in checks:
        return reason
    devices = [device_title(None if name == "shop" else name) for name in match["devices"].split(", ")]
    return f"{match['title']} ({', '.join(devices)})"

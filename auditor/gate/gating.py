"""Decides whether a release may pass, and says why not in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.model.outcome import Confidence, Kind, Severity
from auditor.model.verdict import Verdict
from auditor.result.model import Gate, JourneyResult, Score

_RANK = {Severity.MINOR: 0, Severity.MAJOR: 1, Severity.CRITICAL: 2}


@dataclass(frozen=True)
class GateRules:
    """What fails a release: `fail_on` is the least severity of a failed check ("none" for no such rule)."""

    fail_on: str = "critical"
    min_score: int | None = None


def decide(rules: GateRules, verdicts: Sequence[Verdict], score: Score, journeys: Sequence[JourneyResult]) -> Gate:
    """Apply the rules. What was not measured is never green: a missing score fails `min_score`."""
    reasons = []
    if rules.fail_on != "none":
        least = _RANK[Severity(rules.fail_on)]
        hit: dict[str, list[str]] = {}
        for verdict in verdicts:
            if verdict.outcome.kind is Kind.FAIL and verdict.confidence is not Confidence.LOW and _RANK[verdict.severity] >= least:
                hit.setdefault(verdict.check.id, []).append(verdict.device or "shop")
        titles = {v.check.id: v.check.failure_title for v in verdicts}
        reasons += [f"{titles[check]} ({check}, {', '.join(sorted(set(where)))})" for check, where in sorted(hit.items())]
    if rules.min_score is not None:
        if score.total is None:
            reasons.append(f"There is no score, so the minimum of {rules.min_score} cannot be met.")
        elif score.total < rules.min_score:
            reasons.append(f"The score {score.total} is below the minimum of {rules.min_score}.")
    del journeys
    return Gate(passed=not reasons, reasons=reasons)

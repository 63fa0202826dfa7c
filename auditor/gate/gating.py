"""Decides whether a release may pass, and says why not in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.model.outcome import Confidence, Kind, Severity
from auditor.model.verdict import Verdict
from auditor.result.model import Gate, JourneyResult, Score
from auditor.words.message import say

NO_EVIDENCE = "No pass without evidence"
_RANK = {Severity.MINOR: 0, Severity.MAJOR: 1, Severity.CRITICAL: 2}
_CUT_SHORT = {"failed", "blocked", "not_a_shop", "no_product"}


@dataclass(frozen=True)
class GateRules:
    """What fails a release: `fail_on` is the least severity of a failed check ("none" for no such rule).

    `missing` are sentences on plugins whose checks should have judged too.
    """

    fail_on: str = "critical"
    min_score: int | None = None
    missing: tuple[str, ...] = ()


def decide(rules: GateRules, verdicts: Sequence[Verdict], score: Score, journeys: Sequence[JourneyResult]) -> Gate:
    """Apply the rules. What was not looked at is never green: unbroken rules without evidence are no pass."""
    reasons = [*_failed_checks(rules, verdicts), *_low_score(rules, score)]
    reasons += [f"{NO_EVIDENCE}: {gap}." for gap in _gaps(verdicts, journeys)]
    reasons += [f"{NO_EVIDENCE}: {sentence}" for sentence in rules.missing]
    return Gate(passed=not reasons, reasons=reasons)


def is_cut_short(journey: JourneyResult) -> bool:
    """Whether a journey ended before it had seen what there is to see; a shop closed from the start shows nothing."""
    closed = journey.ended == "login_required" and journey.deepest_stage in {None, "home"}
    return closed or journey.ended in _CUT_SHORT


def _failed_checks(rules: GateRules, verdicts: Sequence[Verdict]) -> list[str]:
    if rules.fail_on == "none":
        return []
    least = _RANK[Severity(rules.fail_on)]
    hit: dict[str, list[str]] = {}
    for verdict in verdicts:
        if verdict.outcome.kind is Kind.FAIL and verdict.confidence is not Confidence.LOW and _RANK[verdict.severity] >= least:
            hit.setdefault(verdict.check.id, []).append(verdict.device or "shop")
    titles = {v.check.id: v.check.failure_title for v in verdicts}
    return [f"{titles[check]} ({check}, {', '.join(sorted(set(where)))})" for check, where in sorted(hit.items())]


def _low_score(rules: GateRules, score: Score) -> list[str]:
    if rules.min_score is None:
        return []
    if score.total is None:
        return [say("There is no score, so the minimum of {min_score} cannot be met.", min_score=rules.min_score)]
    return (
        [say("The score {total} is below the minimum of {min_score}.", total=score.total, min_score=rules.min_score)]
        if score.total < rules.min_score
        else []
    )


def _gaps(verdicts: Sequence[Verdict], journeys: Sequence[JourneyResult]) -> list[str]:
    gaps = []
    if not any(v.outcome.kind.scores for v in verdicts):
        gaps.append("nothing could be judged")
    elif not journeys or any(is_cut_short(j) or j.ended == "interrupted" for j in journeys):
        gaps.append("the audit did not come all the way")
    if any(v.outcome.kind is Kind.ERROR for v in verdicts):
        gaps.append("some checks broke")
    return gaps

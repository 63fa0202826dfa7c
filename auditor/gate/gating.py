"""Decides whether a release may pass, and says why not in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.model.outcome import Confidence, Kind, Severity
from auditor.model.verdict import Verdict
from auditor.record.places import called
from auditor.result.model import FailedCheck, Gate, JourneyResult, Score
from auditor.words.message import Message, own, say, together

_RANK = {Severity.MINOR: 0, Severity.MAJOR: 1, Severity.CRITICAL: 2}
WHOLE_SHOP = "shop"
_CUT_SHORT = {"failed", "blocked", "not_a_shop", "no_product"}


@dataclass(frozen=True)
class GateRules:
    """What fails a release: `fail_on` is the least severity of a failed check ("none" for no such rule).

    `missing` are sentences on what should have been judged too: plugins' checks, pages that assertions are about. `broken` are
    sentences on rules of others that are broken, such as the assertions of a lighthouserc.
    """

    fail_on: str = "critical"
    min_score: int | None = None
    missing: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()


def decide(rules: GateRules, verdicts: Sequence[Verdict], score: Score, journeys: Sequence[JourneyResult]) -> Gate:
    """Apply the rules. What was not looked at is never green: unbroken rules without evidence are no pass."""
    failed = _failed_checks(rules, verdicts)
    titles = {v.check.id: v.check.failure_title for v in verdicts}
    broken = [*(_named(titles[one.check], one) for one in failed), *_low_score(rules, score), *rules.broken]
    gaps = [*_gaps(verdicts, journeys), *(say("No pass without evidence: {sentence}", sentence=told) for told in rules.missing)]
    return Gate(passed=not broken and not gaps, reasons=[*broken, *gaps], failed_checks=failed, undecided=bool(gaps) and not broken)


def is_cut_short(journey: JourneyResult) -> bool:
    """Whether a journey ended before it had seen what there is to see; a shop closed from the start shows nothing."""
    closed = journey.ended == "login_required" and journey.deepest_stage in {None, "home"}
    return closed or journey.ended in _CUT_SHORT


def _failed_checks(rules: GateRules, verdicts: Sequence[Verdict]) -> list[FailedCheck]:
    if rules.fail_on == "none":
        return []
    least = _RANK[Severity(rules.fail_on)]
    hit: dict[str, set[str]] = {}
    for verdict in verdicts:
        if verdict.outcome.kind is Kind.FAIL and verdict.confidence is not Confidence.LOW and _RANK[verdict.severity] >= least:
            hit.setdefault(verdict.check.id, set()).add(verdict.device or WHOLE_SHOP)
    return [FailedCheck(check=check, devices=sorted(devices)) for check, devices in sorted(hit.items())]


def _named(title: str, failed: FailedCheck) -> Message:
    devices = together(*(say("shop") if device == WHOLE_SHOP else called(device) for device in failed.devices), between=", ")
    return say("{title} ({check}, {devices})", title=own(title), check=failed.check, devices=devices)


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
    gaps: list[str] = []
    if not any(v.outcome.kind.scores for v in verdicts):
        gaps.append(say("No pass without evidence: nothing could be judged."))
    elif not journeys or any(is_cut_short(j) or j.ended == "interrupted" for j in journeys):
        gaps.append(say("No pass without evidence: the audit did not come all the way."))
    if any(v.outcome.kind is Kind.ERROR for v in verdicts):
        gaps.append(say("No pass without evidence: some checks broke."))
    return list(gaps)

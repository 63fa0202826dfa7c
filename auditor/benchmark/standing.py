"""What each check says of each shop, over all devices and stages, and of one stage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

from auditor.result.model import Result, VerdictResult
from auditor.score.policy import SEVERITY_WEIGHT

GRADE: Mapping[str, float] = {"pass": 1.0, "warn": 0.5, "fail": 0.0}
"""The outcomes that say how well something is done."""
WEIGHT: Mapping[str, int] = {severity.value: weight for severity, weight in SEVERITY_WEIGHT.items()}
_SPREAD = 4  # a check of more stages than that says nothing of a single one


@dataclass(frozen=True)
class Judgement:
    """How well a shop does by one check: the mean of what was judged, whether all of it passes, and what it weighs."""

    check: str
    category: str
    severity: str
    grade: float
    flawless: bool
    priority: float
    weight: float


def judgements(verdicts: Iterable[VerdictResult], shares: Mapping[str, float] | None = None) -> dict[str, Judgement]:
    """Put the verdicts of each check together, those that were judged; `shares` is what of a check's weight counts."""
    found: dict[str, list[VerdictResult]] = {}
    for verdict in verdicts:
        if verdict.outcome in GRADE:
            found.setdefault(verdict.check, []).append(verdict)
    return {check: _judgement(check, group, (shares or {}).get(check, 1.0)) for check, group in found.items()}


def _judgement(check: str, verdicts: Sequence[VerdictResult], share: float) -> Judgement:
    problems = [v for v in verdicts if v.outcome != "pass"]
    severity = max((v.severity for v in problems or verdicts), key=WEIGHT.__getitem__)
    grade = mean(GRADE[v.outcome] for v in verdicts)
    priority = max(v.priority for v in verdicts)
    return Judgement(check, verdicts[0].category, severity, grade, not problems, priority, WEIGHT[severity] * share)


def at_stage(result: Result, stage: str, stages_of: Mapping[str, Sequence[str]]) -> dict[str, Judgement]:
    """Return what is said of one stage: by its page's checks, and in part by those that look at it among few others."""
    own = [v for v in result.verdicts if v.stage == stage or (v.stage is None and _concerns(stages_of.get(v.check, ()), stage))]
    return judgements(own, {v.check: 1 / len(stages_of[v.check]) for v in own if v.stage is None})


def _concerns(stages: Sequence[str], stage: str) -> bool:
    return stage in stages and len(stages) <= _SPREAD

"""The score of 0 to 100: weighted means per category, and caps because an average hides fatal faults.

1. A check is worth its grade (pass 1, warn 0.5, fail 0, numbers in between), averaged over stages, then over devices with
   60 per cent for the phone. 2. Within a category checks weigh by severity (critical 10, major 4, minor 1) and confidence
   (high 1, medium 0.75, low 0.5). 3. The total is the mean of the categories by their weights; a category of which less than
   half could be measured is left out. 4. Confirmed critical failures cap the total, blockers cap it hardest. They also cap the
score that is shown for their category; the total is made of the categories' uncapped means, so no fault counts twice.
5. What is shown is rounded, but 100 is shown only where nothing is missing.

`SCORING_VERSION` changes with every change of these rules; it stands in each result, with a hash of the weights.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from auditor.model.category import CATEGORIES, Category
from auditor.model.outcome import Confidence, Kind
from auditor.model.verdict import Verdict
from auditor.result.model import Cap, CategoryScore, DeviceScore, Grade, Score, whole
from auditor.score.policy import CONFIDENCE_FACTOR, SCORING_VERSION, SEVERITY_WEIGHT, Policy, policy
from auditor.words.message import Message, own, say, several, together

LEAST_COVERAGE = 0.5
CRITICAL_CAPS = {1: 84, 2: 74, 3: 64, 4: 54}
BLOCKER_CAP = 39
CATEGORY_CAPS = {1: 74, 2: 49}
GRADES: tuple[tuple[int, Grade], ...] = ((90, "A"), (80, "B"), (65, "C"), (50, "D"), (0, "E"))
_SWING = 0.3


@dataclass(frozen=True)
class _Judged:
    """What is scored, and how it is weighed."""

    verdicts: Sequence[Verdict]
    mobile: Mapping[str, bool]
    policy: Policy


@dataclass(frozen=True)
class _Worth:
    """A check's weight in its category, and its grade where it was measured."""

    weight: float
    grade: float | None


def score(verdicts: Sequence[Verdict], mobile: Mapping[str, bool], weighed: Policy | None = None) -> Score:
    """Score the verdicts; `mobile` tells for each device whether it is a phone. Pure and deterministic."""
    judged = _Judged(verdicts, mobile, weighed or policy())
    categories, exact, coverage = _categories(judged)
    raw = _mean(exact)
    caps = _caps(verdicts)
    total = None if raw is None else min([whole(raw), *(cap.limit for cap in caps)])
    return Score(
        total=total,
        raw=None if raw is None else round(raw, 2),
        grade=None if total is None else next(letter for least, letter in GRADES if total >= least),
        coverage=round(coverage, 4),
        caps=caps,
        categories=categories,
        devices={device: _device(judged, device) for device in sorted(mobile)},
        scoring_version=SCORING_VERSION,
        profile=judged.policy.profile,
        weights_hash=judged.policy.weights_hash,
        not_measurable=len({v.check.id for v in verdicts if v.outcome.kind is Kind.NOT_MEASURABLE}),
        confidence=_confidence(verdicts),
        sensitivity=_sensitivity(exact, caps),
    )


def _confidence(verdicts: Sequence[Verdict]) -> dict[str, int]:
    """Count the checks that score by the least sure of their measurements."""
    least: dict[str, Confidence] = {}
    for verdict in verdicts:
        if verdict.grade is not None:
            before = least.get(verdict.check.id, Confidence.HIGH)
            least[verdict.check.id] = min(before, verdict.confidence, key=CONFIDENCE_FACTOR.__getitem__)
    return {level.value: sum(found is level for found in least.values()) for level in Confidence}


def _categories(judged: _Judged) -> tuple[list[CategoryScore], list[tuple[float, float]], float]:
    """Score the categories; also returns weight and exact mean of each one that counts, and the coverage of all."""
    scored: list[CategoryScore] = []
    exact: list[tuple[float, float]] = []
    measured_total = applicable_total = 0.0
    for category in CATEGORIES:
        weight = judged.policy.weights[category.id]
        worths = _worths(category, judged)
        if not worths:
            continue
        applicable = sum(w.weight for w in worths)
        measured = sum(w.weight for w in worths if w.grade is not None)
        coverage = measured / applicable if applicable else 0.0
        applicable_total += weight
        measured_total += weight * coverage
        of_category = CategoryScore(id=category.id, title=category.title, score=None, weight=weight, coverage=round(coverage, 4))
        if measured and coverage >= LEAST_COVERAGE:
            value = 100 * sum(w.weight * w.grade for w in worths if w.grade is not None) / measured
            limit = _category_cap(judged.verdicts, category)
            exact.append((weight, value))
            of_category = of_category.model_copy(update={"score": whole(min(value, limit)), "capped": value > limit})
        scored.append(of_category)
    return scored, exact, measured_total / applicable_total if applicable_total else 0.0


def _mean(exact: Sequence[tuple[float, float]]) -> float | None:
    weights = sum(weight for weight, _ in exact)
    return sum(weight * value for weight, value in exact) / weights if weights else None


def _worths(category: Category, judged: _Judged) -> list[_Worth]:
    """One weight and grade per check of a category; a check that is nowhere applicable is left out."""
    by_check: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in judged.verdicts:
        if verdict.check.category == category.id:
            by_check[verdict.check.id].append(verdict)
    found = []
    for group in by_check.values():
        relevant = [v for v in group if v.outcome.kind.scores or v.outcome.kind in {Kind.NOT_MEASURABLE, Kind.ERROR}]
        if not relevant:
            continue
        graded = [v for v in relevant if v.grade is not None]
        weighed = graded or relevant
        severity = max(SEVERITY_WEIGHT[v.severity if v.outcome.kind is not Kind.PASS else v.check.severity] for v in weighed)
        confidence = min(CONFIDENCE_FACTOR[v.confidence] for v in weighed)
        found.append(_Worth(severity * confidence, _grade(graded, judged)))
    return found


def _grade(graded: Iterable[Verdict], judged: _Judged) -> float | None:
    """Mean over stages per device, then phones and desktops by their shares."""
    per_device: dict[str | None, list[float]] = defaultdict(list)
    for verdict in graded:
        if verdict.grade is not None:
            per_device[verdict.device].append(verdict.grade)
    if not per_device:
        return None
    means = {device: sum(grades) / len(grades) for device, grades in per_device.items()}
    phones = [m for device, m in means.items() if device is not None and judged.mobile.get(device)]
    others = [m for device, m in means.items() if device is None or not judged.mobile.get(device)]
    if phones and others:
        share = judged.policy.mobile_share
        return share * sum(phones) / len(phones) + (1 - share) * sum(others) / len(others)
    both = phones or others
    return sum(both) / len(both)


def _confirmed_critical(verdicts: Iterable[Verdict]) -> dict[str, Verdict]:
    """Critical checks that fail with high or medium confidence, each once."""
    return {v.check.id: v for v in verdicts if v.is_confirmed_critical}


def _caps(verdicts: Sequence[Verdict]) -> list[Cap]:
    critical = _confirmed_critical(verdicts)
    caps = []
    blockers = sorted({v.check.id for v in verdicts if v.blocks})
    if blockers:
        reason = say("Shoppers cannot buy, or should not: {faults}.", faults=_titles(critical[i] for i in blockers))
        caps.append(Cap(reason=reason, limit=BLOCKER_CAP, checks=blockers))
    if critical:
        faults = _titles(critical[i] for i in sorted(critical))
        reason = several(len(critical), "One critical check fails: {faults}.", "{n} critical checks fail: {faults}.", faults=faults)
        caps.append(Cap(reason=reason, limit=CRITICAL_CAPS[min(len(critical), 4)], checks=sorted(critical)))
    return sorted(caps, key=lambda cap: cap.limit)


def _titles(verdicts: Iterable[Verdict]) -> Message:
    return together(*(own(verdict.check.failure_title) for verdict in verdicts), between="; ")


def _category_cap(verdicts: Sequence[Verdict], category: Category) -> int:
    count = len(_confirmed_critical(v for v in verdicts if v.check.category == category.id))
    return CATEGORY_CAPS[min(count, 2)] if count else 100


def _device(judged: _Judged, device: str) -> DeviceScore:
    own = replace(judged, verdicts=[v for v in judged.verdicts if v.device in {device, None}])
    categories, exact, _ = _categories(own)
    raw = _mean(exact)
    total = None if raw is None else min([whole(raw), *(cap.limit for cap in _caps(own.verdicts))])
    return DeviceScore(total=total, raw=None if raw is None else round(raw, 2), categories={c.id: c.score for c in categories})


def _sensitivity(exact: Sequence[tuple[float, float]], caps: Sequence[Cap]) -> tuple[int, int] | None:
    """How far the total moves when each weight in turn is 30 per cent lower or higher, the others in proportion."""
    totals = []
    for i in range(len(exact)):
        for factor in (1 - _SWING, 1 + _SWING):
            mean = _mean([(weight * factor if i == j else weight, value) for j, (weight, value) in enumerate(exact)])
            if mean is not None:
                totals.append(min([whole(mean), *(cap.limit for cap in caps)]))
    return (min(totals), max(totals)) if totals else None

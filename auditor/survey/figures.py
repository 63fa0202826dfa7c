"""From the answers to one question to its score, with the interval that keeps anyone from reading too much into it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from auditor.result.survey import SurveyDifference, SurveyFigures, SurveySegment
from auditor.survey import intervals
from auditor.survey.answers import Answer
from auditor.survey.metrics import RULES, Metric

_LIST_ONLY, _INDICATIVE = 10, 30
Scale = tuple[int, int]


def figures(metric: Metric, scale: Scale, answers: Sequence[Answer], population: int | None = None) -> SurveyFigures:
    """Return what so many answers allow to say: under 10 the answers alone, under 30 a score that is indicative."""
    n = len(answers)
    counted = Counter(a.value for a in answers)
    distribution = {f"{value:g}": counted[value] for value in sorted(counted)}
    if n < _LIST_ONLY:
        return SurveyFigures(n=n, shown="answers", distribution=distribution)
    shown: Literal["indicative", "score"] = "indicative" if n < _INDICATIVE else "score"
    effective = effective_n(answers)
    correction = intervals.correction(n, population)
    mean, deviation = spread(answers)
    unit, score, interval = _score(metric, scale, answers, (effective, correction, mean, deviation))
    around = intervals.mean_interval(mean, deviation, effective, correction)
    return SurveyFigures(
        n=n,
        shown=shown,
        distribution=distribution,
        unit=unit,
        score=round(score, 2),
        interval=_rounded(interval),
        mean=round(mean, 2),
        mean_interval=_rounded((max(around[0], scale[0]), min(around[1], scale[1]))),
        deviation=round(deviation, 4),
        effective_n=round(effective, 1),
    )


def _score(
    metric: Metric, scale: Scale, answers: Sequence[Answer], told: tuple[float, float, float, float]
) -> tuple[Literal["points", "%", "mean"], float, intervals.Interval]:
    effective, correction, mean, deviation = told
    if metric is Metric.NPS:
        promoters, detractors = nps_shares(answers)
        score, _ = intervals.nps(promoters, detractors, effective)
        return "points", score, intervals.nps_interval(promoters, detractors, effective, correction)
    if metric is Metric.CES1:
        return "mean", mean, intervals.mean_interval(mean, deviation, effective, correction)
    good = top_share(metric, scale, answers)
    low, high = intervals.wilson(good, effective / correction**2 if correction else math.inf)
    return "%", 100 * good, (100 * low, 100 * high)


def nps_shares(answers: Sequence[Answer]) -> tuple[float, float]:
    """Return the shares of promoters (9 and 10) and detractors (0 to 6)."""
    return _share(answers, lambda value: value >= 9), _share(answers, lambda value: value <= 6)


def top_share(metric: Metric, scale: Scale, answers: Sequence[Answer]) -> float:
    """Return the share of the best answers: the two best of satisfaction, 5 to 7 of ease."""
    least = scale[1] - RULES[metric].top + 1
    return _share(answers, lambda value: value >= least)


def effective_n(answers: Sequence[Answer]) -> float:
    """Return how many equal answers the weighted ones are worth: the square of the sum by the sum of squares."""
    return sum(a.weight for a in answers) ** 2 / sum(a.weight**2 for a in answers)


def spread(answers: Sequence[Answer]) -> tuple[float, float]:
    """Return the weighted mean and the standard deviation of the sample."""
    total = sum(a.weight for a in answers)
    mean = sum(a.weight * a.value for a in answers) / total
    effective = effective_n(answers)
    if effective <= 1:
        return mean, 0.0
    variance = sum(a.weight * (a.value - mean) ** 2 for a in answers) / total * effective / (effective - 1)
    return mean, math.sqrt(variance)


def segments(metric: Metric, scale: Scale, answers: Sequence[Answer]) -> list[SurveySegment]:
    """Return the figures by stage, device and month, for as far as the answers say so."""
    by: tuple[tuple[Literal["stage", "device", "month"], Callable[[Answer], str]], ...] = (
        ("stage", lambda a: a.stage),
        ("device", lambda a: a.device),
        ("month", lambda a: a.month),
    )
    return [
        SurveySegment(by=name, value=value, figures=figures(metric, scale, [a for a in answers if key(a) == value]))
        for name, key in by
        for value in sorted({key(a) for a in answers} - {""})
    ]


def difference(metric: Metric, scale: Scale, answers: Sequence[Answer]) -> SurveyDifference | None:
    """Compare phone and desktop where each has answers enough; None where it has not, or the measure is a mean."""
    one, other = ([a for a in answers if a.device == device] for device in ("mobile", "desktop"))
    if min(len(one), len(other)) < _INDICATIVE or metric is Metric.CES1:
        return None
    n, m = effective_n(one), effective_n(other)
    if metric is Metric.NPS:
        gap, interval = intervals.nps_difference(intervals.nps(*nps_shares(one), n), intervals.nps(*nps_shares(other), m))
    else:
        gap, (low, high) = intervals.share_difference(top_share(metric, scale, one), n, top_share(metric, scale, other), m)
        gap, interval = 100 * gap, (100 * low, 100 * high)
    return SurveyDifference(
        one="mobile", other="desktop", difference=round(gap, 2), interval=_rounded(interval), detectable=not interval[0] <= 0 <= interval[1]
    )


def _share(answers: Iterable[Answer], good: Callable[[float], bool]) -> float:
    answers = list(answers)
    return sum(a.weight for a in answers if good(a.value)) / sum(a.weight for a in answers)


def _rounded(interval: intervals.Interval) -> tuple[float, float]:
    return round(interval[0], 2) + 0.0, round(interval[1], 2) + 0.0

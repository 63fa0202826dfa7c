"""In which order to mend things: impact on shoppers against the effort of mending."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from enum import StrEnum

from auditor.model.check import Effort, Scope
from auditor.model.stage import Stage
from auditor.model.verdict import Verdict
from auditor.score.policy import CONFIDENCE_FACTOR, SEVERITY_WEIGHT

EFFORT_POINTS: Mapping[Effort, int] = {Effort.XS: 1, Effort.S: 2, Effort.M: 4, Effort.L: 8, Effort.XL: 16}
HIGH_IMPACT = 25.0
_LITTLE = {Effort.XS, Effort.S}
_SITE_WIDE = 0.8
_AFTERWARDS = 0.6
_POSITION: Mapping[Stage, float] = {
    Stage.HOME: 0.6,
    Stage.CATEGORY: 0.6,
    Stage.SEARCH: 0.6,
    Stage.PRODUCT: 0.8,
    Stage.CART: 0.9,
    Stage.CHECKOUT: 1.0,
    Stage.ADDRESS: 1.0,
    Stage.SHIPPING: 1.0,
    Stage.PAYMENT: 1.0,
}
_LEAST_REACH = 0.3


class Quadrant(StrEnum):
    """What to do with a problem: much or little impact, little or much work."""

    QUICK_WIN = "quick_win"
    BIG_PROJECT = "big_project"
    FILL_IN = "fill_in"
    LATER = "later"


def impact(verdict: Verdict, reach: float) -> float:
    """Return 0 to 100: severity x reach x place in the journey x how bad x how sure.

    `reach` is the share of the stages and devices looked at that are affected, 1 for a site-wide fact.
    """
    grade = verdict.grade
    if grade is None:
        return 0.0
    weight = SEVERITY_WEIGHT[verdict.severity] / 10
    return 100 * weight * max(reach, _LEAST_REACH) * position_of(verdict) * (1 - grade) * CONFIDENCE_FACTOR[verdict.confidence]


def position_of(verdict: Verdict) -> float:
    """Return how near to the payment it hurts: its stage, else the nearest stage that its check is about."""
    stages = [verdict.stage] if verdict.stage else verdict.check.stages
    if not stages or len(stages) == len(Stage):
        return _AFTERWARDS if verdict.check.category == "postpurchase" else _SITE_WIDE
    return max(_POSITION[stage] for stage in stages)


def priority(verdict: Verdict, reach: float) -> float:
    """Return impact divided by the square root of the effort; the higher, the sooner."""
    return round(impact(verdict, reach) / math.sqrt(EFFORT_POINTS[verdict.check.effort]), 2)


def quadrant(impact_: float, effort: Effort) -> Quadrant:
    """Say what to do with a problem of this impact that takes this effort."""
    if effort in _LITTLE:
        return Quadrant.QUICK_WIN if impact_ >= HIGH_IMPACT else Quadrant.FILL_IN
    return Quadrant.BIG_PROJECT if impact_ >= HIGH_IMPACT else Quadrant.LATER


def reach_of(verdict: Verdict, siblings: Sequence[Verdict]) -> float:
    """Return the share of a check's graded verdicts, over stages and devices, that are not a pass; 1 for a site-wide fact."""
    if verdict.check.scope is Scope.SHOP:
        return 1.0
    graded = [v for v in siblings if v.grade is not None]
    return sum(v.grade is not None and v.grade < 1 for v in graded) / len(graded) if graded else 1.0

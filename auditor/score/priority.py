"""In which order to mend things: impact on shoppers against the effort of mending."""

from __future__ import annotations

import math
from collections.abc import Mapping

from auditor.model.check import Effort, Scope
from auditor.model.stage import Stage
from auditor.model.verdict import Verdict
from auditor.score.scoring import CONFIDENCE_FACTOR, SEVERITY_WEIGHT

EFFORT_POINTS: Mapping[Effort, int] = {Effort.XS: 1, Effort.S: 2, Effort.M: 4, Effort.L: 8, Effort.XL: 16}
_SITE_WIDE = 0.8
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


def impact(verdict: Verdict, reach: float) -> float:
    """Return 0 to 100: severity x reach x place in the journey x how bad x how sure.

    `reach` is the share of the stages and devices looked at that are affected, 1 for a site-wide fact.
    """
    grade = verdict.grade
    if grade is None:
        return 0.0
    stages = [verdict.stage] if verdict.stage else list(verdict.check.stages)
    position = max((_POSITION[s] for s in stages if s), default=_SITE_WIDE)
    weight = SEVERITY_WEIGHT[verdict.severity] / 10
    return 100 * weight * max(reach, _LEAST_REACH) * position * (1 - grade) * CONFIDENCE_FACTOR[verdict.confidence]


def priority(verdict: Verdict, reach: float) -> float:
    """Return impact divided by the square root of the effort; the higher, the sooner."""
    return round(impact(verdict, reach) / math.sqrt(EFFORT_POINTS[verdict.check.effort]), 2)


def reach_of(verdict: Verdict, siblings: list[Verdict]) -> float:
    """Return the share of a check's graded verdicts that are not a pass."""
    if verdict.check.scope is not Scope.PAGE:
        return 1.0
    graded = [v for v in siblings if v.grade is not None]
    return sum(v.grade is not None and v.grade < 1 for v in graded) / len(graded) if graded else 1.0

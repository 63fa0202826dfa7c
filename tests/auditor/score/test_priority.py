import math
from typing import Any

import pytest

from auditor.api import Confidence, Effort, Kind, Scope, Severity, Stage
from auditor.score.priority import EFFORT_POINTS, impact, priority, reach_of
from tests.auditor.specimens import check, verdict


def failing(severity: Severity, stage: Stage | None = None, **facts: Any) -> float:
    return impact(verdict(check(severity=severity, **facts), Kind.FAIL, stage=stage), reach=1)


@pytest.mark.parametrize(("severity", "points"), [(Severity.CRITICAL, 100), (Severity.MAJOR, 40), (Severity.MINOR, 10)])
def test_a_failure_at_the_checkout_weighs_by_its_severity(severity: Severity, points: int) -> None:
    assert failing(severity, Stage.CHECKOUT) == points


@pytest.mark.parametrize(
    ("stage", "position"),
    [
        (Stage.HOME, 0.6), (Stage.CATEGORY, 0.6), (Stage.SEARCH, 0.6), (Stage.PRODUCT, 0.8), (Stage.CART, 0.9),
        (Stage.CHECKOUT, 1.0), (Stage.ADDRESS, 1.0), (Stage.SHIPPING, 1.0), (Stage.PAYMENT, 1.0), (None, 0.8),
    ],
)  # fmt: skip
def test_nearer_to_the_payment_hurts_more(stage: Stage | None, position: float) -> None:
    assert failing(Severity.CRITICAL, stage) == pytest.approx(100 * position)


def test_a_journey_counts_with_its_last_stage() -> None:
    assert failing(Severity.CRITICAL, None, stages=(Stage.HOME, Stage.CART)) == pytest.approx(90)


@pytest.mark.parametrize(("reach", "share"), [(1.0, 1.0), (0.5, 0.5), (0.3, 0.3), (0.1, 0.3), (0.0, 0.3)])
def test_reach_counts_but_never_below_its_floor(reach: float, share: float) -> None:
    found = verdict(check(severity=Severity.CRITICAL), Kind.FAIL, stage=Stage.PAYMENT)
    assert impact(found, reach) == pytest.approx(100 * share)


def test_what_is_half_right_or_half_sure_hurts_half() -> None:
    half_right = verdict(check(severity=Severity.CRITICAL), Kind.WARN, stage=Stage.PAYMENT, grade=0.75)
    half_sure = verdict(check(severity=Severity.CRITICAL, confidence=Confidence.LOW), Kind.FAIL, stage=Stage.PAYMENT)
    assert (impact(half_right, 1), impact(half_sure, 1)) == (25, 50)


@pytest.mark.parametrize("kind", [kind for kind in Kind if not kind.scores])
def test_what_does_not_score_has_no_impact(kind: Kind) -> None:
    assert priority(verdict(check(), kind), 1) == 0


def test_a_pass_has_no_impact() -> None:
    assert priority(verdict(check(), Kind.PASS), 1) == 0


@pytest.mark.parametrize(("effort", "points"), [(Effort.XS, 1), (Effort.S, 2), (Effort.M, 4), (Effort.L, 8), (Effort.XL, 16)])
def test_impact_is_divided_by_the_root_of_the_effort(effort: Effort, points: int) -> None:
    assert EFFORT_POINTS[effort] == points
    found = verdict(check(severity=Severity.CRITICAL, effort=effort), Kind.FAIL, stage=Stage.PAYMENT)
    assert priority(found, 1) == round(100 / math.sqrt(points), 2)


def test_reach_is_the_share_of_pages_with_a_problem() -> None:
    page = check("trust-sample", scope=Scope.PAGE)
    kinds = [Kind.FAIL, Kind.WARN, Kind.PASS, Kind.PASS, Kind.NOT_MEASURABLE, Kind.NOT_APPLICABLE]
    said = [verdict(page, kind, stage=stage) for kind, stage in zip(kinds, Stage, strict=False)]
    assert reach_of(said[0], said) == 0.5


def test_reach_counts_devices_too() -> None:
    said = [verdict(check(), Kind.FAIL, "desktop"), verdict(check(), Kind.PASS, "mobile")]
    assert reach_of(said[0], said) == 0.5


def test_a_site_wide_fact_reaches_everybody() -> None:
    said = [verdict(check(scope=Scope.SHOP), Kind.FAIL, None)]
    assert reach_of(said[0], said) == 1


def test_a_fact_of_no_place_counts_less_than_the_checkout_and_one_of_afterwards_least() -> None:
    everywhere = check("trust-a", severity=Severity.CRITICAL, stages=tuple(Stage))
    afterwards = check("postpurchase-a", severity=Severity.CRITICAL)
    assert impact(verdict(everywhere, Kind.FAIL), 1) == pytest.approx(80)
    assert impact(verdict(afterwards, Kind.FAIL), 1) == pytest.approx(60)

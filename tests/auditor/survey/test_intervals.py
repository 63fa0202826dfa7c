"""The published test vectors, and tables of Student's t."""

import math

import pytest

from auditor.survey.intervals import (
    adjusted_nps,
    correction,
    mean_interval,
    nps,
    nps_difference,
    nps_interval,
    share_difference,
    student_t,
    wilson,
)

NEAR = 0.005


@pytest.mark.parametrize(
    ("promoters", "passives", "detractors", "plain", "adjusted"),
    [(50, 30, 20, (30.00, 7.81), (29.13, 7.69)), (10, 0, 0, (100, 0), (76.92, 15.01)), (6, 3, 3, (25.00, 23.94), (20.00, 20.98))],
)
def test_net_promoter_scores_and_their_errors(
    promoters: int, passives: int, detractors: int, plain: tuple[float, float], adjusted: tuple[float, float]
) -> None:
    n = promoters + passives + detractors
    shares = promoters / n, detractors / n
    assert nps(*shares, n) == pytest.approx(plain, abs=NEAR)
    assert adjusted_nps(*shares, n) == pytest.approx(adjusted, abs=NEAR)


def test_from_a_hundred_answers_on_the_interval_is_the_plain_one() -> None:
    assert nps_interval(0.5, 0.2, 100) == pytest.approx((14.69, 45.31), abs=NEAR)


@pytest.mark.parametrize(
    ("shares", "n", "interval"),
    [((1.0, 0.0), 10, (47.50, 100.0)), ((0.5, 0.25), 12, (-21.11, 61.11)), ((0.0, 1.0), 10, (-100.0, -47.50))],
)
def test_small_samples_have_the_adjusted_interval_within_what_is_possible(
    shares: tuple[float, float], n: int, interval: tuple[float, float]
) -> None:
    assert nps_interval(*shares, n) == pytest.approx(interval, abs=NEAR)


def test_the_adjusted_interval_of_a_hundred_is_as_published() -> None:
    score, error = adjusted_nps(0.5, 0.2, 100)
    assert (score - 1.96 * error, score + 1.96 * error) == pytest.approx((14.05, 44.20), abs=NEAR)


@pytest.mark.parametrize(
    ("good", "n", "low", "high"),
    [(80, 100, 71.12, 86.66), (10, 10, 72.25, 100), (3, 4, 30.06, 95.44), (0, 10, 0, 27.75), (70, 100, 60.42, 78.11)],
)
def test_shares_have_wilsons_interval(good: int, n: int, low: float, high: float) -> None:
    assert [100 * limit for limit in wilson(good / n, n)] == pytest.approx([low, high], abs=NEAR)


def test_means_have_the_t_interval() -> None:
    assert mean_interval(5.03, 1.7259, 100) == pytest.approx((4.69, 5.37), abs=NEAR)


@pytest.mark.parametrize(
    ("freedom", "t"),
    [(1, 12.706), (2, 4.303), (3, 3.182), (4, 2.776), (9, 2.262), (29, 2.045), (30, 2.042), (99, 1.984), (1000, 1.962), (5000, 1.960)],
)
def test_student_t_is_as_in_the_tables(freedom: int, t: float) -> None:
    assert student_t(freedom) == pytest.approx(t, abs=0.0005)


def test_a_difference_of_net_promoter_scores() -> None:
    one, other = nps(120 / 200, 30 / 200, 200), nps(50 / 100, 20 / 100, 100)
    difference, interval = nps_difference(one, other)
    assert (difference, *interval) == pytest.approx((15.00, -3.42, 33.42), abs=0.01)
    assert math.hypot(one[1], other[1]) == pytest.approx(9.40, abs=NEAR)


def test_a_difference_of_shares_is_newcombes() -> None:
    # Newcombe (1998), table II, method 10: 56/70 - 48/80 is 0.2, from 0.0524 to 0.3339
    difference, interval = share_difference(56 / 70, 70, 48 / 80, 80)
    assert (difference, *interval) == pytest.approx((0.2, 0.0524, 0.3339), abs=0.0001)


@pytest.mark.parametrize(("n", "population", "factor"), [(50, None, 1.0), (50, 101, 0.7141), (50, 50, 0.0), (1, 1, 1.0), (10, 10**9, 1.0)])
def test_who_asked_nearly_everybody_knows_more(n: int, population: int | None, factor: float) -> None:
    assert correction(n, population) == pytest.approx(factor, abs=0.0001)

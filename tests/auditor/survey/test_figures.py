import random

import pytest

from auditor.survey.answers import Answer
from auditor.survey.figures import difference, effective_n, figures, segments, spread
from auditor.survey.metrics import Metric

NPS, CSAT, CES2, CES1 = Metric.NPS, Metric.CSAT, Metric.CES2, Metric.CES1


def answers(counts: dict[int, int], **facts: str) -> list[Answer]:
    """So many of each answer."""
    return [Answer(float(value), **facts) for value, count in counts.items() for _ in range(count)]  # type: ignore[arg-type]


def test_ease_has_share_mean_and_both_intervals() -> None:
    found = figures(CES2, (1, 7), answers({7: 20, 6: 30, 5: 20, 4: 10, 3: 8, 2: 7, 1: 5}))
    assert (found.n, found.shown, found.unit, found.score) == (100, "score", "%", 70)
    assert found.interval == (60.42, 78.11)
    assert (found.mean, found.mean_interval) == (5.03, (4.69, 5.37))
    assert found.deviation == pytest.approx(1.7259, abs=0.00005)
    assert found.distribution == {"1": 5, "2": 7, "3": 8, "4": 10, "5": 20, "6": 30, "7": 20}


def test_net_promoter_score_counts_the_ends() -> None:
    found = figures(NPS, (0, 10), answers({10: 30, 9: 20, 8: 20, 7: 10, 6: 15, 0: 5}))
    assert (found.score, found.unit, found.interval) == (30, "points", (14.69, 45.31))


@pytest.mark.parametrize(("scale", "good"), [((1, 5), 80.0), ((1, 7), 0.0), ((0, 4), 100.0)])
def test_satisfaction_is_the_share_of_the_two_best_answers(scale: tuple[int, int], good: float) -> None:
    assert figures(CSAT, scale, answers({4: 80, 3: 20})).score == good


def test_effort_of_the_first_kind_is_a_mean() -> None:
    found = figures(CES1, (1, 5), answers({1: 20, 2: 20}))
    assert (found.unit, found.score, found.interval) == ("mean", 1.5, found.mean_interval)


@pytest.mark.parametrize(("n", "shown"), [(0, "answers"), (9, "answers"), (10, "indicative"), (29, "indicative"), (30, "score")])
def test_few_answers_allow_to_say_little(n: int, shown: str) -> None:
    found = figures(CSAT, (1, 5), answers({5: n}))
    assert (found.shown, found.n) == (shown, n)
    assert (found.score is None) is (found.interval is None) is (shown == "answers")


def test_answers_of_one_mind_keep_a_width() -> None:
    assert figures(NPS, (0, 10), answers({10: 10})).interval == (47.5, 100)


def test_weights_count_and_cost_width() -> None:
    said = [Answer(5, 3.0)] * 10 + [Answer(1, 1.0)] * 30
    assert effective_n(said) == pytest.approx(30)  # 60² / (10 x 9 + 30)
    found = figures(CSAT, (1, 5), said)
    assert (found.score, found.effective_n) == (50, 30)
    assert spread([Answer(v) for v in (1, 2, 3)]) == (2, 1)


def test_who_asked_everybody_has_no_interval_left() -> None:
    said = answers({5: 24, 1: 16})
    whole = figures(CSAT, (1, 5), said, population=40)
    part = figures(CSAT, (1, 5), said, population=80)
    assert whole.interval == (60, 60)
    assert part.interval is not None
    assert figures(CSAT, (1, 5), said).interval == (44.6, 73.65)
    assert 44.6 < part.interval[0] < 60 < part.interval[1] < 73.65


def test_order_of_the_answers_changes_nothing() -> None:
    said = [Answer(float(v % 11), 1 + v % 3) for v in range(50)]
    wanted = figures(NPS, (0, 10), said)
    random.Random(3).shuffle(said)  # noqa: S311 - no secret
    assert figures(NPS, (0, 10), said) == wanted


def test_segments_obey_the_same_rules() -> None:
    said = answers({5: 12}, stage="cart", device="mobile", month="2026-10") + answers({5: 3}, stage="payment")
    found = {(s.by, s.value): (s.figures.n, s.figures.shown) for s in segments(CSAT, (1, 5), said)}
    assert found == {
        ("stage", "cart"): (12, "indicative"), ("stage", "payment"): (3, "answers"),
        ("device", "mobile"): (12, "indicative"), ("month", "2026-10"): (12, "indicative"),
    }  # fmt: skip


def test_devices_differ_detectably_or_not() -> None:
    near = answers({10: 120, 8: 50, 0: 30}, device="mobile") + answers({10: 50, 8: 30, 0: 20}, device="desktop")
    found = difference(NPS, (0, 10), near)
    assert found is not None
    assert (found.difference, found.interval, found.detectable) == (15, (-3.43, 33.43), False)
    far = difference(CSAT, (1, 5), answers({5: 40}, device="mobile") + answers({1: 40}, device="desktop"))
    assert far is not None
    assert (far.difference, far.detectable) == (100, True)


@pytest.mark.parametrize("metric", [CSAT, CES1])
def test_few_answers_or_means_are_not_compared(metric: Metric) -> None:
    n = 29 if metric is CSAT else 40
    assert difference(metric, (1, 5), answers({5: n}, device="mobile") + answers({1: 40}, device="desktop")) is None

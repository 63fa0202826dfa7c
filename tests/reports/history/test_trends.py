from auditor_reports.history.trends import category_trends, measure_trends, total_trends

from tests.reports.history.histories import eventful, metric, run, site


def test_only_runs_made_alike_are_joined_and_the_newest_come_last() -> None:
    other, newest = total_trends(eventful())
    assert [(point.place, point.value) for point in newest.points] == [(2, 70), (4, 68), (5, 80), (6, 80)]
    assert [(point.place, point.value) for point in other.points] == [(0, 60), (1, 65)]
    assert (newest.newest, newest.first, newest.last, other.newest) == (True, 70, 80, False)


def test_a_run_without_a_score_is_no_point() -> None:
    assert total_trends(site(run(score=None))) == []
    (trend,) = total_trends(site(run(0, 50), run(1, None), run(2, 60)))
    assert [point.place for point in trend.points] == [0, 2]


def test_categories_stand_in_their_usual_order_and_unknown_ones_at_the_end() -> None:
    assert [name for name, _ in category_trends(eventful())] == ["speed", "trust", "own-kind"]


def test_measures_are_those_of_the_newest_run_over_the_runs_like_it() -> None:
    told = dict(
        measure_trends(site(run(0, metrics=[metric(3.0), metric(9, check="gone")]), run(1, likeness="b"), run(2, metrics=[metric(2.0)])))
    )
    assert {key: [point.value for point in trend.points] for key, trend in told.items()} == {
        ("speed-lcp", "mobile", "home", "s"): [3.0, 2.0]
    }

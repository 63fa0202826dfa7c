import re

from auditor_reports.history.drawing import Scale, chart_of, scale_of, sparkline
from auditor_reports.history.trends import total_trends

from tests.reports.history.histories import HISTORIES, eventful, run, site

SIZE = (300.0, 120.0)


def test_small_changes_look_small() -> None:
    trends = total_trends(site(run(0, 80), run(1, 82)))
    scale = scale_of([trends], 2)
    assert (scale.low, scale.high) == (70, 100)
    assert scale_of([total_trends(site(run(0, 100), run(1, 0)))], 2) == Scale(0, 100, 2)
    assert (scale_of([total_trends(site(run(0, 100)))], 1).low, scale_of([total_trends(site(run(0, 1)))], 1).high) == (80, 20)
    assert scale_of([], 0) == Scale(0, 100, 0)


def test_points_stand_inside_of_the_drawing_in_the_order_of_time() -> None:
    for sites in HISTORIES.values():
        for one in sites:
            trends = total_trends(one)
            chart = chart_of(trends, scale_of([trends], len(one.runs)), SIZE)
            marks = [mark for line in chart.lines for mark in line.marks]
            assert all(0 < mark.x < SIZE[0] and 0 < mark.y < SIZE[1] for mark in marks)
            for line in chart.lines:
                assert [mark.x for mark in line.marks] == sorted(mark.x for mark in line.marks)


def test_higher_scores_stand_higher() -> None:
    trends = total_trends(eventful())
    newest = chart_of(trends, scale_of([trends], 7), SIZE).lines[-1]
    assert newest.marks[0].y > newest.marks[2].y
    assert [mark.gate for mark in newest.marks] == ["undecided", "failed", "passed", "passed"]
    assert newest.marks[2].words == "6 January 2026, 09:00 UTC: 80 (Release 4.2)"


def test_the_description_names_the_points() -> None:
    trends = total_trends(eventful())
    chart = chart_of(trends, scale_of([trends], 7), SIZE)
    assert chart.description.startswith("1 January 2026: 60; 2 January 2026: 65; ")
    assert [(words, anchor) for _, words, anchor in chart.dates] == [("1 January 2026", "start"), ("7 January 2026", "end")]


def test_a_small_line_has_a_point_for_each_run() -> None:
    newest = total_trends(eventful())[-1]
    assert re.fullmatch(r"(\d+\.\d,\d+\.\d ){3}\d+\.\d,\d+\.\d", sparkline(newest))
    assert sparkline(total_trends(site(run(0, 5), run(1, 5)))[0]) == "2.0,12.0 118.0,12.0"

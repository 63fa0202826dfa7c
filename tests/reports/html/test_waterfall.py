"""The drawing of a page's requests."""

from typing import Any

from auditor_reports.html.waterfall import waterfall_of
from auditor_reports.view.loading import Load, PageLoading


def load(**facts: Any) -> Load:
    known: dict[str, Any] = {
        "kind": "script", "name": "a.js", "party": "shop.example", "own": True, "size": 500, "start": 100.0, "took": 50.0, "failed": False,
    }  # fmt: skip
    return Load(**{**known, **facts})


def test_bars_begin_when_requests_began() -> None:
    drawing = waterfall_of(PageLoading("home", [load(start=0.0, took=1000.0), load(start=500.0, took=250.0, size=0)]))
    assert [(bar.x, bar.width) for bar in drawing.bars] == [(320.0, 480.0), (560.0, 120.0)]
    assert [bar.figures.replace("\u00a0", " ") for bar in drawing.bars] == ["1.0 s · 500 bytes", "250 ms"]
    assert drawing.ticks[0].label.replace("\u00a0", " ") == "0 ms"
    assert (drawing.note, drawing.rest) == ("", "")


def test_paints_are_marked_inside_of_the_drawing() -> None:
    drawing = waterfall_of(PageLoading("home", [load(start=0.0, took=1000.0)], marks={"FCP": 500.0, "LCP": 2000.0}))
    assert [(mark.label, mark.x, mark.anchor) for mark in drawing.marks] == [("FCP", 440.0, "start"), ("LCP", 800.0, "end")]


def test_more_than_sixty_requests_end_in_one_row_of_the_rest() -> None:
    drawing = waterfall_of(PageLoading("home", [load(start=float(i), size=1000) for i in range(127)]))
    assert len(drawing.bars) == 59
    assert drawing.rest.replace("\u00a0", " ") == "68 more requests, 68 kB"
    assert waterfall_of(PageLoading("home", [load()] * 60)).rest == ""


def test_what_the_recording_does_not_hold_is_said() -> None:
    without_start = waterfall_of(PageLoading("home", [load(start=None)], marks={"LCP": 2000.0}))
    assert "does not hold when each request began" in without_start.note
    assert without_start.marks == []
    sizes = waterfall_of(PageLoading("home", [load(start=None, took=None, size=900), load(start=None, took=None, size=90)]))
    assert "holds no times" in sizes.note
    assert [(bar.x, bar.width) for bar in sizes.bars] == [(320.0, 480.0), (320.0, 48.0)]
    assert sizes.ticks == []


def test_a_failed_request_says_so() -> None:
    (bar,) = waterfall_of(PageLoading("home", [load(failed=True, took=None, size=0, start=0.0)])).bars
    assert (bar.figures, bar.width) == ("failed", 2.0)

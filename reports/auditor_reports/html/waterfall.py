"""The waterfall of a page's requests: where the bars stand in the drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor_reports.view.figures import measure
from auditor_reports.view.voice import tell, tell_several

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor_reports.view.loading import Load, PageLoading

_ROW = 17
_SCALE, _MARK = 22, 14  # what the times above the bars take, and each mark above them
_LEFT, _RIGHT = 320, 800  # between them stand the bars
_ROWS = 60
_STEPS = (50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 60_000)
_TICKS = 6
_LEAST = 2.0


@dataclass(frozen=True)
class Bar:
    """One request as a row of the drawing; `figures` are its time and size in words."""

    load: Load
    y: int
    x: float
    width: float
    figures: str


@dataclass(frozen=True)
class Line:
    """A vertical line with what it says."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True)
class Waterfall:
    """The drawing: bars, the scale of time above them, the marks of the paints, and the rest that has no bar."""

    top: int
    height: int
    bars: Sequence[Bar]
    ticks: Sequence[Line]
    marks: Sequence[Line]
    rest: str
    note: str


def waterfall_of(page: PageLoading) -> Waterfall:
    """Return the drawing of a page's requests; without times its bars show sizes."""
    loads = page.loads if len(page.loads) <= _ROWS else page.loads[: _ROWS - 1]
    left_out = page.loads[len(loads) :]
    lengths = [load.end if page.timed else load.size for load in page.loads]
    end = max(*lengths, *page.marks.values(), 1.0) if page.timed and page.started else max(*lengths, 1.0)
    scale = (_RIGHT - _LEFT) / end
    marks = [_mark(name, moment, scale) for name, moment in page.marks.items()] if page.timed and page.started else []
    top = _SCALE + _MARK * len(marks)
    bars = [
        Bar(
            load,
            top + place * _ROW,
            round(_LEFT + (load.start or 0.0) * scale if page.started else _LEFT, 1),
            round(max(_LEAST, ((load.took or 0.0) if page.timed else load.size) * scale), 1),
            _figures(load),
        )
        for place, load in enumerate(loads)
    ]
    return Waterfall(
        top,
        top + _ROW * (len(loads) + bool(left_out)) + 6,
        bars,
        _ticks(end, scale) if page.timed else [],
        marks,
        _rest(left_out),
        _note(page),
    )


def _figures(load: Load) -> str:
    told = [tell("failed")] if load.failed else []
    told += [measure(round(load.took), "ms")] if load.took is not None else []
    told += [measure(load.size, "bytes")] if load.size else []
    return " · ".join(told)


def _ticks(end: float, scale: float) -> list[Line]:
    step = next((step for step in _STEPS if end / step <= _TICKS), _STEPS[-1])
    moments = [step * i for i in range(int(end // step) + 1)][: _TICKS + 1]
    return [Line(round(_LEFT + moment * scale, 1), measure(moment, "ms"), "middle" if moment else "start") for moment in moments]


def _mark(name: str, moment: float, scale: float) -> Line:
    x = round(_LEFT + moment * scale, 1)
    return Line(x, name, "end" if x > (_LEFT + _RIGHT) / 2 else "start")


def _rest(loads: Sequence[Load]) -> str:
    if not loads:
        return ""
    size = measure(sum(load.size for load in loads), "bytes")
    return tell_several(len(loads), "{n:,} more request, {size}", "{n:,} more requests, {size}", size=size)


def _note(page: PageLoading) -> str:
    if not page.timed:
        return tell("The recording holds no times, so the bars show how large the answers were.")
    if not page.started:
        return tell("The recording does not hold when each request began, so every bar begins at zero and shows how long it took.")
    return ""

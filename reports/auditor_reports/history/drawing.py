"""Trends as drawings: where points and lines stand. Each step to the right is a run, so that a busy day can be read too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor_reports.several.frame import moment
from auditor_reports.several.numbers import value_words
from auditor_reports.view.figures import day, number
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor_reports.history.trends import Point, Trend

_LEFT, _TOP, _RIGHT, _BOTTOM = 46.0, 14.0, 12.0, 26.0
_LEAST_SPAN, _STEP = 20, 10  # points of a score: a change of two must not look like a fall
_SPOKEN = 40  # points that the description names


@dataclass(frozen=True)
class Mark:
    """A point of a line, with how the gate decided and what is said when it is pointed at."""

    x: float
    y: float
    gate: str
    words: str


@dataclass(frozen=True)
class Line:
    """Runs that are alike, joined; `newest` where the newest run is one of them."""

    marks: Sequence[Mark]
    newest: bool


@dataclass(frozen=True)
class Chart:
    """A drawing, in units of its view box; `grid` are heights with what they stand for, `dates` places with their days."""

    width: float
    height: float
    lines: Sequence[Line]
    grid: Sequence[tuple[float, str]]
    dates: Sequence[tuple[float, str, str]]
    description: str


@dataclass(frozen=True)
class Scale:
    """Which values a drawing shows, and how many runs stand side by side."""

    low: float
    high: float
    runs: int


def scale_of(groups: Sequence[Sequence[Trend]], runs: int) -> Scale:
    """Return one scale for several drawings of scores, so that they can be compared with each other."""
    values = [point.value for trends in groups for trend in trends for point in trend.points] or [0.0, 100.0]
    low, high = min(values) // _STEP * _STEP, -(-max(values) // _STEP) * _STEP
    while high - low < _LEAST_SPAN:
        low, high = max(low - _STEP, 0), min(high + _STEP, 100)
    return Scale(low, high, runs)


def chart_of(trends: Sequence[Trend], scale: Scale, size: tuple[float, float], steps: int = _STEP) -> Chart:
    """Draw trends of scores; every `steps` points there is a line across."""
    width, height = size
    every = steps if (scale.high - scale.low) / steps <= 5 else steps * 2
    grid = [(_y(value, scale, height), number(value, 0)) for value in range(int(scale.low), int(scale.high) + 1, every)]
    lines = [Line([_mark(point, scale, size) for point in trend.points], trend.newest) for trend in trends]
    return Chart(width, height, lines, grid, _dates(trends, scale, size), _description(trends))


def sparkline(trend: Trend, size: tuple[float, float] = (120.0, 24.0)) -> str:
    """Return the points of a small line without a scale, for a row of a table."""
    width, height = size
    values = [point.value for point in trend.points]
    low, span = min(values), max(values) - min(values)
    step = (width - 4) / max(len(values) - 1, 1)
    places = [
        (2 + step * at, height / 2 if not span else height - 3 - (value - low) / span * (height - 6)) for at, value in enumerate(values)
    ]
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in places)


def _mark(point: Point, scale: Scale, size: tuple[float, float]) -> Mark:
    words = tell("{moment}: {score}", moment=moment(point.run.started_at), score=number(point.value, 0))
    if point.run.label:
        words = f"{words} ({point.run.label})"
    return Mark(_x(point.place, scale, size[0]), _y(point.value, scale, size[1]), point.run.gate, words)


def _x(place: int, scale: Scale, width: float) -> float:
    room = width - _LEFT - _RIGHT
    return round(_LEFT + (room / 2 if scale.runs < 2 else room * place / (scale.runs - 1)), 1)


def _y(value: float, scale: Scale, height: float) -> float:
    room = height - _TOP - _BOTTOM
    return round(_TOP + room * (scale.high - value) / (scale.high - scale.low), 1)


def _dates(trends: Sequence[Trend], scale: Scale, size: tuple[float, float]) -> list[tuple[float, str, str]]:
    """Return the days of the first and the last point, and how each stands to its place."""
    points = sorted((point for trend in trends for point in trend.points), key=lambda point: point.place)
    if not points:
        return []
    first, last = points[0], points[-1]
    found = [(_x(last.place, scale, size[0]), day(last.run.started_at), "end" if scale.runs > 1 else "middle")]
    if day(first.run.started_at) != day(last.run.started_at):
        found.insert(0, (_x(first.place, scale, size[0]), day(first.run.started_at), "start"))
    return found


def _description(trends: Sequence[Trend]) -> str:
    points = sorted((point for trend in trends for point in trend.points), key=lambda point: point.place)
    return "; ".join(
        tell("{moment}: {score}", moment=day(point.run.started_at), score=value_words(point.value, "")) for point in points[-_SPOKEN:]
    )

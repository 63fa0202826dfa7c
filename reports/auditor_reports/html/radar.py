"""The categories as a figure around a centre: one line per device, an axis per category that all of them have a score for."""

from __future__ import annotations

import math
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor_reports.view.scorecard import CategoryRow

_X, _Y, _RADIUS = 310.0, 206.0, 150.0  # in a view box of 620 by 412
_LABEL = 22  # letters of a line
_GAP, _LINE, _ASIDE = 12.0, 14.0, 0.25
_FEWEST, _MOST_LINES = 3, 3


@dataclass(frozen=True)
class Axis:
    """An axis: where it ends, and where the lines of its label stand."""

    title: str
    x: float
    y: float
    anchor: str
    label: Sequence[tuple[float, float, str]]


@dataclass(frozen=True)
class Series:
    """The scores of one device, as a line around the centre."""

    device: str
    scores: Sequence[int]
    points: Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Radar:
    """The drawing, in units of its view box."""

    axes: Sequence[Axis]
    series: Sequence[Series]

    def ring(self, score: int) -> list[tuple[float, float]]:
        """Return the points of the line on which every category has this score."""
        return [_point(place, len(self.axes), score) for place in range(len(self.axes))]


def radar_of(rows: Sequence[CategoryRow], devices: Sequence[str]) -> Radar | None:
    """Draw one or two devices; None for others, and where less than three categories have a score on all of them."""
    if not 1 <= len(devices) <= 2:  # more lines than two cannot be told apart
        return None
    known = [(row.title, dict(row.devices)) for row in rows]
    scored = [(title, scores) for title, scores in known if all(scores.get(device) is not None for device in devices)]
    if len(scored) < _FEWEST:
        return None
    count = len(scored)
    axes = [_axis(title, place, count) for place, (title, _) in enumerate(scored)]
    series = []
    for device in devices:
        values = [value for _, scores in scored if (value := scores[device]) is not None]
        series.append(Series(device, values, [_point(place, count, value) for place, value in enumerate(values)]))
    return Radar(axes, series)


def _point(place: int, count: int, score: float, further: float = 0.0) -> tuple[float, float]:
    angle = 2 * math.pi * place / count - math.pi / 2
    far = _RADIUS * score / 100 + further
    return round(_X + far * math.cos(angle), 1), round(_Y + far * math.sin(angle), 1)


def _axis(title: str, place: int, count: int) -> Axis:
    x, y = _point(place, count, 100, _GAP)
    aside = (x - _X) / _RADIUS
    anchor = "middle" if abs(aside) < _ASIDE else "start" if aside > 0 else "end"
    lines = wrap(title, _LABEL, max_lines=_MOST_LINES, placeholder=" …") or [title]
    above = (y - _Y) / _RADIUS  # -1 over the centre, 1 under it
    first = y + 4 - _LINE * (len(lines) - 1) * (1 - above) / 2
    return Axis(title, *_point(place, count, 100), anchor, [(x, round(first + _LINE * at, 1), line) for at, line in enumerate(lines)])

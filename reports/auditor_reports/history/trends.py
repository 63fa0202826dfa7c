"""Trends: what can be compared, in the order of time. Runs that were not made alike are never joined by a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.api import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.api import PastRun, RunMetric, SiteHistory

MeasureKey = tuple[str, str | None, str | None, str]
"""Check, device, stage, unit."""


@dataclass(frozen=True)
class Point:
    """A value at one run; `place` counts the runs shown, the oldest is 0."""

    place: int
    value: float
    run: PastRun


@dataclass(frozen=True)
class Trend:
    """The values of runs that are alike, the oldest first; `newest` where the newest run of the site is one of them."""

    points: Sequence[Point]
    newest: bool

    @property
    def first(self) -> float:
        """The oldest value."""
        return self.points[0].value

    @property
    def last(self) -> float:
        """The newest value."""
        return self.points[-1].value


def total_trends(site: SiteHistory) -> list[Trend]:
    """Return the trends of the total score, that of the newest run last."""
    return list(_trends(site, lambda run: run.score))


def category_trends(site: SiteHistory) -> Iterator[tuple[str, list[Trend]]]:
    """Yield the trends of each category that has a score in any run, in the usual order; those of others at the end."""
    found = {name for run in site.runs for name, score in run.categories.items() if score is not None}
    usual = [category.id for category in CATEGORIES if category.id in found]
    for name in [*usual, *sorted(found.difference(usual))]:
        yield name, list(_trends(site, lambda run, name=name: run.categories.get(name)))  # type: ignore[misc]


def measure_trends(site: SiteHistory) -> Iterator[tuple[MeasureKey, Trend]]:
    """Yield the trends of the key measures of the newest run, over the runs that are like it."""
    for metric in site.runs[0].metrics:
        key = _key(metric)
        trends = [trend for trend in _trends(site, lambda run, key=key: _values(run).get(key)) if trend.newest]  # type: ignore[misc]
        yield from ((key, trend) for trend in trends)


def _trends(site: SiteHistory, value: Callable[[PastRun], float | None]) -> Iterator[Trend]:
    groups: dict[str, list[Point]] = {}
    for place, run in enumerate(reversed(site.runs)):
        found = value(run)
        if found is not None:
            groups.setdefault(run.likeness, []).append(Point(place, found, run))
    newest = site.runs[0].likeness
    for likeness, points in sorted(groups.items(), key=lambda group: (group[0] == newest, group[1][-1].place)):
        yield Trend(points, likeness == newest)


def _values(run: PastRun) -> dict[MeasureKey, float]:
    return {_key(metric): metric.value for metric in run.metrics}


def _key(metric: RunMetric) -> MeasureKey:
    return metric.check, metric.device, metric.stage, metric.unit

"""Renderers, found through entry points: of reports, of comparisons, of benchmarks, of histories."""

from __future__ import annotations

from auditor.benchmark.reporting import BenchmarkRenderer
from auditor.compare.reporting import ComparisonRenderer
from auditor.errors import PluginError
from auditor.history.reporting import HistoryRenderer
from auditor.plugins.points import BENCHMARKS, COMPARISONS, HISTORIES, REPORTS, load, points_of, where
from auditor.plugins.selection import closest
from auditor.reporting import Renderer


def load_renderer(name: str) -> Renderer:
    """Load a report renderer by name; raises `PluginError` for an unknown, doubled or broken one."""
    loaded = _load(name, REPORTS)
    assert isinstance(loaded, Renderer)  # noqa: S101 - for the type checker; `_load` looked
    return loaded


def load_comparison_renderer(name: str) -> ComparisonRenderer:
    """Load a renderer of comparisons by name; raises `PluginError` as `load_renderer` does."""
    loaded = _load(name, COMPARISONS)
    assert isinstance(loaded, ComparisonRenderer)  # noqa: S101 - for the type checker; `_load` looked
    return loaded


def load_benchmark_renderer(name: str) -> BenchmarkRenderer:
    """Load a renderer of benchmarks by name; raises `PluginError` as `load_renderer` does."""
    loaded = _load(name, BENCHMARKS)
    assert isinstance(loaded, BenchmarkRenderer)  # noqa: S101 - for the type checker; `_load` looked
    return loaded


def load_history_renderer(name: str) -> HistoryRenderer:
    """Load a renderer of histories by name; raises `PluginError` as `load_renderer` does."""
    loaded = _load(name, HISTORIES)
    assert isinstance(loaded, HistoryRenderer)  # noqa: S101 - for the type checker; `_load` looked
    return loaded


def renderer_names(group: str = REPORTS) -> list[str]:
    """Return the names of the registered formats of a group."""
    return sorted(point.name for point in points_of(group))


def _load(name: str, group: str) -> object:
    points = [point for point in points_of(group) if point.name == name]
    if not points:
        known = renderer_names(group)
        raise PluginError(f"There is no report format {name!r}.{closest(name, known)} Known: {', '.join(known)}.")
    if len(points) > 1:
        raise PluginError(f"The report format {name} is registered twice: by {' and by '.join(map(where, points))}. Uninstall one.")
    loaded: object = load(points[0])
    if isinstance(loaded, type) or not isinstance(loaded, Renderer):  # a renderer of any kind has these three
        raise PluginError(f"The plugin {where(points[0])} is no renderer: it needs `name`, `suffix` and `render`. See auditor.api.")
    return loaded

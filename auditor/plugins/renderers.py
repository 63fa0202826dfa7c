"""Report renderers, found through the entry-point group `auditor.reports`."""

from __future__ import annotations

from auditor.errors import PluginError
from auditor.plugins.points import REPORTS, load, points_of, where
from auditor.plugins.selection import closest
from auditor.reporting import Renderer


def load_renderer(name: str) -> Renderer:
    """Load a report renderer by name; raises `PluginError` for an unknown, doubled or broken one."""
    points = [point for point in points_of(REPORTS) if point.name == name]
    if not points:
        known = renderer_names()
        raise PluginError(f"There is no report format {name!r}.{closest(name, known)} Known: {', '.join(known)}.")
    if len(points) > 1:
        raise PluginError(f"The report format {name} is registered twice: by {' and by '.join(map(where, points))}. Uninstall one.")
    loaded = load(points[0])
    if isinstance(loaded, type) or not isinstance(loaded, Renderer):
        raise PluginError(f"The plugin {where(points[0])} is no renderer: it needs `name`, `suffix` and `render`. See auditor.api.")
    return loaded


def renderer_names() -> list[str]:
    """Return the names of the registered report formats."""
    return sorted(point.name for point in points_of(REPORTS))

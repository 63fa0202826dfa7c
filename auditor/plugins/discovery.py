"""Finds checks and report renderers through the entry-point groups `auditor.checks` and `auditor.reports`."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from auditor.errors import PluginError
from auditor.model.category import CATEGORY_BY_ID
from auditor.model.check import Check
from auditor.model.stage import Stage
from auditor.reporting import Renderer

CHECKS, REPORTS = "auditor.checks", "auditor.reports"


def load_checks() -> list[Check]:
    """Load every registered check, ordered by category and id.

    An entry point names a `Check` or an iterable of them. Raises `PluginError` naming the plugin when one cannot be
    imported, is no check, or uses an id that is taken.
    """
    found: dict[str, tuple[Check, str]] = {}
    for point in sorted(entry_points(group=CHECKS), key=lambda p: p.name):
        loaded = _load(point)
        for check in [loaded] if isinstance(loaded, Check) else loaded if isinstance(loaded, Iterable) else ():
            if not isinstance(check, Check):
                raise PluginError(f"The plugin {_where(point)} offers {check!r}, which is no check. See auditor.api.")
            if check.category not in CATEGORY_BY_ID:
                raise PluginError(
                    f"The check {check.id} of {_where(point)} names the unknown category {check.category!r}. "
                    f"Known: {', '.join(CATEGORY_BY_ID)}."
                )
            if check.id in found:
                raise PluginError(
                    f"The check id {check.id} is registered twice: by {found[check.id][1]} and by {_where(point)}. "
                    "Uninstall one or rename it."
                )
            found[check.id] = (check, _where(point))
    order = list(CATEGORY_BY_ID)
    return sorted((check for check, _ in found.values()), key=lambda c: (order.index(c.category), c.id))


def load_renderer(name: str) -> Renderer:
    """Load a report renderer by name; raises `PluginError` for an unknown or broken one."""
    points = {point.name: point for point in entry_points(group=REPORTS)}
    if name not in points:
        raise PluginError(f"There is no report format {name!r}.{_closest(name, points)} Known: {', '.join(sorted(points))}.")
    loaded = _load(points[name])
    if not isinstance(loaded, Renderer):
        raise PluginError(f"The plugin {_where(points[name])} is no renderer: it needs `name`, `suffix` and `render`. See auditor.api.")
    return loaded


def renderer_names() -> list[str]:
    """Return the names of the registered report formats."""
    return sorted(point.name for point in entry_points(group=REPORTS))


def select(checks: Iterable[Check], only: Collection[str], skip: Collection[str]) -> list[Check]:
    """Keep the checks asked for. `only` and `skip` name checks, categories or stages.

    Raises `PluginError` for a name that matches nothing, since a typing mistake must not look like a pass.
    """
    checks = list(checks)
    known = {c.id for c in checks} | set(CATEGORY_BY_ID) | {s.value for s in Stage}
    for name in (*only, *skip):
        if name not in known:
            raise PluginError(
                f"Nothing is called {name!r}: it is no check, category or stage.{_closest(name, known)} `auditor checks` lists them."
            )

    def named(check: Check, names: Collection[str]) -> bool:
        return (
            check.id in names
            or check.category in names
            or bool({s.value for s in check.stages} & set(names) and not {s.value for s in check.stages} - set(names))
        )

    chosen = [c for c in checks if not only or named(c, only) or any(s.value in only for s in c.stages)]
    return [c for c in chosen if not named(c, skip)]


def _load(point: EntryPoint) -> Any:
    try:
        return point.load()
    except Exception as error:
        raise PluginError(
            f"The plugin {_where(point)} cannot be loaded: {type(error).__name__}: {error}. Update or uninstall it."
        ) from error


def _where(point: EntryPoint) -> str:
    distribution = point.dist.name if point.dist else "an unknown package"
    return f"{point.name} ({point.value}, {distribution})"


def _closest(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), 1)
    return f" Did you mean {near[0]}?" if near else ""

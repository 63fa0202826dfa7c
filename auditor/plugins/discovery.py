"""Finds checks and report renderers through the entry-point groups `auditor.checks` and `auditor.reports`."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable
from dataclasses import replace
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from auditor.errors import PluginError
from auditor.model.category import CATEGORY_BY_ID
from auditor.model.check import Check, Scope
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
        for check in loaded if isinstance(loaded, Iterable) else [loaded]:
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
    """Load a report renderer by name; raises `PluginError` for an unknown, doubled or broken one."""
    points = [point for point in entry_points(group=REPORTS) if point.name == name]
    if not points:
        known = renderer_names()
        raise PluginError(f"There is no report format {name!r}.{_closest(name, known)} Known: {', '.join(known)}.")
    if len(points) > 1:
        raise PluginError(f"The report format {name} is registered twice: by {' and by '.join(map(_where, points))}. Uninstall one.")
    loaded = _load(points[0])
    if isinstance(loaded, type) or not isinstance(loaded, Renderer):
        raise PluginError(f"The plugin {_where(points[0])} is no renderer: it needs `name`, `suffix` and `render`. See auditor.api.")
    return loaded


def renderer_names() -> list[str]:
    """Return the names of the registered report formats."""
    return sorted(point.name for point in entry_points(group=REPORTS))


def select(checks: Iterable[Check], only: Collection[str], skip: Collection[str]) -> list[Check]:
    """Keep the checks asked for. `only` and `skip` name checks, categories or stages.

    A check of single pages that is asked for by a stage looks at that stage alone; one of the whole journey stays whole
    and is left out only with the last of its stages.

    Raises `PluginError` for a name that matches nothing, since a typing mistake must not look like a pass.
    """
    checks = list(checks)
    known = {c.id for c in checks} | set(CATEGORY_BY_ID) | {s.value for s in Stage}
    for name in (*only, *skip):
        if name not in known:
            raise PluginError(
                f"Nothing is called {name!r}: it is no check, category or stage.{_closest(name, known)} `auditor checks` lists them."
            )

    return [kept for check in checks if (kept := _kept(check, only, skip)) is not None]


def _kept(check: Check, only: Collection[str], skip: Collection[str]) -> Check | None:
    """Return the check with the stages that are asked for, None if nothing of it is."""
    if {check.id, check.category} & set(skip):
        return None
    stages = check.stages
    if only and not {check.id, check.category} & set(only):
        stages = tuple(s for s in stages if s.value in only)
        if not stages:
            return None
    left = tuple(s for s in stages if s.value not in skip)
    if stages and not left:
        return None
    return replace(check, stages=left) if check.scope is Scope.PAGE else check


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

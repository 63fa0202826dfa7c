"""The entry points of plugins: loaded one by one, so that a broken one is named and hurts no other."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from auditor.errors import PluginError
from auditor.words.message import say

CHECKS, COLLECTORS, REPORTS = "auditor.checks", "auditor.collectors", "auditor.reports"
COMPARISONS, BENCHMARKS, HISTORIES = f"{REPORTS}.compare", f"{REPORTS}.benchmark", f"{REPORTS}.history"
OWN = "storefront-auditor"


def points_of(group: str) -> list[EntryPoint]:
    """Return the entry points of a group, the product's own first, so that nobody else's takes a name away from it."""
    return sorted(entry_points(group=group), key=lambda p: (not _is_own(p), p.name, p.value))


def load(point: EntryPoint) -> Any:
    """Load what an entry point names; raises `PluginError` with the plugin and the cause."""
    try:
        return point.load()
    except (Exception, SystemExit) as error:
        told = f"{type(error).__name__}: {error}"
        raise PluginError(
            say("The plugin {place} cannot be loaded: {error}. Update or uninstall it.", place=where(point), error=told)
        ) from error


def loaded(group: str, broken: list[str]) -> Iterator[tuple[Any, str]]:
    """Yield what each entry point of a group names, and where that is; a sentence for each broken one goes to `broken`."""
    for point in points_of(group):
        try:
            yield load(point), where(point)
        except PluginError as error:
            broken.append(error.args[0])


def where(point: EntryPoint) -> str:
    """Return an entry point as a person finds it: name, module, package."""
    distribution = point.dist.name if point.dist else "?"
    return f"{point.name} ({point.value}, {distribution})"


def _is_own(point: EntryPoint) -> bool:
    return point.dist is not None and point.dist.name == OWN

"""Picks the checks that `--only` and `--skip` ask for."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable
from dataclasses import replace

from auditor.errors import PluginError
from auditor.model.category import CATEGORY_BY_ID
from auditor.model.check import Check, Scope
from auditor.model.stage import Stage


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
                f"Nothing is called {name!r}: it is no check, category or stage.{closest(name, known)} `auditor checks` lists them."
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


def closest(name: str, known: Iterable[str]) -> str:
    """Return the question whether the closest known name was meant, with a space before it, or nothing."""
    near = difflib.get_close_matches(name, list(known), 1)
    return f" Did you mean {near[0]}?" if near else ""

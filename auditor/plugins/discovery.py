"""All checks there are: installed ones and loose files; what cannot be used is named and hurts nothing else."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from auditor.errors import ConfigError
from auditor.model.category import CATEGORY_BY_ID
from auditor.model.check import Check, Effort, Law, Scope
from auditor.model.outcome import Confidence, Severity
from auditor.model.stage import Stage
from auditor.plugins.points import CHECKS, loaded

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


@dataclass(frozen=True)
class Catalogue:
    """Checks, ordered by category and id, and a sentence for each plugin, file or check that could not be used."""

    checks: tuple[Check, ...]
    broken: tuple[str, ...] = ()


def load_catalogue(folders: Sequence[Path] = ()) -> Catalogue:
    """Load every registered check, and those in the files of folders; raises `ConfigError` for a folder that is none."""
    broken: list[str] = []
    found: dict[str, tuple[Check, str]] = {}
    for offered, place in _offered(folders, broken):
        for check in _checks(offered, place, broken):
            if fault := _fault(check):
                broken.append(f"The check {check.id!r} of {place} cannot be used: {fault}.")
            elif check.id in found:
                broken.append(
                    f"The check id {check.id} is registered twice: by {found[check.id][1]} and by {place}. "
                    "The first one is used; uninstall one or rename it."
                )
            else:
                found[check.id] = (check, place)
    order = list(CATEGORY_BY_ID)
    checks = sorted((check for check, _ in found.values()), key=lambda c: (order.index(c.category), c.id))
    return Catalogue(tuple(checks), tuple(broken))


def load_checks(folders: Sequence[Path] = ()) -> list[Check]:
    """Return the checks that can be used."""
    return list(load_catalogue(folders).checks)


def _offered(folders: Sequence[Path], broken: list[str]) -> Iterator[tuple[Any, str]]:
    for offered, place in loaded(CHECKS, broken):
        yield offered, f"the plugin {place}"
    for folder in folders:
        yield from _loose(folder, broken)


def _loose(folder: Path, broken: list[str]) -> Iterator[tuple[list[Check], str]]:
    """Yield the checks that stand in each Python file of a folder; tests and files with a leading underscore are no checks."""
    if not folder.is_dir():
        raise ConfigError(f"checks: there is no folder {folder}. Give one that holds Python files with checks.")
    for file in sorted(folder.glob("*.py")):
        if file.name.startswith(("_", "test_")) or file.name == "conftest.py":
            continue
        try:
            module = _module(file)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a broken file must hurt no other; it is named
            broken.append(f"The file {file} cannot be loaded: {type(error).__name__}: {error}.")
            continue
        checks = [value for value in vars(module).values() if isinstance(value, Check)]
        if not checks:
            broken.append(f"The file {file} holds no check. See `auditor checks new`.")
        yield checks, f"the file {file}"


def _module(file: Path) -> ModuleType:
    name = f"auditor_loose_checks.{file.resolve().parent.name}.{file.stem}"
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise ImportError(f"{file.name} is no Python module")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def _checks(offered: Any, place: str, broken: list[str]) -> Iterator[Check]:
    """Yield the checks of what a plugin offers: one, or an iterable of them."""
    try:
        listed = list(offered) if isinstance(offered, Iterable) and not isinstance(offered, str) else [offered]
    except Exception as error:  # noqa: BLE001 - a plugin may hand out a generator that breaks
        broken.append(f"{place[0].upper()}{place[1:]} broke while it listed its checks: {type(error).__name__}: {error}.")
        return
    for one in listed:
        if isinstance(one, Check):
            yield one
        else:
            broken.append(f"{place[0].upper()}{place[1:]} offers {one!r}, which is no check. See auditor.api.")


def _fault(check: Check) -> str:
    """Say what keeps a check from being used, "" for nothing."""
    if not isinstance(check.id, str) or not _ID.fullmatch(check.id):
        return "its id is not words in small letters with hyphens between them"
    if check.category not in CATEGORY_BY_ID:
        return f"it names the unknown category {check.category!r}; known are {', '.join(CATEGORY_BY_ID)}"
    kinds = {"severity": Severity, "effort": Effort, "confidence": Confidence, "scope": Scope}
    for name, kind in kinds.items():
        if not isinstance(getattr(check, name), kind):
            return f"its {name} is {getattr(check, name)!r} and not one of {kind.__name__}"
    if wrong := _wrong_part(check):
        return wrong
    return "" if callable(check.judge) else "its judge cannot be called"


def _wrong_part(check: Check) -> str:
    if not all(isinstance(stage, Stage) for stage in check.stages):
        return f"its stages are {check.stages!r} and not all of Stage"
    if check.scope is Scope.PAGE and not check.stages:
        return "it judges pages, but names no stage"
    if check.devices not in {"both", "desktop", "mobile"}:
        return f"its devices are {check.devices!r}; both, desktop or mobile is meant"
    if not all(isinstance(law, Law) for law in check.laws):
        return f"its laws are {check.laws!r} and not all of Law"
    return ""

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
from auditor.words.message import say

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
                broken.append(say("The check {check} of {place} cannot be used: {fault}.", check=repr(check.id), place=place, fault=fault))
            elif check.id in found:
                broken.append(
                    say(
                        "The check id {check} is registered twice: by {first} and by {second}. "
                        "The first one is used; uninstall one or rename it.",
                        check=check.id,
                        first=found[check.id][1],
                        second=place,
                    )
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
        yield offered, say("the plugin {place}", place=place)
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
            broken.append(say("The file {file} cannot be loaded: {error}.", file=str(file), error=f"{type(error).__name__}: {error}"))
            continue
        checks = [value for value in vars(module).values() if isinstance(value, Check)]
        if not checks:
            broken.append(say("The file {file} holds no check. See `auditor checks new`.", file=str(file)))
        yield checks, say("the file {file}", file=str(file))


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
        told = f"{type(error).__name__}: {error}"
        broken.append(say("Listing the checks of {place} broke: {error}.", place=place, error=told))
        return
    for one in listed:
        if isinstance(one, Check):
            yield one
        else:
            broken.append(say("What {place} offers is no check: {one}. See auditor.api.", place=place, one=repr(one)))


def _fault(check: Check) -> str:
    """Say what keeps a check from being used, "" for nothing."""
    if not isinstance(check.id, str) or not _ID.fullmatch(check.id):
        return say("its id is not words in small letters with hyphens between them")
    if check.category not in CATEGORY_BY_ID:
        known = ", ".join(CATEGORY_BY_ID)
        return say("it names the unknown category {category}; known are {known}", category=repr(check.category), known=known)
    kinds = {"severity": Severity, "effort": Effort, "confidence": Confidence, "scope": Scope}
    for name, kind in kinds.items():
        if not isinstance(getattr(check, name), kind):
            return say("its {name} is {value} and not one of {kind}", name=name, value=repr(getattr(check, name)), kind=kind.__name__)
    if wrong := _wrong_part(check):
        return wrong
    return "" if callable(check.judge) else say("its judge cannot be called")


def _wrong_part(check: Check) -> str:
    if not all(isinstance(stage, Stage) for stage in check.stages):
        return say("its stages are {stages} and not all of Stage", stages=repr(check.stages))
    if check.scope is Scope.PAGE and not check.stages:
        return say("it judges pages, but names no stage")
    if check.devices not in {"both", "desktop", "mobile"}:
        return say("its devices are {devices}; both, desktop or mobile is meant", devices=repr(check.devices))
    if not all(isinstance(law, Law) for law in check.laws):
        return say("its laws are {laws} and not all of Law", laws=repr(check.laws))
    return ""

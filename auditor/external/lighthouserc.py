"""Reads what an existing `lighthouserc` demands: its assertions, assertMatrix, preset or budgets. Pure but for the files.

A `lighthouserc.js` is a program and is not run. What else such a file says (addresses, number of runs, uploads) is not used.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, cast

from auditor.errors import ConfigError
from auditor.external.lighthouse_report import CATEGORIES

Level = Literal["warn", "error"]
Kind = Literal["minScore", "maxLength", "maxNumericValue"]
# the names that Lighthouse CI looks for, in its order
NAMES = tuple(f"{dot}lighthouserc.{kind}" for kind in ("cjs", "js", "json", "yml", "yaml") for dot in (".", ""))
_PROGRAMS, _YAML = {".js", ".cjs", ".mjs"}, {".yml", ".yaml"}
_USUAL_SCORE = 0.9  # what Lighthouse CI demands where nothing is said
_KINDS: tuple[Kind, ...] = ("minScore", "maxLength", "maxNumericValue")
_KB = 1024
# the names that Lighthouse CI knows, table by table; a misspelt one demands nothing there, and nobody is told
_TABLES = ("ci", "lhci", "ci:client")  # of these the last counts
_CI = ("collect", "assert", "upload", "server", "wizard")
_PART = ("assertions", "preset", "matchingUrlPattern", "aggregationMethod")
_ASSERT = (*_PART, "assertMatrix", "budgetsFile", "includePassedAssertions", "lhr")
_OPTIONS = (*_KINDS, "aggregationMethod")
_BUDGET = ("path", "options", "timings", "resourceCounts", "resourceSizes")


@dataclass(frozen=True, slots=True)
class Assertion:
    """One demand: the audit, category or sum (`resource-summary:script:size`) it is about, on which addresses (a pattern), and what."""

    audit: str
    level: Level
    kind: Kind
    expected: float
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Assertions:
    """All demands of a file, and its name."""

    source: str
    demands: tuple[Assertion, ...] = field(default=())

    def kept(self) -> dict[str, Any]:
        """Return them as a recording keeps them."""
        return {"source": self.source, "demands": [asdict(demand) for demand in self.demands]}


def restored_assertions(data: Mapping[str, Any]) -> Assertions:
    """Read them from a recording; raises LookupError or TypeError for what is none."""
    return Assertions(str(data["source"]), tuple(Assertion(**demand) for demand in data["demands"]))


def find_file(folder: Path) -> Path | None:
    """Return the file that Lighthouse CI would take in a folder."""
    return next((folder / name for name in NAMES if (folder / name).is_file()), None)


def is_program(file: Path) -> bool:
    """Whether it is one that would have to be run to be read."""
    return file.suffix.lower() in _PROGRAMS


def read_assertions(file: Path) -> Assertions:
    """Read a file; raises `ConfigError` naming what is wrong with it, or what in it cannot be held here."""
    if is_program(file):
        raise ConfigError(f"{file} is a program, which is not run. Keep its assertions in lighthouserc.json.")
    told = _table(_parsed(file), file, "the file")
    wanted = _table(_ci(told, file).get("assert", {}), file, "ci.assert")
    _known(wanted, _ASSERT, file, "ci.assert")
    budgets = wanted.get("budgetsFile")
    demands: list[Assertion] = []
    if budgets is not None:
        demands += _budgets(file.parent / str(budgets))
    demands += _part(wanted, file)
    for row in _list(wanted.get("assertMatrix", []), file, "ci.assert.assertMatrix"):
        part = _table(row, file, "ci.assert.assertMatrix")
        _known(part, _PART, file, "ci.assert.assertMatrix")
        demands += _part(part, file)
    return Assertions(file.name, tuple(demands))


def _ci(told: Mapping[str, Any], file: Path) -> dict[str, Any]:
    """Return what the file says, whichever table it says it in."""
    for key in told:
        if key not in (*_TABLES, "ci:server") and (near := difflib.get_close_matches(str(key).lower(), (*_TABLES, *_CI), 1)):
            raise ConfigError(f"{file} has no {str(key)!r}. Did you mean {f'ci.{near[0]}' if near[0] in _CI else near[0]}?")
    ci: dict[str, Any] = {}
    for name in _TABLES:
        table = _table(told.get(name, {}), file, name)
        if "extends" in table:
            raise ConfigError(f"{file}: {name}.extends is not followed. Write the assertions of {table['extends']} into {file.name}.")
        _known(table, _CI, file, name)
        ci |= table
    return ci


def _parsed(file: Path) -> Any:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file} cannot be read: {error}.") from error
    if file.suffix.lower() not in _YAML:
        try:
            return json.loads(text)
        except ValueError as error:
            raise ConfigError(f"{file} is not valid JSON: {error}.") from error
    try:
        import yaml
    except ImportError as error:
        raise ConfigError(f"{file} is YAML; `pip install 'storefront-auditor[lighthouse]'` brings what reads it.") from error
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ConfigError(f"{file} is not valid YAML: {str(error).splitlines()[0]}.") from error


def _part(part: Mapping[str, Any], file: Path) -> Iterator[Assertion]:
    """Yield the demands of one table of assertions, its preset first and overridden."""
    pattern = str(part.get("matchingUrlPattern", ""))
    try:
        re.compile(pattern)
    except re.error as error:
        raise ConfigError(f"{file}: matchingUrlPattern {pattern!r} is no regular expression: {error}.") from error
    told = {_name(name): told for name, told in _table(part.get("assertions", {}), file, "assertions").items()}
    for name, wanted in {**_preset(part.get("preset"), file), **told}.items():
        yield from _demands(name, wanted, pattern, file)


def _preset(preset: Any, file: Path) -> dict[str, Any]:
    if preset is None:
        return {}
    presets: dict[str, dict[str, Any]] = json.loads((files("auditor.external") / "lighthouse" / "presets.json").read_text("utf-8"))
    name = str(preset).removeprefix("lighthouse:")
    if name not in presets:
        raise ConfigError(f"{file}: there is no preset {preset!r}. Known: {', '.join(f'lighthouse:{known}' for known in presets)}.")
    return presets[name]


def _name(audit: str) -> str:
    """Return the name of what is asserted as Lighthouse CI understands it: "." parts like ":"."""
    return audit.replace(".", ":")


def _demands(name: str, wanted: Any, pattern: str, file: Path) -> Iterator[Assertion]:
    level, options = (
        (wanted, {}) if isinstance(wanted, str) else (*wanted, {})[:2] if isinstance(wanted, list) and 0 < len(wanted) <= 2 else ("", {})
    )
    if level == "off":
        return
    if level not in {"warn", "error"} or not isinstance(options, Mapping):
        raise ConfigError(f'{file}: the assertion {name} must be "off", "warn" or "error", or such a word with options.')
    _can_be_held(name, file)
    _known(options, _OPTIONS, file, f"the assertion {name}")
    limits = {kind: options[kind] for kind in _KINDS if kind in options}
    for kind, limit in (limits or {"minScore": _USUAL_SCORE}).items():
        if isinstance(limit, bool) or not isinstance(limit, int | float):
            raise ConfigError(f"{file}: {kind} of the assertion {name} must be a number.")
        yield Assertion(name, cast("Level", level), kind, float(limit), pattern)


def _can_be_held(name: str, file: Path) -> None:
    head, *rest = name.split(":")
    if head == "categories" and (len(rest) != 1 or rest[0] not in CATEGORIES):
        raise ConfigError(f"{file}: there is no category {':'.join(rest)!r}. {_closest(':'.join(rest), CATEGORIES, 'categories:')}")
    if head == "resource-summary" and rest and (len(rest) != 2 or rest[1] not in {"size", "count"}):
        raise ConfigError(f"{file}: {name} must be resource-summary:KIND:size or resource-summary:KIND:count.")
    if head in {"user-timings", "performance-budget"}:
        raise ConfigError(f"{file}: the assertion {name} cannot be held here. Set it to off.")


def _budgets(file: Path) -> Iterator[Assertion]:
    """Yield the demands of a budget.json: timings in milliseconds, sizes in KB, counts."""
    for budget in _list(_parsed(file), file, "the file"):
        table = _table(budget, file, "a budget")
        _known(table, _BUDGET, file, "a budget")
        pattern = _path_pattern(str(table.get("path") or "/"))
        for key, name, factor in (
            ("timings", "{metric}", 1),
            ("resourceCounts", "resource-summary:{resourceType}:count", 1),
            ("resourceSizes", "resource-summary:{resourceType}:size", _KB),
        ):
            for row in _list(table.get(key, []), file, key):
                try:
                    yield Assertion(name.format(**row), "error", "maxNumericValue", float(row["budget"]) * factor, pattern)
                except (LookupError, TypeError, ValueError) as error:
                    raise ConfigError(f"{file}: {key} holds something else than a budget: {row!r}.") from error


def _path_pattern(path: str) -> str:
    """Return the addresses a path of a budget is for; "*" stands for anything."""
    return "" if path == "/" else "https?://[^/]+" + ".*".join(map(re.escape, path.split("*")))


def _known(table: Mapping[str, Any], known: Sequence[str], file: Path, name: str) -> None:
    """Refuse a name that a table cannot hold."""
    for key in table:
        if key not in known:
            raise ConfigError(f"{file}: {name} has no {str(key)!r}. {_closest(str(key), known)}")


def _closest(name: str, known: Sequence[str], before: str = "") -> str:
    near = difflib.get_close_matches(name, known, 1)
    return f"Did you mean {before}{near[0]}?" if near else f"Known: {', '.join(known)}."


def _table(value: Any, file: Path, name: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise ConfigError(f"{file}: {name} must be a table.")
    return value


def _list(value: Any, file: Path, name: str) -> list[Any]:
    if not isinstance(value, list):
        raise ConfigError(f"{file}: {name} must be a list.")
    return value

"""The beginning of a check, to be filled in: the two files that `auditor checks new` writes."""

from __future__ import annotations

import keyword
import re
from collections.abc import Collection
from importlib.resources import files
from pathlib import Path
from string import Template

from auditor.errors import ConfigError, PluginError
from auditor.model.category import CATEGORY_BY_ID
from auditor.plugins.selection import closest

_ID = re.compile(r"([a-z]+)-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)")
_FOLDER = Path("my_checks")
_HERE = Path("checks") / "auditor_checks"


def skeleton(check_id: str, folder: Path | None, taken: Collection[str]) -> dict[Path, str]:
    """Return the files of a new check; without a folder they go to `my_checks/`, or to their places in this project's own tree.

    Raises `ConfigError` for an id that is none or names no category, `PluginError` for one that is taken.
    """
    match = _ID.fullmatch(check_id)
    if match is None or keyword.iskeyword(match[2]):
        raise ConfigError(f"{check_id!r} is no id of a check. It is a category and a name in small letters, such as trust-badge.")
    category, name = match[1], match[2].replace("-", "_")
    if category not in CATEGORY_BY_ID:
        raise ConfigError(f"{check_id!r} begins with no category.{closest(category, CATEGORY_BY_ID)} Known: {', '.join(CATEGORY_BY_ID)}.")
    if check_id in taken:
        raise PluginError(f"There is a check {check_id} already. `auditor check {check_id}` explains it.")
    words = {"id": check_id, "category": category, "name": name}
    if folder is None and (_HERE / category).is_dir():
        package = f"auditor_checks.{category}.{name}"
        places = _HERE / category / f"{name}.py", Path("tests") / "checks" / category / f"test_{name}.py"
    else:
        package = name
        places = (folder or _FOLDER) / f"{name}.py", (folder or _FOLDER) / f"test_{name}.py"
    return {place: _filled(kind, {**words, "package": package}) for place, kind in zip(places, ("check", "test"), strict=True)}


def _filled(kind: str, words: dict[str, str]) -> str:
    text = (files("auditor.plugins") / "skeleton" / f"{kind}.py.txt").read_text(encoding="utf-8")
    return Template(text).substitute(words)

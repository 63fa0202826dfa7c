"""Puts the configuration together: defaults < file < environment < flags, and remembers where each value came from."""

from __future__ import annotations

import difflib
import json
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_origin

from pydantic import ValidationError

from auditor.config.settings import SECRET, Settings
from auditor.errors import ConfigError

FILE, PYPROJECT, PREFIX = "auditor.toml", "pyproject.toml", "AUDITOR_"
_REDACTED = "[redacted]"
# the flags that are not called as their setting
_FLAGS = {
    "devices": "--device",
    "formats": "--format",
    "headers": "--header",
    "probes": "--no-probes",
    "platform_hints": "--no-platform-hints",
}


@dataclass(frozen=True)
class Config:
    """The resolved settings and, for each one that is no default, its origin in words."""

    settings: Settings
    origins: Mapping[str, str]

    def public(self) -> dict[str, Any]:
        """Return the settings as they may be stored: secrets and the shopper's own address redacted."""
        data: dict[str, Any] = self.settings.model_dump(mode="json")
        for key in ("basic_auth", "email"):
            data[key] = data[key] and _REDACTED
        data["headers"] = dict.fromkeys(data["headers"], _REDACTED)
        login, at, server = data["proxy"].rpartition("@")
        if at:
            scheme, separator, _ = login.rpartition("://")
            data["proxy"] = f"{scheme}{separator}{_REDACTED}@{server}"
        return data


def load_config(
    flags: Mapping[str, Any], *, file: Path | None = None, folder: Path | None = None, environ: Mapping[str, str] | None = None
) -> Config:
    """Resolve the configuration; flags that are None were not given.

    Raises `ConfigError` naming the key, where it stands and the closest known key or what is allowed.
    """
    folder = folder or Path.cwd()
    merged: dict[str, Any] = {}
    origins: dict[str, str] = {}
    path, table = _file(file, folder)
    for origin, values in (
        (str(path), table),
        ("environment", _environment(os.environ if environ is None else environ)),
        ("flag", {k: v for k, v in flags.items() if v is not None}),
    ):
        for key, value in values.items():
            _known(key, origin)
            merged[key] = value
            origins[key] = _named(key, origin)
    try:
        return Config(Settings.model_validate(merged), origins)
    except ValidationError as error:
        first = error.errors()[0]
        key = str(first["loc"][0])
        shown = "" if key in SECRET else f" (it is {merged.get(key)!r})"
        raise ConfigError(f"{key} from {origins.get(key, 'the defaults')}: {first['msg']}{shown}.") from error


def _file(file: Path | None, folder: Path) -> tuple[Path, Mapping[str, Any]]:
    if file is not None:
        return file, _table(file, _read(file))
    for name in (FILE, PYPROJECT):
        path = folder / name
        if path.is_file():
            data = _read(path)
            if name == FILE or "auditor" in _tool(data):
                return path, _table(path, data)
    return folder / FILE, {}


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"The configuration file {path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"The configuration file {path} is not valid TOML: {error}.") from error


def _table(path: Path, data: dict[str, Any]) -> Mapping[str, Any]:
    table = _tool(data).get("auditor", {}) if path.name == PYPROJECT else data
    if not isinstance(table, dict):
        raise ConfigError(f"[tool.auditor] in {path} is no table.")
    return table


def _tool(data: Mapping[str, Any]) -> Mapping[str, Any]:
    tool = data.get("tool", {})
    return tool if isinstance(tool, dict) else {}


def _environment(environ: Mapping[str, str]) -> dict[str, Any]:
    """Read AUDITOR_* variables; lists are separated by commas, tables are JSON."""
    found: dict[str, Any] = {}
    for name, text in environ.items():
        if not name.startswith(PREFIX):
            continue
        key = name.removeprefix(PREFIX).lower()
        kind = Settings.model_fields[key].annotation if key in Settings.model_fields else None
        if get_origin(kind) is list:
            found[key] = [part.strip() for part in text.split(",") if part.strip()]
        elif get_origin(kind) is dict:
            try:
                found[key] = json.loads(text)
            except ValueError as error:
                raise ConfigError(f"{name} must hold a JSON object.") from error
        else:
            found[key] = text
    return found


def _named(key: str, origin: str) -> str:
    """Say where a value stands: the file, the variable, or the flag."""
    if origin == "environment":
        return f"{PREFIX}{key.upper()}"
    return _FLAGS.get(key, f"--{key.replace('_', '-')}") if origin == "flag" else origin


def _known(key: str, origin: str) -> None:
    if key in Settings.model_fields:
        return
    near = difflib.get_close_matches(key, Settings.model_fields, 1)
    where = f"the environment variable {PREFIX}{key.upper()}" if origin == "environment" else origin
    hint = f" Did you mean {near[0]}?" if near else f" Known: {', '.join(Settings.model_fields)}."
    raise ConfigError(f"There is no setting called {key!r} ({where}).{hint}")

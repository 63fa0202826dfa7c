"""Puts the configuration together, each source over the one before, and remembers where each value came from.

Defaults, the pipeline it runs in, the recording, the file, the environment, flags.
"""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_origin

from pydantic import BaseModel, ValidationError

from auditor.config.history import without_secrets
from auditor.config.journey import SKIPPABLE
from auditor.config.pipeline import pipeline_of
from auditor.config.settings import OF_MACHINES, OF_REPORTS, SECRET, Settings
from auditor.config.settings_file import FILE
from auditor.config.tables import TABLE, Source, put, written
from auditor.errors import ConfigError

PYPROJECT, PREFIX = "pyproject.toml", "AUDITOR_"
_REDACTED = "[redacted]"
# the flags that are not called as their setting
_FLAGS = {
    "devices": "--device",
    "formats": "--format",
    "headers": "--header",
    "probes": "--no-probes",
    "platform_hints": "--no-platform-hints",
    **{f"journey.{name}": f"--{name}" for name in ("product", "search", "hooks", "geolocation")},
    "survey.file": "--survey",
    "report.paper": "--paper",
    **{f"gate.{name}": f"--{name.replace('_', '-')}" for name in ("fail_on", "min_score", "max_new", "baseline")},
    "lighthouse.stages": "--lighthouse",
    "history.url": "--history",
    "history.label": "--label",
}


@dataclass(frozen=True)
class Config:
    """The resolved settings and, for each one that is no default, its origin in words; settings in tables by dotted names.

    `file` is the configuration file that was read, None where there is none. `overruled` are the origins that another one won
    over, the strongest first.
    """

    settings: Settings
    origins: Mapping[str, str]
    file: Path | None = None
    overruled: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def public(self) -> dict[str, Any]:
        """Return the settings as they may be stored: secrets and the shopper's own address redacted."""
        data: dict[str, Any] = self.settings.model_dump(mode="json")
        for key in ("basic_auth", "email", "login_password"):
            data[key] = data[key] and _REDACTED
        if data["journey"]["login"]:
            data["journey"]["login"]["user"] = _REDACTED
        data["headers"] = dict.fromkeys(data["headers"], _REDACTED)
        login, at, server = data["proxy"].rpartition("@")
        if at:
            scheme, separator, _ = login.rpartition("://")
            data["proxy"] = f"{scheme}{separator}{_REDACTED}@{server}"
        data["history"]["url"] = without_secrets(data["history"]["url"])
        return data

    def recorded(self) -> dict[str, Any]:
        """Return the settings that a recording keeps: all that may be stored but those of its reports and of the machine."""
        return {key: value for key, value in self.public().items() if key not in OF_REPORTS | OF_MACHINES}


def load_config(
    flags: Mapping[str, Any],
    *,
    file: Path | None = None,
    folder: Path | None = None,
    environ: Mapping[str, str] | None = None,
    recorded: Mapping[str, Any] | None = None,
    brand: Path | None = None,
    alone: bool = False,
) -> Config:
    """Resolve the configuration; flags that are None were not given. `recorded` are settings of the run that is judged again.

    `brand` is a file whose table `[brand]` takes the place of the configured one as a whole: two brands never mix.

    `alone` leaves out file and environment.

    Raises `ConfigError` naming the key, where it stands and the closest known key or what is allowed.
    """
    folder = folder or Path.cwd()
    merged: dict[str, Any] = {}
    origins: dict[str, str] = {}
    tables: dict[str, str] = {}
    overruled: dict[str, list[str]] = {}
    path, table = (folder / FILE, {}) if alone else _file(file, folder)
    environ = {} if alone else os.environ if environ is None else environ
    sources = [
        *_pipeline(environ),
        (Source("the recording"), recorded or {}),
        (Source(str(path), path.parent), table),
        *_environment(environ),
        (Source("flag"), {k: v for k, v in flags.items() if v is not None}),
    ]
    if brand is not None:
        sources = [*((source, _without_brand(values)) for source, values in sources), _brand(brand)]
    for source, values in sources:
        for key, value in written(Settings, values, source):
            put(merged, key, value)
            kept = tables if value is TABLE else origins
            if key in origins:
                overruled.setdefault(key, []).insert(0, origins[key])
            kept[key] = _FLAGS.get(key, f"--{key.replace('_', '-')}") if source.where == "flag" else source.where
    _keep_out_of_files("login_password", origins)
    try:
        settings = Settings.model_validate(merged)
    except ValidationError as error:
        raise _wrong(error, {**tables, **origins}) from error
    _skip_only_what_can_be(settings, origins)
    return Config(settings, origins, path if path.is_file() and not alone else None, overruled)


def _wrong(error: ValidationError, places: Mapping[str, str]) -> ConfigError:
    """Name the first wrong setting, where it or its table stands, and its value unless that is nobody's business."""
    first = error.errors()[0]
    names = [str(part) for part in first["loc"]]
    above = [".".join(names[: size + 1]) for size in range(len(names))]
    # a part of a setting, such as one of several devices, stands where the setting does
    place = next((name for name in reversed(above) if name in places), above[0])
    key = above[-1] if names[0] in {"journey", "survey", "gate", "lighthouse", *OF_REPORTS, *OF_MACHINES} else above[0]
    secret = names[0] in SECRET or names[:2] in (["journey", "login"], ["history", "url"])
    hidden = secret or isinstance(first["input"], Mapping) or "@" in str(first["input"])  # an address may hold a password
    shown = "" if hidden else f" (it is {first['input']!r})"
    return ConfigError(f"{key} from {places.get(place, 'the defaults')}: {first['msg'].removeprefix('Value error, ')}{shown}.")


def _keep_out_of_files(key: str, origins: Mapping[str, str]) -> None:
    variable = f"{PREFIX}{key.upper()}"
    if origins.get(key, variable) != variable:
        raise ConfigError(f"{key} must not stand in {origins[key]}: only the environment variable {variable} takes it.")


def _skip_only_what_can_be(settings: Settings, origins: Mapping[str, str]) -> None:
    for stage, told in settings.journey.stages.items():
        if told.skip and stage not in SKIPPABLE:
            key = f"journey.stages.{stage}.skip"
            raise ConfigError(
                f"{key} from {origins[key]}: the stage {stage} cannot be skipped, a purchase goes through it."
                f" Only {' and '.join(SKIPPABLE)} can be."
            )


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


def configures(project: Path) -> bool:
    """Whether a pyproject.toml holds settings."""
    return project.is_file() and "auditor" in _tool(_read(project))


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


def _brand(file: Path) -> tuple[Source, Mapping[str, Any]]:
    table = _read(file).get("brand")
    if not isinstance(table, dict):
        raise ConfigError(f"{file} holds no table [brand]. See docs/reports.md for what stands in it.")
    return Source(str(file), file.parent), {"brand": table}


def _without_brand(values: Mapping[str, Any]) -> Mapping[str, Any]:
    return {key: value for key, value in values.items() if key != "brand"}


def _tool(data: Mapping[str, Any]) -> Mapping[str, Any]:
    tool = data.get("tool", {})
    return tool if isinstance(tool, dict) else {}


def _pipeline(environ: Mapping[str, str]) -> Iterator[tuple[Source, dict[str, Any]]]:
    """Yield the reports that the pipeline reads, where the tool runs in one."""
    found = pipeline_of(environ)
    if found:
        yield Source(f"the pipeline ({found.variable})"), {"formats": list(found.formats)}


def _environment(environ: Mapping[str, str]) -> Iterator[tuple[Source, dict[str, Any]]]:
    """Read AUDITOR_* variables; lists are separated by commas, tables are JSON."""
    for name, text in environ.items():
        if not name.startswith(PREFIX):
            continue
        key = name.removeprefix(PREFIX).lower()
        kind = Settings.model_fields[key].annotation if key in Settings.model_fields else None
        value: Any = text
        if key == "history" and not text.lstrip().startswith("{"):  # where it is kept is all that most say of it
            value = {"url": text}
        elif get_origin(kind) is list:
            value = [part.strip() for part in text.split(",") if part.strip()]
        elif get_origin(kind) is dict or (isinstance(kind, type) and issubclass(kind, BaseModel)):
            try:
                value = json.loads(text)
            except ValueError as error:
                raise ConfigError(f"{name} must hold a JSON object.") from error
        known = key in Settings.model_fields
        yield Source(name if known else f"the environment variable {name}"), {key: value}

"""Walks through a table of settings as it was written down, and names what is not known in it, with where it stands."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from auditor.errors import ConfigError

TABLE = object()
"""Stands for a table itself, whose settings are named one by one."""


@dataclass(frozen=True)
class Source:
    """Where a table comes from, in words for a message, and the folder its relative paths are meant from, if any."""

    where: str
    folder: Path | None = None


def written(model: type[BaseModel], table: Mapping[str, Any], source: Source, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Yield every setting of a table with its dotted name; tables of tables are walked through.

    Raises `ConfigError` for a key the model does not know.
    """
    for key, value in table.items():
        field = model.model_fields.get(key)
        if field is None:
            raise _unknown("setting", key, path, model.model_fields, source, _inside(model))
        here = (*path, key)
        inner, keys = tables_of(field.annotation)
        if inner is None:
            yield ".".join(here), _placed(field.annotation, value, source)
        elif keys is None:
            yield from _table(inner, value, source, here)
        else:
            _demand_table(value, source, here)
            for name, item in value.items():
                if name not in list(keys):
                    raise _unknown(keys.__name__.lower(), name, here, [str(k) for k in keys], source)
                yield from _table(inner, item, source, (*here, name))


def _table(model: type[BaseModel], value: Any, source: Source, path: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    _demand_table(value, source, path)
    yield ".".join(path), TABLE
    yield from written(model, value, source, path)


def _demand_table(value: Any, source: Source, path: tuple[str, ...]) -> None:
    if not isinstance(value, Mapping):
        raise ConfigError(f"{'.'.join(path)} from {source.where}: must be a table.")


def put(tree: dict[str, Any], dotted: str, value: Any) -> None:
    """Set a value in a tree of tables by its dotted name; `TABLE` only makes sure that the table is there."""
    *tables, key = dotted.split(".")
    for name in tables:
        tree = tree.setdefault(name, {})
    if value is TABLE:
        tree.setdefault(key, {})
    else:
        tree[key] = value


def tables_of(annotation: Any) -> tuple[type[BaseModel] | None, type[StrEnum] | None]:
    """Return the model of a table, and the names of such tables where a setting is a set of them."""
    for kind in get_args(annotation) if get_origin(annotation) in {Union, UnionType} else (annotation,):
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return kind, None
        if get_origin(kind) is dict:
            keys, values = get_args(kind)
            if isinstance(values, type) and issubclass(values, BaseModel):
                return values, keys
    return None, None


def _placed(annotation: Any, value: Any, source: Source) -> Any:
    """Relate a path to the folder of the file it stands in; as a short path where that is the current folder."""
    if source.folder is None or not (annotation is Path or Path in get_args(annotation)):
        return value
    if isinstance(value, list):
        return [_placed(Path, item, source) for item in value]
    if not isinstance(value, str):
        return value
    full = source.folder / value
    return str(full.relative_to(Path.cwd())) if full.is_relative_to(Path.cwd()) else str(full)


def _inside(model: type[BaseModel]) -> list[str]:
    """Return the dotted names of the settings that stand in tables of a table, one deep."""
    tables = ((name, tables_of(field.annotation)[0]) for name, field in model.model_fields.items())
    return [f"{name}.{key}" for name, table in tables if table is not None for key in table.model_fields]


def _unknown(
    what: str, key: str, path: tuple[str, ...], known: Iterable[str], source: Source, inside: Iterable[str] = ()
) -> ConfigError:  # fmt: skip
    known = list(known)
    table = f" in [{'.'.join(path)}]" if path else ""
    if (*path, key) == ("journey", "login", "password"):
        return ConfigError(f"A password must not stand in {source.where}: AUDITOR_LOGIN_PASSWORD takes the one of the login.")
    by_key = {name.rpartition(".")[2]: name for name in inside}
    near = difflib.get_close_matches(key, known, 1) or [by_key[name] for name in difflib.get_close_matches(key, by_key, 1)]
    hint = f" Did you mean {near[0]}?" if near else f" Known: {', '.join(known)}."
    return ConfigError(f"There is no {what} called {key!r}{table} ({source.where}).{hint}")

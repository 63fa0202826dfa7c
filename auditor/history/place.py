"""Where a history is kept: what was configured, as an address of the database."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.config.history import OFF, without_secrets
from auditor.errors import ConfigError

if TYPE_CHECKING:
    from sqlalchemy import URL

_FOLDER, _FILE = "storefront-auditor", "history.sqlite"
_SQLITE = "sqlite:///"


def place_of(configured: str) -> URL | None:
    """Return the database of a setting, None for a history that is switched off; raises `ConfigError` for what is no address."""
    from sqlalchemy import URL, make_url
    from sqlalchemy.exc import ArgumentError

    if configured == OFF:
        return None
    if "://" not in configured or configured.startswith(_SQLITE):
        file = Path(configured.removeprefix(_SQLITE)).expanduser() if configured else usual_file()
        return URL.create("sqlite", database=str(file.absolute()))
    try:
        url = make_url(configured)
    except (ArgumentError, ValueError) as error:
        raise ConfigError(f"history.url is no address of a database: {without_secrets(configured)}.") from error
    if url.get_backend_name() == "sqlite":
        raise ConfigError("history.url names a file of SQLite by its path, or by sqlite:/// and the path.")
    return url.set(drivername="postgresql+psycopg")


def shown(place: URL) -> str:
    """Return a place as it may be printed."""
    file = place.database or ""
    return file if place.get_backend_name() == "sqlite" else without_secrets(place.render_as_string())


def usual_file() -> Path:
    """Return the file in which a user's history is kept: in the folder that the platform has for data of programs."""
    if told := os.environ.get("XDG_DATA_HOME"):
        return Path(told) / _FOLDER / _FILE
    from platformdirs import user_data_path

    return user_data_path(_FOLDER, appauthor=False) / _FILE

"""Brings the tables of a database up to date. Forward only: a database of a newer version is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from auditor.errors import UsageError
from auditor.history.database import reading, writing
from auditor.history.place import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

STEPS: Sequence[str] = ("0001",)
"""The migrations this version knows, the newest last; a test holds them to the files."""
_VERSION = "alembic_version"
_LOCK = 0x61756469746F72  # "auditor": whoever holds it in PostgreSQL is the one who migrates


def brought_up_to_date(engine: Engine) -> None:
    """Make or change the tables where they are not those of this version; raises `UsageError` for a database of a newer one."""
    with reading(engine) as connection:
        if _is_current(connection, engine):
            return
    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        if not _is_current(connection, engine):  # another process may have done it meanwhile
            _migrate(connection)


def _is_current(connection: Connection, engine: Engine) -> bool:
    if not inspect(connection).has_table(_VERSION):
        return False
    step = connection.execute(text(f"SELECT version_num FROM {_VERSION}")).scalar()  # noqa: S608 - a name of ours
    if step not in {None, *STEPS}:
        raise UsageError(
            f"The history {shown(engine.url)} was written by a newer version of storefront-auditor (step {step}; this one knows"
            f" {STEPS[-1]}). Update storefront-auditor, or name another history with --history."
        )
    return step == STEPS[-1]


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")

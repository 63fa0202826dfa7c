"""Opens the database of a history, so that several processes can use it at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from auditor.config.history import REDACTED
from auditor.errors import HistoryError
from auditor.history.place import shown

if TYPE_CHECKING:
    from sqlalchemy import URL

_PATIENCE = 30  # seconds that one process waits for another's transaction
_CONNECTING = 10  # seconds


@contextmanager
def opened(place: URL) -> Iterator[Engine]:
    """Open a database; raises `HistoryError` for one that cannot be opened, read or written while it is in use."""
    try:
        engine = _sqlite(place) if place.get_backend_name() == "sqlite" else _postgresql(place)
        try:
            yield engine
        finally:
            engine.dispose()
    except SQLAlchemyError as error:
        raise HistoryError(f"The history {shown(place)} cannot be used: {_cause(error, place)}.") from error
    except OSError as error:
        raise HistoryError(f"The history {shown(place)} cannot be used: {error.strerror or error}.") from error


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Read in one transaction, so that all of it is one state."""
    with engine.begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Write all or nothing; other writers wait for it."""
    with engine.execution_options(writes=True).begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{_PATIENCE}s'")
        yield connection


def _sqlite(place: URL) -> Engine:
    file = Path(place.database or "")
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)  # it names whose shops were audited
    engine = create_engine(place, poolclass=NullPool, connect_args={"timeout": _PATIENCE})
    event.listen(engine, "connect", _prepared)
    event.listen(engine, "begin", _begun)
    return engine


def _prepared(connection: Any, _record: object) -> None:
    """Leave transactions to `_begun`: Python's own begin too late for two writers; and let readers read while one writes."""
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys=ON")
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except connection.OperationalError:  # another process has the file just now: then the next one does it
            return


def _begun(connection: Connection) -> None:
    """Take the right to write at the beginning: one that is asked for later can be refused without waiting."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


def _postgresql(place: URL) -> Engine:
    try:
        return create_engine(place, poolclass=NullPool, connect_args={"connect_timeout": _CONNECTING})
    except ImportError as error:
        raise HistoryError("A history in PostgreSQL needs its driver: pip install 'storefront-auditor[postgresql]'.") from error


def _cause(error: SQLAlchemyError, place: URL) -> str:
    """Return what the database said, on one line, without what `shown` leaves out of the address: PostgreSQL names the user."""
    told = error.orig if isinstance(error, DBAPIError) else error
    said = " ".join(str(told).split()).rstrip(".")
    for secret in sorted(filter(None, _secrets(place)), key=len, reverse=True):
        said = re.sub(rf"(?<!\w){re.escape(secret)}(?!\w)", REDACTED, said)
    return said


def _secrets(place: URL) -> Iterator[str]:
    yield place.username or ""
    yield place.password or ""
    for name, value in place.query.items():
        for one in (value,) if isinstance(value, str) else value:
            if not one.isdecimal() or name in {"user", "password"}:  # a port or a number of seconds stands in many a sentence
                yield one

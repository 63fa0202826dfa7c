"""Databases for histories: a SQLite file, and one in a real PostgreSQL, each empty."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shops import postgres

_NUMBERS = itertools.count()


@pytest.fixture(scope="session")
def cluster() -> Iterator[postgres.Cluster]:
    """A PostgreSQL without a TCP port, as long as the tests run."""
    if not postgres.is_installed():
        pytest.skip("There is no PostgreSQL on this machine (Debian: apt-get install postgresql).")
    with tempfile.TemporaryDirectory(prefix="history-") as temporary:
        state = Path(temporary)
        state.chmod(0o711)  # the database's own user may pass through it
        (state / "postgres").mkdir()
        postgres.make_cluster(state / "postgres")
        with postgres.running_cluster(state / "postgres") as cluster:
            yield cluster


@pytest.fixture
def sqlite(tmp_path: Path) -> str:
    """An empty SQLite file, which is not there yet."""
    return str(tmp_path / "data" / "history.sqlite")


@pytest.fixture
def postgresql(cluster: postgres.Cluster) -> str:
    """The address of an empty database."""
    name = f"history_{next(_NUMBERS)}"
    cluster.query(f"CREATE DATABASE {name}")
    return f"postgresql://postgres@/{name}?host={cluster.socket}"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def place(request: pytest.FixtureRequest) -> str:
    """An empty history, once in each kind of database."""
    found: str = request.getfixturevalue(request.param)
    return found

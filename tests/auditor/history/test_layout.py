"""Migrations: the tables are what the code reads and writes, and several processes may make them at once."""

import re
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from auditor.errors import HistoryError, UsageError
from auditor.history import layout
from auditor.history.database import opened, reading, writing
from auditor.history.place import place_of
from auditor.history.store import kept_at
from auditor.history.tables import METADATA
from tests.auditor.history.runs import entry, store

FILES = sorted((Path(layout.__file__).with_name("migrations") / "versions").glob("[0-9]*.py"))


def test_every_step_has_its_file_and_follows_the_one_before() -> None:
    assert [file.name[:4] for file in FILES] == list(layout.STEPS)
    told = [dict(re.findall(r"^(revision|down_revision) = (.+)$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)) for file in FILES]
    assert [facts["revision"] for facts in told] == [f'"{step}"' for step in layout.STEPS]
    assert [facts["down_revision"] for facts in told] == ["None", *(f'"{step}"' for step in layout.STEPS[:-1])]


def test_the_steps_make_the_tables_that_are_used(place: str) -> None:
    with store(place) as made, reading(made._engine) as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_tables_that_are_there_already_are_left_alone(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with store(place) as made:
        made.add(entry())
    monkeypatch.setattr(layout, "_migrate", lambda _: pytest.fail("nothing was to be made"))
    with store(place) as made:
        assert made.add(entry()) == "known"


def test_a_newer_database_is_left_alone(place: str) -> None:
    with store(place) as made, writing(made._engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(UsageError, match=r"newer version of storefront-auditor \(step 9999; this one knows 0001\)") as told, store(place):
        pytest.fail("it was opened")
    assert told.value.exit_code == 4


def test_tables_half_made_are_made_anew(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that dies while it makes the tables leaves nothing."""
    url = place_of(place)
    assert url is not None
    migrate = layout._migrate

    def dies(connection: object) -> None:
        migrate(connection)  # type: ignore[arg-type]
        raise OSError("gone")

    monkeypatch.setattr(layout, "_migrate", dies)
    with pytest.raises(HistoryError, match="gone"), kept_at(url):
        pytest.fail("it was opened")
    monkeypatch.setattr(layout, "_migrate", migrate)
    with opened(url) as engine, reading(engine) as connection:
        assert not layout._is_current(connection, engine)
    with store(place) as made:
        assert made.add(entry()) == "added"

import builtins
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from auditor.errors import HistoryError
from auditor.history.database import opened
from auditor.history.place import place_of
from auditor.history.store import Wanted
from tests.auditor.history.runs import entry, store


def test_a_file_lets_readers_read_while_one_writes(sqlite: str) -> None:
    with store(sqlite) as opened:
        opened.add(entry())
    with sqlite3.connect(sqlite) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()
    writer = sqlite3.connect(sqlite, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with store(sqlite) as opened:
        assert len(opened.read(Wanted())) == 1
    writer.close()


def test_the_folder_is_made_for_its_user_alone(sqlite: str) -> None:
    with store(sqlite):
        assert Path(sqlite).parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"\x00" * 4096])
def test_a_file_that_is_none_is_named(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "thesis.doc"
    file.write_bytes(content)
    with pytest.raises(HistoryError, match=r"thesis.doc cannot be used"), store(str(file)):
        pytest.fail("it was opened")
    assert file.read_bytes() == content


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(HistoryError, match=r"file.history.sqlite cannot be used"), store(str(tmp_path / "file" / "history.sqlite")):
        pytest.fail("it was opened")


def test_a_server_that_is_not_there_is_named_without_secrets() -> None:
    with (
        pytest.raises(HistoryError, match="cannot be used") as told,
        store("postgresql://anna:hush@127.0.0.1:1/audits?application_name=hush"),
    ):
        pytest.fail("it was opened")
    assert "hush" not in str(told.value)
    assert "127.0.0.1:1/audits" in str(told.value)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ('FATAL: password authentication failed for user "anna"', 'FATAL: password authentication failed for user "[redacted]"'),
        ("FATAL: Passwort-Authentifizierung für Benutzer »anna« fehlgeschlagen", "für Benutzer »[redacted]« fehlgeschlagen"),
        ('invalid sslmode value: "hush-hush"', 'invalid sslmode value: "[redacted]"'),
        ('no entry for host "10.0.0.5", user "anna", database "susanna"', 'host "10.0.0.5", user "[redacted]", database "susanna"'),
    ],
)
def test_what_the_server_says_names_neither_user_nor_options(said: str, left: str) -> None:
    place = place_of("postgresql://anna:hush@db.example/susanna?sslmode=hush-hush&connect_timeout=10")
    assert place is not None
    with pytest.raises(HistoryError) as told, opened(place):
        raise OperationalError("SELECT 1", {}, Exception(said))
    assert left in str(told.value)
    assert "hush" not in str(told.value)


@pytest.mark.postgresql
def test_a_user_that_the_server_does_not_know_is_not_named(postgresql: str) -> None:
    with (
        pytest.raises(HistoryError, match=r'role "\[redacted\]" does not exist|authentication failed for user "\[redacted\]"'),
        store(postgresql.replace("postgres@", "anna:hush@")),
    ):
        pytest.fail("it was opened")


def test_a_missing_driver_is_told_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **facts: Any) -> Any:
        if name.startswith("psycopg"):
            raise ImportError(name)
        return real(name, *rest, **facts)

    monkeypatch.setattr(builtins, "__import__", without)
    assert place_of("postgresql://db/x") is not None
    with pytest.raises(HistoryError, match=r"storefront-auditor\[postgresql\]"), store("postgresql://db/x"):
        pytest.fail("it was opened")

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from auditor.record.layout import RESULT
from tests.auditor.cli.conftest import Auditor
from tests.auditor.history.runs import result


@pytest.fixture
def stored(auditor: Auditor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A history of two sites."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for number, (day, site) in enumerate([(0, "https://shop.example"), (1, "https://shop.example"), (2, "https://other.example")]):
        folder = tmp_path / "audits" / str(number)
        folder.mkdir(parents=True)
        (folder / RESULT).write_text(result(day, site=site, score=70 + day).model_dump_json(), encoding="utf-8")
    assert auditor("history", "import", tmp_path / "audits").out == "3 added, 0 judged anew, 0 known already\n"
    return tmp_path / "data" / "storefront-auditor" / "history.sqlite"


def test_a_site_is_listed_by_host_or_address(auditor: Auditor, stored: Path) -> None:
    ran = auditor("history", "shop.example")
    assert (ran.code, ran.err) == (0, "")
    assert "shop.example, 2 audits" in ran.out
    assert "The score is 71, 1 point better than on 1 January 2026." in ran.out
    assert ran.out == auditor("history", "https://shop.example/").out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_without_a_site_all_are_listed(auditor: Auditor, stored: Path) -> None:
    lines = auditor("history").out.splitlines()
    assert [line.split()[0] for line in lines if ".example " in line][:2] == ["other.example", "shop.example"]


def test_options_stand_before_or_behind_the_site(auditor: Auditor, stored: Path) -> None:
    assert "1 of 2 audits" in auditor("history", "shop.example", "--limit", "1").out
    assert "1 of 2 audits" in auditor("history", "--limit", "1", "shop.example").out
    assert "1 of 2 audits" in auditor("history", "shop.example", "--since", "2026-01-02").out
    assert "2 audits" in auditor("history", "shop.example", "--limit", "0").out
    assert "No such audit" in auditor("history", "shop.example", "--since", "2030-01-01").out


def test_documents_are_written(auditor: Auditor, stored: Path, tmp_path: Path) -> None:
    ran = auditor("history", "shop.example", "--format", "html", "--format", "json", "-o", tmp_path / "out", "--lang", "de")
    assert ran.out.splitlines() == [str(tmp_path / "out" / "history.html"), str(tmp_path / "out" / "history.json")]
    assert '<html lang="de">' in (tmp_path / "out" / "history.html").read_text(encoding="utf-8")
    told = json.loads((tmp_path / "out" / "history.json").read_text(encoding="utf-8"))
    check = Draft202012Validator(json.loads(auditor("schema", "history").out))
    assert [error.message for error in check.iter_errors(told)] == []
    assert [(run["score"], run["change"], run["new"], len(run["metrics"])) for run in told["sites"][0]["runs"]] == [
        (71, 1, 0, 1), (70, None, None, 1),
    ]  # fmt: skip


def test_an_empty_history_is_no_mistake(auditor: Auditor, tmp_path: Path) -> None:
    ran = auditor("history", "--history", tmp_path / "new.sqlite")
    assert (ran.code, ran.out) == (0, "No such audit has been stored.\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["shop.exampel"], ["'shop.exampel'", "Did you mean shop.example?"]),
        (["--format", "htlm"], ["'htlm'", "Did you mean html?"]),
        (["--since", "lately"], ["'lately' is no day"]),
        (["--lang", "xx"], ["'xx'"]),
        (["--history", "mysql://anna:hush@db/x"], ["history.url from --history"]),
        (["--history", "off"], ["switched off"]),
        (["prune"], ["--keep", "--older-than"]),
        (["prune", "--older-than", "400000d"], ["400000d"]),
        (["import"], ["RUN..."]),
        (["import", "gone"], ["gone is no run folder"]),
    ],
)
def test_mistakes_are_those_of_the_caller(auditor: Auditor, stored: Path, arguments: list[str], words: list[str]) -> None:
    ran = auditor("history", *arguments)
    assert (ran.code, "Traceback" in ran.err, "hush" in ran.err) == (4, False, False)
    assert [word for word in words if word not in ran.err] == []


def test_a_newer_history_is_left_alone(auditor: Auditor, stored: Path) -> None:
    with sqlite3.connect(stored) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
    connection.close()
    assert auditor("history").refused(4, str(stored), "newer version", "Update storefront-auditor")


def test_old_runs_are_pruned_and_their_folders_stay(auditor: Auditor, stored: Path, tmp_path: Path) -> None:
    assert auditor("history", "prune", "--keep", "1", "--dry-run").out == "1 would be deleted\n"
    assert auditor("history", "prune", "--older-than", "2026-01-02", "--site", "other.example").out == "0 deleted\n"
    assert auditor("history", "prune", "--keep", "1").out == "1 deleted\n"
    assert "1 audit" in auditor("history", "shop.example").out
    assert len(list((tmp_path / "audits").iterdir())) == 3


def test_a_history_named_before_the_command_counts(auditor: Auditor, stored: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    assert auditor("history", "--history", other, "import", tmp_path / "audits").out.startswith("3 added")
    assert auditor("history", "import", tmp_path / "audits", "--history", other).out.endswith("3 known already\n")
    assert auditor("history", "--history", other, "prune", "--keep", "1").out == "1 deleted\n"


def test_a_configuration_named_before_the_command_counts(auditor: Auditor, stored: Path, tmp_path: Path) -> None:
    for name in ("team", "mine"):
        (tmp_path / f"{name}.toml").write_text(f'[history]\nurl = "{tmp_path / name}.sqlite"\n', encoding="utf-8")
    assert auditor("history", "--config", "team.toml", "import", tmp_path / "audits").out.startswith("3 added")
    assert auditor("history", "--config", "mine.toml", "prune", "--keep", "1").out == "0 deleted\n"
    assert auditor("history", "--config", "mine.toml", "prune", "--config", "team.toml", "--keep", "1").out == "1 deleted\n"
    assert auditor("history", "--config", "none.toml", "prune", "--keep", "1").refused(4, "none.toml", "cannot be read")
    assert "2 audits" in auditor("history", "shop.example").out


@pytest.mark.parametrize("told", [["--since", "90d"], ["--limit", "30"], ["--brand", "none.toml"], ["--format", "html"]])
def test_an_option_that_would_say_nothing_before_a_command_is_refused(auditor: Auditor, stored: Path, told: list[str]) -> None:
    assert auditor("history", *told, "prune", "--keep", "1").refused(4, f"{told[0]} says nothing before prune")
    assert "2 audits" in auditor("history", "shop.example").out


def test_the_table_fits_in_every_language(auditor: Auditor, stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for language in ("en", "de", "es", "fr"):
        assert max(map(len, auditor("history", "shop.example", "--lang", language).out.splitlines())) <= 80


def test_commands_start_without_a_database_library() -> None:
    program = (
        "import sys, auditor.cli.run, auditor.cli.history, auditor.api; print([m for m in ('sqlalchemy', 'alembic') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"

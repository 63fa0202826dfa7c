import json
import shutil
from pathlib import Path

import pytest

from auditor.record.layout import RESULT
from tests.auditor.cli.conftest import Auditor


@pytest.fixture
def judged(auditor: Auditor, run: Path) -> Path:
    auditor("judge", run)
    return run


@pytest.fixture
def later(judged: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "later"
    shutil.copytree(judged, copy)
    return copy


def test_html_and_terminal_are_the_usual_documents(auditor: Auditor, judged: Path, later: Path, tmp_path: Path) -> None:
    ran = auditor("compare", judged, later, "-o", tmp_path / "out")
    assert (ran.code, ran.err) == (0, "")
    page = tmp_path / "out" / "comparison.html"
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert ran.out.splitlines()[-1] == str(page)
    assert "No problem has come, gone or moved." in ran.out
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["comparison.html"]


def test_without_a_folder_they_go_below_the_usual_one(auditor: Auditor, judged: Path, later: Path, tmp_path: Path) -> None:
    auditor("compare", judged, later, "--format", "json")
    (made,) = (tmp_path / "audit-results").glob("comparison-*/comparison.json")
    assert json.loads(made.read_text(encoding="utf-8"))["schema_version"] == "1"


def test_a_document_can_go_elsewhere(auditor: Auditor, judged: Path, later: Path, tmp_path: Path) -> None:
    note = tmp_path / "notes" / "change.md"
    ran = auditor("compare", judged, later, "--format", f"markdown={note}", "--lang", "de")
    assert (ran.code, ran.out) == (0, f"{note}\n")
    assert note.read_text(encoding="utf-8").startswith("# ")


def test_it_informs_whatever_changed(auditor: Auditor, judged: Path, later: Path) -> None:
    result = json.loads((later / RESULT).read_text(encoding="utf-8"))
    for verdict in result["verdicts"]:
        verdict["outcome"] = "fail" if verdict["outcome"] == "pass" else verdict["outcome"]
    (later / RESULT).write_text(json.dumps(result), encoding="utf-8")
    assert auditor("compare", judged, later, "--format", "terminal").code == 0


@pytest.mark.parametrize("command", ["compare", "benchmark"])
def test_a_folder_without_a_result_is_a_mistake_of_the_caller(auditor: Auditor, judged: Path, tmp_path: Path, command: str) -> None:
    (tmp_path / "empty").mkdir()
    assert auditor(command, judged, tmp_path / "empty").refused(4, f"holds no {RESULT}", "auditor judge")
    assert auditor(command, judged, tmp_path / "none").refused(4, str(tmp_path / "none"))


@pytest.mark.parametrize("command", ["compare", "benchmark"])
def test_a_damaged_result_is_named(auditor: Auditor, judged: Path, later: Path, command: str) -> None:
    (later / RESULT).write_text("{", encoding="utf-8")
    assert auditor(command, judged, later).refused(4, RESULT, "cannot be read")


@pytest.mark.parametrize("command", ["compare", "benchmark"])
def test_an_unknown_format_or_language_makes_nothing(auditor: Auditor, judged: Path, later: Path, tmp_path: Path, command: str) -> None:
    folder = tmp_path / "out"
    assert auditor(command, judged, later, "-o", folder, "--format", "htlm").refused(4, "'htlm'", "Did you mean html?")
    assert auditor(command, judged, later, "-o", folder, "--lang", "xx").refused(4, "'xx'")
    assert not folder.exists()


def test_a_place_that_cannot_be_written_is_named(auditor: Auditor, judged: Path, later: Path) -> None:
    assert auditor("compare", judged, later, "--format", f"html={judged / RESULT / 'x.html'}").refused(3, "cannot be written")


def test_formats_of_a_run_that_are_configured_are_not_meant(auditor: Auditor, judged: Path, later: Path, tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text('formats = ["unheard-of"]\nlang = "de"\n', encoding="utf-8")
    ran = auditor("compare", judged, later, "-o", tmp_path / "out")
    assert ran.code == 0
    assert '<html lang="de">' in (tmp_path / "out" / "comparison.html").read_text(encoding="utf-8")


def test_no_colours_in_a_file(auditor: Auditor, judged: Path, later: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    auditor("compare", judged, later, "--format", f"terminal={tmp_path / 'x.txt'}")
    assert "\x1b" not in (tmp_path / "x.txt").read_text(encoding="utf-8")

import json
from pathlib import Path

import pytest

from auditor.record.layout import RESULT
from tests.auditor.cli.conftest import Auditor


@pytest.fixture
def judged(auditor: Auditor, run: Path) -> Path:
    auditor("judge", run)
    return run


def test_all_usual_reports_are_made_again(auditor: Auditor, judged: Path) -> None:
    ran = auditor("report", judged)
    assert (ran.code, ran.err) == (0, "")
    assert (judged / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "https://shop.example/" in ran.out
    assert ran.out.splitlines()[-1] == f"{judged / 'report.html'}"


def test_a_report_can_go_elsewhere(auditor: Auditor, judged: Path, tmp_path: Path) -> None:
    copy = tmp_path / "out" / "copy.json"
    ran = auditor("report", judged, "--format", f"json={copy}")
    assert (ran.code, ran.out) == (0, f"{copy}\n")
    assert json.loads(copy.read_text(encoding="utf-8")) == json.loads((judged / RESULT).read_text(encoding="utf-8"))


def test_an_unknown_format_names_the_closest_and_makes_nothing(auditor: Auditor, judged: Path) -> None:
    assert auditor("report", judged, "--format", "terminal", "--format", "html", "--format", "htlm").refused(
        4, "'htlm'", "Did you mean html?"
    )
    assert not (judged / "report.html").exists()


def test_a_place_that_cannot_be_written_is_named(auditor: Auditor, judged: Path) -> None:
    assert auditor("report", judged, "--format", f"html={judged / RESULT / 'x.html'}").refused(3, "cannot be written")


def test_a_folder_that_was_not_judged_says_how(auditor: Auditor, run: Path) -> None:
    assert auditor("report", run).refused(3, f"holds no {RESULT}", "auditor judge")


def test_a_missing_folder_is_named(auditor: Auditor, tmp_path: Path) -> None:
    assert auditor("report", tmp_path / "none").refused(4, str(tmp_path / "none"))


def test_a_damaged_result_is_named(auditor: Auditor, judged: Path) -> None:
    (judged / RESULT).write_text("{", encoding="utf-8")
    assert auditor("report", judged).refused(3, RESULT, "cannot be read")


def test_no_colours_without_a_terminal(auditor: Auditor, judged: Path) -> None:
    assert "\x1b" not in auditor("report", judged, "--format", "terminal").out


def test_colours_can_be_forced(auditor: Auditor, judged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = auditor("report", judged, "--format", "terminal").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    forced = auditor("report", judged, "--format", "terminal").out
    assert "\x1b[" in forced
    assert len(forced) > len(plain)


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_colours_wins(auditor: Auditor, judged: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv(name, value)
    assert "\x1b" not in auditor("report", judged, "--format", "terminal").out


def test_a_report_is_made_in_the_language_that_was_asked_for(auditor: Auditor, judged: Path) -> None:
    ran = auditor("report", judged, "--lang", "fr", "--format", "html", "--format", "terminal")
    assert ran.code == 0
    assert '<html lang="fr"' in (judged / "report.html").read_text(encoding="utf-8")
    assert "Score" in ran.out
    assert "Report" not in ran.out


@pytest.mark.parametrize("language", ["nl", "xx", "German"])
def test_an_unknown_language_names_the_known_ones_and_makes_nothing(auditor: Auditor, judged: Path, language: str) -> None:
    assert auditor("report", judged, "--lang", language).refused(4, repr(language), "de, en, es, fr")
    assert not (judged / "report.html").exists()

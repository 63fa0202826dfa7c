import json
import shutil
from pathlib import Path

import pytest

from auditor.record.layout import MANIFEST, RECORDING, RESULT
from tests.auditor.cli.conftest import Auditor, record


def test_a_recording_is_judged_without_a_browser(auditor: Auditor, run: Path) -> None:
    ran = auditor("judge", run, "--fail-on", "none")
    assert (ran.code, ran.out, ran.err) == (0, f"{run / RESULT}\n", "")
    verdicts = json.loads((run / RESULT).read_text(encoding="utf-8"))["verdicts"]
    assert len({v["check"] for v in verdicts}) > 20
    assert {v["device"] for v in verdicts} >= {"desktop", "mobile"}


def test_judged_twice_it_is_the_same_to_the_byte(auditor: Auditor, run: Path) -> None:
    auditor("judge", run)
    first = (run / RESULT).read_bytes()
    auditor("judge", run)
    assert (run / RESULT).read_bytes() == first


@pytest.mark.parametrize("name", ["accessibility-structure", "accessibility", "home"])
def test_only_what_is_asked_for_is_judged(auditor: Auditor, run: Path, name: str) -> None:
    auditor("judge", run, "--only", name)
    verdicts = json.loads((run / RESULT).read_text(encoding="utf-8"))["verdicts"]
    assert verdicts
    assert all(name in {v["check"], v["category"], v["stage"]} or v["stage"] is None for v in verdicts)


def test_the_gate_decides_between_0_and_1(auditor: Auditor, run: Path) -> None:
    assert auditor("judge", run, "--only", "accessibility", "--fail-on", "none").code == 0
    failed = auditor("judge", run, "--only", "accessibility-structure", "--min-score", "100")
    assert (failed.code, failed.err) == (1, "")
    assert auditor("judge", run, "--only", "accessibility-structure", "--min-score", "100", "--exit-zero").code == 0


def test_a_journey_that_was_cut_short_is_not_completed(auditor: Auditor, tmp_path: Path) -> None:
    record(tmp_path / "run", ended="blocked", message="A bot protection answered.")
    assert auditor("judge", tmp_path / "run", "--exit-zero").code == 3


def test_nothing_measurable_is_told_apart(auditor: Auditor, run: Path) -> None:
    assert auditor("judge", run, "--only", "checkout-guest-option").code == 5


def test_the_environment_counts(auditor: Auditor, run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDITOR_ONLY", "nope")
    assert auditor("judge", run).refused(4, "'nope'")


def test_a_configuration_file_counts(auditor: Auditor, run: Path, tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text('only = ["accessibility-structure"]\ngate.min_score = 100', encoding="utf-8")
    assert auditor("judge", run).code == 1
    (tmp_path / "other.toml").write_text('onyl = ["accessibility-structure"]', encoding="utf-8")
    assert auditor("judge", run, "--config", tmp_path / "other.toml").refused(4, "'onyl'", "other.toml", "Did you mean only?")


def test_a_missing_folder_is_named(auditor: Auditor, tmp_path: Path) -> None:
    assert auditor("judge", tmp_path / "none").refused(4, str(tmp_path / "none"))


def test_a_folder_without_a_recording_is_named(auditor: Auditor, tmp_path: Path) -> None:
    assert auditor("judge", tmp_path).refused(3, str(tmp_path), "holds no recording")


@pytest.mark.parametrize("content", ["", "{", '{"recording_version": "1"}', "\x00"])
def test_a_damaged_recording_is_named(auditor: Auditor, run: Path, content: str) -> None:
    (run / RECORDING / MANIFEST).write_text(content, encoding="utf-8")
    assert auditor("judge", run).refused(3, MANIFEST, "cannot be read")


def test_a_recording_with_impossible_values_is_refused(auditor: Auditor, run: Path) -> None:
    file = run / RECORDING / MANIFEST
    file.write_text(file.read_text(encoding="utf-8").replace('"payment_reached"', '"bought"'), encoding="utf-8")
    assert auditor("judge", run).refused(3, "journeys.0.ended")


def test_pages_that_are_gone_are_not_measurable(auditor: Auditor, run: Path) -> None:
    for device in ("desktop", "mobile"):
        shutil.rmtree(run / RECORDING / device)
    ran = auditor("judge", run)
    outcomes = {v["outcome"] for v in json.loads((run / RESULT).read_text(encoding="utf-8"))["verdicts"]}
    assert (ran.code, ran.err) == (5, "")
    assert outcomes <= {"not_measurable", "not_applicable", "info"}


@pytest.mark.parametrize(("option", "name", "near"), [("--only", "speed-lpc", "speed-lcp"), ("--skip", "chekout", "checkout")])
def test_an_unknown_check_names_the_closest(auditor: Auditor, run: Path, option: str, name: str, near: str) -> None:
    assert auditor("judge", run, option, name).refused(4, f"'{name}'", f"Did you mean {near}?")


def test_no_check_left_is_told(auditor: Auditor, run: Path) -> None:
    assert auditor("judge", run, "--only", "speed", "--skip", "speed").refused(4, "No check is left")


@pytest.mark.parametrize(("option", "value"), [("--min-score", "101"), ("--min-score", "many"), ("--fail-on", "all")])
def test_wrong_values_of_the_gate_are_refused(auditor: Auditor, run: Path, option: str, value: str) -> None:
    assert auditor("judge", run, option, value).refused(4, option, value)


def test_a_result_that_cannot_be_written_is_one_message(auditor: Auditor, run: Path) -> None:
    (run / f"{RESULT}.part").mkdir()
    assert auditor("judge", run).refused(3, f"{RESULT}.part", "Is a directory")

from pathlib import Path

import pytest

from auditor.api import Result
from auditor.config.history import HistorySettings
from auditor.history.remembering import remember
from auditor.history.store import Wanted
from auditor.record.layout import RESULT
from tests.auditor.history.runs import result, store


def test_a_run_is_stored_with_its_folder_label_and_commit(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_SHA", "abcdef1234")
    remember(result(), tmp_path / "run", HistorySettings(url=place, label="4.2"))
    with store(place) as opened:
        (run,) = opened.read(Wanted())[0].runs
    assert (run.folder, run.label, run.commit) == (str(tmp_path / "run"), "4.2", "abcdef1234")


def test_no_more_are_kept_of_a_site_than_was_said(sqlite: str, tmp_path: Path) -> None:
    for day in range(4):
        remember(result(day), tmp_path, HistorySettings(url=sqlite, keep=2))
    remember(result(site="https://other.example"), tmp_path, HistorySettings(url=sqlite, keep=2))
    with store(sqlite) as opened:
        assert sorted(site.stored for site in opened.read(Wanted())) == [1, 2]


def test_nothing_is_stored_where_it_is_switched_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    remember(result(), tmp_path, HistorySettings(url="off"))
    assert list(tmp_path.iterdir()) == []


def kept(folder: Path, result: Result) -> Path:
    folder.mkdir()
    (folder / RESULT).write_text(result.model_dump_json(), encoding="utf-8")
    return folder


def test_the_run_before_is_the_newest_like_it_whose_folder_is_still_there(place: str, tmp_path: Path) -> None:
    settings = HistorySettings(url=place)
    assert remember(result(0), kept(tmp_path / "0", result(0)), settings) is None
    remember(result(1), kept(tmp_path / "1", result(1)), settings)
    remember(result(2, config={"only": ["speed"]}), kept(tmp_path / "2", result(2, config={"only": ["speed"]})), settings)
    remember(result(3), tmp_path / "gone", settings)
    remember(result(4), kept(tmp_path / "4", result(9)), settings)  # audited again into the same folder
    earlier = remember(result(5), tmp_path / "5", settings)
    assert earlier is not None
    assert earlier.started_at == result(1).started_at

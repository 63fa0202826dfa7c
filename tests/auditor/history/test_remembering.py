from pathlib import Path

import pytest

from auditor.config.history import HistorySettings
from auditor.history.remembering import remember
from auditor.history.store import Wanted
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

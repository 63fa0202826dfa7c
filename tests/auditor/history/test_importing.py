import json
from pathlib import Path

import pytest

from auditor.history.importing import import_runs
from auditor.history.store import Wanted
from auditor.record.layout import RESULT
from tests.auditor.history.runs import result, store


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    """A folder with three run folders, and other things."""
    for day in range(3):
        folder = tmp_path / "audits" / f"day-{day}"
        folder.mkdir(parents=True)
        (folder / RESULT).write_text(result(day).model_dump_json(), encoding="utf-8")
    (tmp_path / "audits" / "notes.txt").touch()
    (tmp_path / "audits" / "empty").mkdir()
    return tmp_path / "audits"


@pytest.mark.parametrize(
    "named", [[""], ["day-0", "day-1", "day-2"], ["*"], ["day-?/result.json"], ["**"], ["", "day-1", "day-1/result.json"]]
)
def test_runs_are_named_by_folder_file_or_pattern(runs: Path, sqlite: str, named: list[str]) -> None:
    with store(sqlite) as opened:
        done = import_runs([str(runs / name) for name in named], opened)
        assert (done.counts["added"], done.problems) == (3, [])
        again = import_runs([str(runs)], opened)
        assert (dict(again.counts), again.problems) == ({"known": 3}, [])
        (site,) = opened.read(Wanted())
        assert [run.folder for run in site.runs] == [str(runs / f"day-{day}") for day in (2, 1, 0)]


def test_a_result_may_be_called_otherwise(runs: Path, tmp_path: Path, sqlite: str) -> None:
    (runs / "day-0" / RESULT).rename(tmp_path / "january.json")
    with store(sqlite) as opened:
        assert dict(import_runs([str(tmp_path / "january.json")], opened, label="old").counts) == {"added": 1}
        assert opened.read(Wanted())[0].runs[0].label == "old"


def test_what_cannot_be_read_is_named_and_costs_the_others_nothing(runs: Path, sqlite: str) -> None:
    (runs / "day-0" / RESULT).write_text("{", encoding="utf-8")
    told = json.loads((runs / "day-1" / RESULT).read_text(encoding="utf-8")) | {"started_at": "yesterday"}
    (runs / "day-1" / RESULT).write_text(json.dumps(told), encoding="utf-8")
    (runs / "mine.json").write_text("[]", encoding="utf-8")
    with store(sqlite) as opened:
        done = import_runs([str(runs), str(runs / "mine.json"), str(runs / "gone"), str(runs / "empty")], opened)
    assert dict(done.counts) == {"added": 1}
    named = ["day-0", "day-1", "mine.json is no result", "gone is no run folder", "empty is no run folder"]
    assert [words in problem for words, problem in zip(named, done.problems, strict=True)] == [True] * 5

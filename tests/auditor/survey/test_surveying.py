from pathlib import Path
from typing import Any

import pytest

from auditor.config.survey import SurveySettings
from auditor.errors import ConfigError
from auditor.survey.surveying import surveyed


def settings(folder: Path, text: str, **told: Any) -> SurveySettings:
    (folder / "responses.csv").write_text(text, encoding="utf-8")
    metrics = {"ces2": {"column": "easy", "scale": [1, 7]}, "nps": {"column": "recommend", "scale": [0, 10]}}
    return SurveySettings.model_validate({"file": folder / "responses.csv", "metrics": metrics, **told})


def test_without_a_file_there_is_no_survey() -> None:
    assert surveyed(SurveySettings()) is None


def test_it_tells_what_was_asked_when_and_of_how_many(tmp_path: Path) -> None:
    rows = "".join(f"{7 if n % 2 else 9},{n % 7 + 1},2026-{1 + n % 2:02}-15\n" for n in range(40))
    found = surveyed(settings(tmp_path, f"recommend,easy,day\n{rows},8,\n", date="day", population=200))
    assert found is not None
    assert (found.file, found.rows, found.first_day, found.last_day, found.undated) == ("responses.csv", 41, "2026-01-15", "2026-02-15", 1)
    nps, ces = found.metrics
    assert (nps.metric, nps.title, nps.column, nps.scale) == ("nps", "Net Promoter Score", "recommend", (0, 10))
    assert (nps.figures.n, nps.rejected, nps.response_rate, nps.figures.score) == (40, {"blank": 1}, 0.2, 50)
    assert (ces.metric, ces.rejected) == ("ces2", {"out of range": 1})
    assert [(s.by, s.value, s.figures.n) for s in nps.segments] == [("month", "2026-01", 20), ("month", "2026-02", 20)]


def test_more_answers_than_people_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"survey\.population is 2, but 3 people"):
        surveyed(settings(tmp_path, "recommend,easy\n9,1\n9,1\n9,1\n", population=2))

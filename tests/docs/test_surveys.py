"""docs/surveys.md: its table is valid and knows every setting, and the reasons it names are those that are counted."""

import re
import tomllib
from pathlib import Path

from auditor.cli.run import command
from auditor.config.settings import Settings
from auditor.config.survey import SurveySettings
from auditor.survey import answers
from auditor.survey.metrics import Metric

PAGE = (Path(__file__).parents[2] / "docs" / "surveys.md").read_text(encoding="utf-8")


def test_the_table_is_valid_and_knows_every_setting() -> None:
    (block,) = re.findall(r"^```toml\n(.*?)^```", PAGE, flags=re.DOTALL | re.MULTILINE)
    survey = tomllib.loads(block)["survey"]
    Settings.model_validate({"survey": survey})
    assert set(survey) == set(SurveySettings.model_fields)
    assert set(survey["metrics"]) == set(Metric)


def test_every_metric_has_its_row() -> None:
    assert re.findall(r"^\| `(\w+)` ", PAGE, flags=re.MULTILINE) == [metric.value for metric in Metric]


def test_every_reason_is_named() -> None:
    reasons = (answers.BLANK, answers.NO_NUMBER, answers.OUT_OF_RANGE, answers.DECIMALS, answers.TWICE, answers.BAD_ROW)
    text = " ".join(PAGE.split())
    assert [reason for reason in reasons if reason not in text] == []


def test_the_option_exists() -> None:
    assert "--survey" in {option for parameter in command.params for option in parameter.opts}

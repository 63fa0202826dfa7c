from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from auditor.config.survey import SurveySettings
from auditor.errors import ConfigError, ExitCode
from auditor.survey.answers import Answer, Responses, read_responses
from auditor.survey.metrics import Metric

NPS = {"nps": {"column": "recommend", "scale": [0, 10]}}


def read(folder: Path, text: str | bytes, **told: Any) -> Responses:
    file = folder / "responses.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_responses(SurveySettings.model_validate({"file": file, "metrics": NPS, **told}))


def refused(folder: Path, text: str | bytes, **told: Any) -> str:
    with pytest.raises(ConfigError) as caught:
        read(folder, text, **told)
    assert caught.value.exit_code is ExitCode.USAGE
    return str(caught.value)


def values(found: Responses, metric: Metric = Metric.NPS) -> list[float]:
    return [answer.value for answer in found.answers[metric].valid]


def test_answers_are_read_and_bad_ones_counted_with_their_reason(tmp_path: Path) -> None:
    found = read(tmp_path, '\ufeffrecommend\r\n9\r\n 10 \r\n0\r\n\r\neleven\r\n11\r\n-1\r\n7.5\r\n8.0\r\n""\r\nnan\r\n')
    assert values(found) == [9, 10, 0, 8]
    assert found.answers[Metric.NPS].rejected == Counter({"blank": 1, "not a number": 2, "out of range": 2, "not a whole number": 1})
    assert found.rows == 10


def test_a_blank_answer_is_counted_for_its_question_alone(tmp_path: Path) -> None:
    metrics = NPS | {"csat": {"column": "happy", "scale": [1, 5]}}
    found = read(tmp_path, "recommend,happy\n9,\n,4\n8,5\n", metrics=metrics)
    assert (values(found), values(found, Metric.CSAT)) == ([9, 8], [4, 5])
    assert [dict(found.answers[m].rejected) for m in (Metric.NPS, Metric.CSAT)] == [{"blank": 1}, {"blank": 1}]


def test_a_respondent_counts_once_in_a_wave(tmp_path: Path) -> None:
    text = "id,wave,recommend\na,1,9\na,1,2\na,2,8\n,1,7\n,1,6\n"
    found = read(tmp_path, text, respondent="id", wave="wave")
    assert values(found) == [9, 8, 7, 6]
    assert found.answers[Metric.NPS].rejected == {"the same respondent again": 1}


def test_rows_of_another_shape_and_bad_weights_are_left_out(tmp_path: Path) -> None:
    found = read(tmp_path, "recommend,w\n9,1\n9\n9,1,1\n9,0\n9,heavy\n8,2.5\n", weight="w")
    assert [(a.value, a.weight) for a in found.answers[Metric.NPS].valid] == [(9, 1), (8, 2.5)]
    assert found.answers[Metric.NPS].rejected == {"wrong number of columns": 2, "weight is no positive number": 2}


def test_place_device_and_day_are_read_by_the_mapping(tmp_path: Path) -> None:
    text = "recommend;page;device;day\n9;Basket;Handy;2026-11-03T10:00\n8;checkout;desktop;2026-10-30\n7;Blog;;soon\n"
    names = {"stages": {"basket": "cart"}, "devices": {"handy": "mobile"}}
    found = read(tmp_path, text, delimiter=";", stage="page", device="device", date="day", **names)
    assert found.answers[Metric.NPS].valid == [
        Answer(9, stage="cart", device="mobile", month="2026-11"),
        Answer(8, stage="checkout", device="desktop", month="2026-10"),
        Answer(7),
    ]
    assert (found.days, found.undated, found.unplaced) == ((date(2026, 10, 30), date(2026, 11, 3)), 1, 1)


def test_a_scale_that_counts_the_other_way_is_turned(tmp_path: Path) -> None:
    metrics = {"csat": {"column": "happy", "scale": [1, 5], "direction": "low"}, "ces1": {"column": "effort", "scale": [1, 5]}}
    found = read(tmp_path, "happy,effort\n1,1\n5,4\n", metrics=metrics)
    assert (values(found, Metric.CSAT), values(found, Metric.CES1)) == ([5, 1], [1, 4])


def test_decimals_are_taken_where_they_are_allowed(tmp_path: Path) -> None:
    assert values(read(tmp_path, "recommend\n7.5\n", metrics={"nps": {**NPS["nps"], "decimals": True}})) == [7.5]


@pytest.mark.parametrize(("shown", "comments"), [(False, []), (True, [("", "Lovely."), ("", "Slow.")])])
def test_comments_are_personal_data_and_stay_out_unless_allowed(tmp_path: Path, shown: bool, comments: list[tuple[str, str]]) -> None:
    found = read(tmp_path, "recommend,said\n9,Lovely.\n8,\nx,Slow.\n", comment="said", show_comments=shown)
    assert found.comments == comments


@pytest.mark.parametrize(
    ("text", "told", "words"),
    [
        ("", {}, ["is empty", "headings"]),
        (b"recommend\n\xe4\n", {}, ["not in UTF-8", "byte 10"]),
        ("reccomend\n9\n", {}, ["survey.metrics.nps.column", "no column 'recommend'", "Did you mean 'reccomend'?"]),
        ("zzz\n9\n", {}, ["no column 'recommend'", "It has: zzz", "another delimiter"]),
        ("recommend,id\n9,1\n", {"respondent": "who"}, ["survey.respondent", "'who'", "recommend, id"]),
        ("recommend,recommend\n9,9\n", {}, ["two columns called 'recommend'"]),
        ('recommend\n"9\n', {}, ["no CSV file"]),
    ],
)
def test_a_file_that_does_not_fit_is_refused_with_what_is_wrong(
    tmp_path: Path, text: str | bytes, told: dict[str, Any], words: list[str]
) -> None:
    said = refused(tmp_path, text, **told)
    assert [word for word in words if word not in said] == []


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.csv cannot be read: No such file"):
        read_responses(SurveySettings.model_validate({"file": tmp_path / "none.csv", "metrics": NPS}))

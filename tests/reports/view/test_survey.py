from typing import Any

import pytest
from auditor_reports.view import survey as view
from auditor_reports.view.survey import score_words, segment_rows, source_sentence, stage_words, survey_rows

from auditor.api import SurveyFigures, SurveyMetric, SurveyResult
from auditor.result.survey import SurveyDifference, SurveySegment
from auditor.survey import answers
from auditor.survey.metrics import RULES


def figures(n: int = 100, **facts: Any) -> SurveyFigures:
    known: dict[str, Any] = {"shown": "score", "distribution": {}, "unit": "%", "score": 80.0, "interval": (71.12, 86.66)}
    return SurveyFigures(n=n, **{**known, **facts})


def survey(*, difference: SurveyDifference | None = None, segments: list[SurveySegment] | None = None) -> SurveyResult:
    asked = SurveyMetric(
        metric="csat", title="Customer satisfaction (CSAT)", column="q1", scale=(1, 5), rejected={"blank": 2, "out of range": 1},
        response_rate=0.11, figures=figures(), difference=difference, segments=segments or [],
    )  # fmt: skip
    return SurveyResult(file="responses.csv", rows=103, first_day="2026-10-01", last_day="2026-11-30", population=952, metrics=[asked])


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (figures(), "80% (95% interval: 71% to 87%)"),
        (figures(200), "80% (95% interval: 71.1% to 86.7%)"),
        (figures(12, shown="indicative"), "80% (95% interval: 71% to 87%), indicative"),
        (figures(100, unit="points", score=-3.2, interval=(-20.0, 13.4)), "-3 (95% interval: -20 to 13)"),
        (figures(100, unit="mean", score=2.04, interval=(1.8, 2.28)), "2 (95% interval: 1.8 to 2.3)"),
        (figures(3, shown="answers", score=None, interval=None, distribution={"4": 1, "5": 2}), "too few for a score: 1 × 4 and 2 × 5"),
        (figures(0, shown="answers", score=None, interval=None), "no answer"),
    ],
)
def test_how_much_is_said_depends_on_how_many_answered(told: SurveyFigures, words: str) -> None:
    assert score_words(told) == words


def test_a_question_says_what_was_left_out_and_who_answered() -> None:
    (row,) = survey_rows(survey())
    assert (row.scale, row.answered, row.left_out) == (
        "column “q1”, 1 to 5", "100, 11% of those asked", "3: 2 blank, 1 out of range",
    )  # fmt: skip
    assert (row.indicative, row.compared) == (False, "")


@pytest.mark.parametrize(
    ("difference", "interval", "detectable", "words"),
    [
        (15.0, (-3.42, 33.42), False, "Phone and Desktop: no detectable difference (95% interval: -3 to 33 percentage points)"),
        (-15.0, (-20.0, -10.0), True, "Phone is 15 percentage points below Desktop (95% interval: -20 to -10)"),
    ],
)
def test_devices_are_compared_with_the_interval(difference: float, interval: tuple[float, float], detectable: bool, words: str) -> None:
    found = SurveyDifference(one="mobile", other="desktop", difference=difference, interval=interval, detectable=detectable)
    assert survey_rows(survey(difference=found))[0].compared == words


def test_segments_stand_by_stage_and_by_device_or_month() -> None:
    parts = [
        SurveySegment(by="stage", value="cart", figures=figures(40)),
        SurveySegment(by="device", value="mobile", figures=figures(60)),
        SurveySegment(by="month", value="2026-10", figures=figures(30)),
    ]
    told = survey(segments=parts)
    assert stage_words(told, "cart") == ["Customer satisfaction (CSAT): 80% (95% interval: 71% to 87%), 40 answers"]
    assert stage_words(told, "home") == []
    assert [(of, n) for of, _, _, n in segment_rows(told)] == [("Phone", "60"), ("2026-10", "30")]


def test_the_source_is_named() -> None:
    assert source_sentence(survey()) == "103 rows of responses.csv; 1 October 2026 to 30 November 2026; 952 people were asked."


def test_engine_and_reports_use_the_same_words() -> None:
    assert {metric.value: rules.title for metric, rules in RULES.items()} == view._QUESTIONS
    reasons = {answers.BLANK, answers.NO_NUMBER, answers.OUT_OF_RANGE, answers.DECIMALS, answers.TWICE, answers.BAD_WEIGHT, answers.BAD_ROW}
    assert {reason: reason for reason in reasons} == view._LEFT_OUT

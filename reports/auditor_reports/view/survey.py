"""What customers answered, in words; how much is said depends on how many answered.

Under 10 answers they are only listed, under 30 a score is called indicative, and no score stands without its interval. Per
cent and points have no decimals under 200 answers; a mean keeps one, since its whole scale is a few points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.api import say
from auditor_reports.view.figures import day, listed, number, per_cent
from auditor_reports.view.names import device_title, stage_title
from auditor_reports.view.voice import tell, tell_several, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.api import SurveyFigures, SurveyMetric, SurveyResult

LABEL = say(
    "Answers of customers, shown beside the audit. They are no part of the score, and nothing here says that what the audit "
    "found is the cause of what they answered."
)
_QUESTIONS = {
    "nps": say("Net Promoter Score"),
    "csat": say("Customer satisfaction (CSAT)"),
    "ces2": say("Customer Effort Score 2.0"),
    "ces1": say("Customer Effort Score 1.0"),
}
_LEFT_OUT = {
    "blank": say("blank"),
    "not a number": say("not a number"),
    "out of range": say("out of range"),
    "not a whole number": say("not a whole number"),
    "the same respondent again": say("the same respondent again"),
    "weight is no positive number": say("weight is no positive number"),
    "wrong number of columns": say("wrong number of columns"),
}
_MANY = 200
_BETTER_LOW = {"ces1"}


@dataclass(frozen=True)
class SurveyRow:
    """One question: its score with the interval, how many answered, and what was left out."""

    title: str
    scale: str
    score: str
    answered: str
    left_out: str
    indicative: bool
    compared: str


def survey_rows(survey: SurveyResult) -> list[SurveyRow]:
    """Return a row per question."""
    return [
        SurveyRow(
            title=question(metric),
            scale=_scale(metric),
            score=score_words(metric.figures),
            answered=_answered(metric),
            left_out=left_out_words(metric),
            indicative=metric.figures.shown == "indicative",
            compared=_compared(metric),
        )
        for metric in survey.metrics
    ]


def question(metric: SurveyMetric) -> str:
    """Return what a question is called."""
    return told(_QUESTIONS[metric.metric]) if metric.title == _QUESTIONS[metric.metric] else metric.title


def score_words(figures: SurveyFigures) -> str:
    """Return a score with its interval, or the answers themselves where they are too few for one."""
    if figures.score is None or figures.interval is None:
        if not figures.n:
            return tell("no answer")
        given = listed([f"{count} × {answer}" for answer, count in figures.distribution.items()])
        return tell("too few for a score: {answers}", answers=given)
    score, low, high = (_figure(value, figures) for value in (figures.score, *figures.interval))
    if figures.shown == "indicative":
        return tell("{score} (95% interval: {low} to {high}), indicative", score=score, low=low, high=high)
    return tell("{score} (95% interval: {low} to {high})", score=score, low=low, high=high)


def stage_words(survey: SurveyResult, stage: str) -> list[str]:
    """Return what was answered about one stage, a sentence part per question."""
    return [
        tell(
            "{question}: {score}, {answers}",
            question=question(metric),
            score=score_words(segment.figures),
            answers=tell_several(segment.figures.n, "{n:,} answer", "{n:,} answers"),
        )
        for metric in survey.metrics
        for segment in metric.segments
        if segment.by == "stage" and segment.value == stage
    ]


def segment_rows(survey: SurveyResult) -> list[tuple[str, str, str, str]]:
    """Return the answers by device and by month: what, which question, the score, how many answered."""
    return [
        (_segment_title(segment.by, segment.value), question(metric), score_words(segment.figures), number(segment.figures.n))
        for metric in survey.metrics
        for segment in metric.segments
        if segment.by != "stage"
    ]


def left_out_words(metric: SurveyMetric) -> str:
    """Return how many answers were left out, and why."""
    if not metric.rejected:
        return tell("none")
    reasons = [f"{count} {told(_LEFT_OUT.get(reason, reason))}" for reason, count in metric.rejected.items()]
    return f"{number(sum(metric.rejected.values()))}: {', '.join(reasons)}"


def source_sentence(survey: SurveyResult) -> str:
    """Say what was read."""
    said = [tell_several(survey.rows, "{n:,} row of {file}", "{n:,} rows of {file}", file=survey.file)]
    if survey.first_day and survey.last_day:
        said.append(tell("{first_day} to {last_day}", first_day=day(survey.first_day), last_day=day(survey.last_day)))
    if survey.population:
        said.append(tell("{people} people were asked", people=number(survey.population)))
    if survey.undated:
        said.append(tell_several(survey.undated, "{n:,} row without a date", "{n:,} rows without a date"))
    if survey.unplaced:
        said.append(tell_several(survey.unplaced, "{n:,} row of an unknown place or device", "{n:,} rows of an unknown place or device"))
    return f"{'; '.join(said)}."


def comment_rows(survey: SurveyResult) -> Sequence[tuple[str, str]]:
    """Return what people wrote, with the place they wrote about."""
    return [(stage_title(comment.stage) if comment.stage else "", comment.text) for comment in survey.comments]


def _figure(value: float, figures: SurveyFigures) -> str:
    if figures.unit == "mean":
        return number(value, 1)
    digits = 1 if figures.n >= _MANY else 0
    return per_cent(value, digits) if figures.unit == "%" else number(value, digits)


def _answered(metric: SurveyMetric) -> str:
    answers = number(metric.figures.n)
    if metric.response_rate is None:
        return answers
    return tell("{answers}, {share} of those asked", answers=answers, share=per_cent(100 * metric.response_rate, 0))


def _scale(metric: SurveyMetric) -> str:
    low, high = metric.scale
    if metric.metric in _BETTER_LOW:
        return tell("column “{column}”, {low} to {high}, low is good", column=metric.column, low=low, high=high)
    return tell("column “{column}”, {low} to {high}", column=metric.column, low=low, high=high)


def _compared(metric: SurveyMetric) -> str:
    found = metric.difference
    if found is None:
        return ""
    devices = {"one": device_title(found.one), "other": device_title(found.other)}
    interval = {"low": number(found.interval[0], 0), "high": number(found.interval[1], 0)}
    points = metric.metric == "nps"
    if not found.detectable:
        if points:
            return tell("{one} and {other}: no detectable difference (95% interval: {low} to {high} points)", **devices, **interval)
        return tell("{one} and {other}: no detectable difference (95% interval: {low} to {high} percentage points)", **devices, **interval)
    values = {**devices, **interval, "difference": number(abs(found.difference), 0)}
    if found.difference > 0:
        if points:
            return tell("{one} is {difference} points above {other} (95% interval: {low} to {high})", **values)
        return tell("{one} is {difference} percentage points above {other} (95% interval: {low} to {high})", **values)
    if points:
        return tell("{one} is {difference} points below {other} (95% interval: {low} to {high})", **values)
    return tell("{one} is {difference} percentage points below {other} (95% interval: {low} to {high})", **values)


def _segment_title(by: str, value: str) -> str:
    return device_title(value) if by == "device" else value

"""What customers answered, in words; how much is said depends on how many answered.

Under 10 answers they are only listed, under 30 a score is called indicative, and no score stands without its interval. Per
cent and points have no decimals under 200 answers; a mean keeps one, since its whole scale is a few points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor_reports.view.figures import counted, day, listed, number
from auditor_reports.view.names import device_title, stage_title
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.api import SurveyFigures, SurveyMetric, SurveyResult

LABEL = (
    "Answers of customers, shown beside the audit. They are no part of the score, and nothing here says that what the audit "
    "found is the cause of what they answered."
)
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
            title=metric.title,
            scale=tell(
                "column “{column}”, {scale} to {scale2}{direction}",
                column=metric.column,
                scale=metric.scale[0],
                scale2=metric.scale[1],
                direction=_direction(metric),
            ),
            score=score_words(metric.figures),
            answered=_answered(metric),
            left_out=left_out_words(metric),
            indicative=metric.figures.shown == "indicative",
            compared=_compared(metric),
        )
        for metric in survey.metrics
    ]


def score_words(figures: SurveyFigures) -> str:
    """Return a score with its interval, or the answers themselves where they are too few for one."""
    if figures.score is None or figures.interval is None:
        if not figures.n:
            return tell("no answer")
        return "too few for a score: " + listed([f"{count} × {answer}" for answer, count in figures.distribution.items()])
    low, high = figures.interval
    said = tell(
        "{figure} (95% interval: {figure2} to {figure3})",
        figure=_figure(figures.score, figures),
        figure2=_figure(low, figures),
        figure3=_figure(high, figures),
    )
    return tell("{said}, indicative", said=said) if figures.shown == "indicative" else said


def stage_words(survey: SurveyResult, stage: str) -> list[str]:
    """Return what was answered about one stage, a sentence part per question."""
    return [
        f"{metric.title}: {score_words(segment.figures)}, {counted(segment.figures.n, 'answer')}"
        for metric in survey.metrics
        for segment in metric.segments
        if segment.by == "stage" and segment.value == stage
    ]


def segment_rows(survey: SurveyResult) -> list[tuple[str, str, str, str]]:
    """Return the answers by device and by month: what, which question, the score, how many answered."""
    return [
        (_segment_title(segment.by, segment.value), metric.title, score_words(segment.figures), number(segment.figures.n))
        for metric in survey.metrics
        for segment in metric.segments
        if segment.by != "stage"
    ]


def left_out_words(metric: SurveyMetric) -> str:
    """Return how many answers were left out, and why."""
    reasons = [f"{count} {reason}" for reason, count in metric.rejected.items()]
    return f"{number(sum(metric.rejected.values()))}: {', '.join(reasons)}" if reasons else "none"


def source_sentence(survey: SurveyResult) -> str:
    """Say what was read."""
    said = [tell("{rows} of {file}", rows=counted(survey.rows, "row"), file=survey.file)]
    if survey.first_day and survey.last_day:
        said.append(tell("{day} to {day2}", day=day(survey.first_day), day2=day(survey.last_day)))
    if survey.population:
        said.append(tell("{number} people were asked", number=number(survey.population)))
    if survey.undated:
        said.append(tell("{rows} without a date", rows=counted(survey.undated, "row")))
    if survey.unplaced:
        said.append(tell("{rows} of an unknown place or device", rows=counted(survey.unplaced, "row")))
    return f"{'; '.join(said)}."


def comment_rows(survey: SurveyResult) -> Sequence[tuple[str, str]]:
    """Return what people wrote, with the place they wrote about."""
    return [(stage_title(comment.stage) if comment.stage else "", comment.text) for comment in survey.comments]


def _figure(value: float, figures: SurveyFigures) -> str:
    if figures.unit == "mean":
        return number(value, 1)
    digits = 1 if figures.n >= _MANY else 0
    return f"{number(value, digits)}%" if figures.unit == "%" else number(value, digits)


def _answered(metric: SurveyMetric) -> str:
    rate = tell(", {number}% of those asked", number=number(100 * metric.response_rate, 0)) if metric.response_rate is not None else ""
    return f"{number(metric.figures.n)}{rate}"


def _direction(metric: SurveyMetric) -> str:
    return tell(", low is good") if metric.metric in _BETTER_LOW else ""


def _compared(metric: SurveyMetric) -> str:
    found = metric.difference
    if found is None:
        return ""
    one, other = device_title(found.one), device_title(found.other)
    unit = " points" if metric.metric == "nps" else " percentage points"
    interval = tell("95% interval: {number} to {number2}", number=number(found.interval[0], 0), number2=number(found.interval[1], 0))
    if not found.detectable:
        return tell("{one} and {other}: no detectable difference ({interval}{unit})", one=one, other=other, interval=interval, unit=unit)
    more = "above" if found.difference > 0 else "below"
    return tell(
        "{one} is {number}{unit} {more} {other} ({interval})",
        one=one,
        number=number(abs(found.difference), 0),
        unit=unit,
        more=more,
        other=other,
        interval=interval,
    )


def _segment_title(by: str, value: str) -> str:
    return device_title(value) if by == "device" else value

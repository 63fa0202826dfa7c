"""Makes the survey's part of the result from the configured file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.errors import ConfigError
from auditor.result.survey import SurveyComment, SurveyMetric, SurveyResult
from auditor.survey.answers import Responses, read_responses
from auditor.survey.figures import difference, figures, segments
from auditor.survey.metrics import RULES, Metric

if TYPE_CHECKING:
    from auditor.config.survey import SurveySettings


def surveyed(settings: SurveySettings) -> SurveyResult | None:
    """Read and work out the configured survey, None where there is none; raises `ConfigError` for what cannot be read."""
    if settings.file is None:
        return None
    found = read_responses(settings)
    first, last = found.days or (None, None)
    return SurveyResult(
        file=settings.file.name,
        rows=found.rows,
        first_day=first.isoformat() if first else None,
        last_day=last.isoformat() if last else None,
        undated=found.undated,
        unplaced=found.unplaced,
        population=settings.population,
        metrics=[_metric(metric, settings, found) for metric in Metric if metric in settings.metrics],
        comments=[SurveyComment(stage=stage, text=text) for stage, text in found.comments],
    )


def _metric(metric: Metric, settings: SurveySettings, found: Responses) -> SurveyMetric:
    told, answers = settings.metrics[metric], found.answers[metric]
    n = len(answers.valid)
    if settings.population is not None and n > settings.population:
        raise ConfigError(f"survey.population is {settings.population}, but {n} people answered the question {told.column!r}.")
    return SurveyMetric(
        metric=metric.value,
        title=RULES[metric].title,
        column=told.column,
        scale=told.scale,
        rejected=dict(sorted(answers.rejected.items())),
        response_rate=round(n / settings.population, 4) if settings.population else None,
        figures=figures(metric, told.scale, answers.valid, settings.population),
        segments=segments(metric, told.scale, answers.valid),
        difference=difference(metric, told.scale, answers.valid),
    )

"""The survey as it stands in result.json: beside the audit, never inside its score."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Interval = tuple[float, float]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SurveyFigures(_Part):
    """What so many answers allow to say; under 10 no score is given, under 30 it is indicative."""

    n: int
    shown: Literal["answers", "indicative", "score"]
    distribution: dict[str, int] = Field(description="how often each answer was given")
    unit: Literal["points", "%", "mean"] | None = None
    score: float | None = None
    interval: Interval | None = Field(default=None, description="95 per cent interval of the score")
    mean: float | None = None
    mean_interval: Interval | None = None
    deviation: float | None = None
    effective_n: float | None = Field(default=None, description="what the answers are worth once weighted")


class SurveySegment(_Part):
    """The answers of one stage, device or month."""

    by: Literal["stage", "device", "month"]
    value: str
    figures: SurveyFigures


class SurveyDifference(_Part):
    """How one device's score differs from the other's; not detectable where 0 lies inside the interval."""

    one: str
    other: str
    difference: float
    interval: Interval
    detectable: bool


class SurveyMetric(_Part):
    """One question of the survey."""

    metric: Literal["nps", "csat", "ces2", "ces1"]
    title: str
    column: str
    scale: tuple[int, int]
    rejected: dict[str, int] = Field(description="answers that were left out, by reason")
    response_rate: Annotated[float, Field(ge=0)] | None = None
    figures: SurveyFigures
    segments: list[SurveySegment] = []
    difference: SurveyDifference | None = None


class SurveyComment(_Part):
    """What someone wrote; only where the configuration allows it."""

    stage: str
    text: str


class SurveyResult(_Part):
    """A survey of the shop's customers."""

    file: str
    rows: int
    first_day: str | None = None
    last_day: str | None = None
    undated: int = Field(default=0, description="rows without a date that can be read")
    unplaced: int = Field(default=0, description="rows of a stage or device that is not known")
    population: int | None = None
    metrics: list[SurveyMetric]
    comments: list[SurveyComment] = []

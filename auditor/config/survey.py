"""The `[survey]` table: which column of a CSV file holds which answers. Nothing about a scale is ever guessed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from auditor.model.stage import Stage
from auditor.survey.metrics import LEAST_STEPS, RULES, Metric


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid")


class MetricSettings(_Table):
    """Where the answers to one question stand, and on which scale they are."""

    column: str = Field(min_length=1, description="heading of the column with the answers")
    scale: tuple[int, int] = Field(description="the lowest and the highest answer that could be given")
    direction: Literal["high", "low"] | None = Field(default=None, description="which end is the good one; empty: the measure's usual one")
    decimals: bool = Field(default=False, description="answers between the whole numbers are allowed")

    @model_validator(mode="after")
    def _is_a_scale(self) -> MetricSettings:
        if self.scale[0] >= self.scale[1]:
            raise ValueError("takes a scale from the lowest to the highest answer, such as [1, 5]")
        return self


class SurveySettings(_Table):
    """A survey that is shown beside the audit."""

    file: Path | None = Field(default=None, description="CSV file in UTF-8 with a line of headings")
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] = Field(default=",", description="what stands between the columns")
    respondent: str = Field(default="", description="column that tells one person's answers from another's")
    wave: str = Field(default="", description="column that tells one round of the survey from another")
    date: str = Field(default="", description="column with the day, as 2026-11-28")
    stage: str = Field(default="", description="column with the place in the shop that was asked about")
    device: str = Field(default="", description="column with the device")
    weight: str = Field(default="", description="column with the weight of the answers")
    comment: str = Field(default="", description="column with what people wrote")
    show_comments: bool = Field(default=False, description="put what people wrote into the result, word by word: personal data")
    population: Annotated[int, Field(ge=1)] | None = Field(default=None, description="how many people were asked")
    stages: dict[str, Stage] = Field(default={}, description="how the shop's places are called in the file, such as basket = cart")
    devices: dict[str, Literal["desktop", "mobile"]] = Field(default={}, description="how devices are called in the file")
    metrics: dict[Metric, MetricSettings] = Field(default={}, description="nps, csat, ces2, ces1: the questions that were asked")

    @model_validator(mode="after")
    def _fits(self) -> SurveySettings:
        for metric, told in self.metrics.items():
            rules = RULES[metric]
            if rules.scale is not None and told.scale != rules.scale:
                low, high = rules.scale
                raise ValueError(f"metrics.{metric}: {rules.title} is asked on a scale of [{low}, {high}], not {list(told.scale)}")
            if told.scale[1] - told.scale[0] + 1 < LEAST_STEPS:
                raise ValueError(f"metrics.{metric}: a scale of {list(told.scale)} has too few answers to tell the best two apart")
        if self.file is not None and not self.metrics:
            raise ValueError("metrics: say in [survey.metrics.nps], csat, ces2 or ces1 which column holds what; it is not guessed")
        return self

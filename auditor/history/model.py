"""The shape of history.json, version 1. `auditor schema history` prints its JSON Schema."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from auditor.result.model import Grade, ResultModel, Share, Tool

SCHEMA_VERSION: Literal["1"] = "1"
GateState = Literal["passed", "failed", "undecided"]


class RunJourney(ResultModel):
    """How one device's way through the shop ended; `score` is that of the device alone."""

    device: str
    ended: str
    deepest_stage: str | None
    failure_code: str | None
    seconds: float
    score: int | None


class RunMetric(ResultModel):
    """A key measure, such as the largest content of the product page on the phone."""

    check: str
    device: str | None
    stage: str | None
    value: float
    unit: str


class Run(ResultModel):
    """One run as the history keeps it.

    Two runs of a site can be compared where `likeness` is the same: the same rules, weights, checks and devices.
    """

    id: str = Field(description="the same for a recording however often it is judged or imported")
    site: str
    host: str
    started_at: str = Field(description="in UTC")
    finished_at: str = Field(description="in UTC")
    seconds: float
    tool_version: str
    scoring_version: str
    profile: str
    likeness: str
    score: int | None
    grade: Grade | None
    coverage: Share
    gate: GateState
    critical: int = Field(description="critical checks that fail")
    major: int
    minor: int
    warnings: int = Field(description="checks that warn and do not fail")
    label: str = ""
    commit: str = ""
    folder: str = Field(default="", description="the run folder, as it was when the run was stored")
    categories: dict[str, int | None] = Field(default={})
    journeys: list[RunJourney] = Field(default=[])
    metrics: list[RunMetric] = Field(default=[])


class PastRun(Run):
    """A run beside the one before it that can be compared with it, null where there is none."""

    before: str | None = Field(default=None, description="id of the run before")
    change: int | None = Field(default=None, description="points of the score since then")
    new: int | None = Field(default=None, description="pieces of evidence that were not there then")
    gone: int | None = Field(default=None, description="pieces of evidence that were there then and are no more")


class SiteHistory(ResultModel):
    """The runs of one site, the newest first; `stored` counts those too that were not asked for."""

    site: str
    host: str
    stored: int
    runs: list[PastRun]


class History(ResultModel):
    """Past runs, by site."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    tool: Tool
    sites: list[SiteHistory] = Field(description="by the newest run, the newest first")

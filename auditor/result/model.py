"""The shape of result.json, version 1. `auditor schema result` prints its JSON Schema."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION: Literal["1"] = "1"
Grade = Literal["A", "B", "C", "D", "E"]
Share = Annotated[float, Field(ge=0, le=1)]


class ResultModel(BaseModel):
    """Base of the result's parts."""

    model_config = ConfigDict(extra="forbid")


class Tool(ResultModel):
    """Which tool made the result."""

    name: str
    version: str


class Cap(ResultModel):
    """A failure that limits the score, whatever the average says."""

    reason: str
    limit: int
    checks: list[str] = []


class CategoryScore(ResultModel):
    """The score of one category; `score` is null where less than half of it could be measured."""

    id: str
    title: str
    score: int | None
    weight: int
    coverage: Share
    capped: bool = False


class DeviceScore(ResultModel):
    """The score of one device alone."""

    total: int | None
    raw: float | None
    categories: dict[str, int | None]


class Score(ResultModel):
    """The score of the shop: `raw` is the weighted mean, `total` what the caps leave of it."""

    total: Annotated[int, Field(ge=0, le=100)] | None
    raw: float | None
    grade: Grade | None
    coverage: Share
    caps: list[Cap]
    categories: list[CategoryScore]
    devices: dict[str, DeviceScore]
    scoring_version: str
    sensitivity: tuple[int, int] | None = Field(None, description="lowest and highest total when each weight moves by 30 per cent")


class StepResult(ResultModel):
    """The attempt to reach one stage; `reached` means that its post-condition was verified."""

    stage: Literal["home", "category", "search", "product", "cart", "checkout", "address", "shipping", "payment"]
    outcome: Literal["reached", "not_found", "blocked", "failed", "skipped"]
    url: str
    title: str
    action: str
    attempts: int
    seconds: float
    reason: str | None
    screenshot: str | None
    signals: list[str]


class JourneyResult(ResultModel):
    """One device's way through the shop."""

    device: str
    ended: Literal["payment_reached", "login_required", "blocked", "not_a_shop", "no_product", "failed", "interrupted"]
    deepest_stage: Literal["home", "category", "search", "product", "cart", "checkout", "address", "shipping", "payment"] | None
    failure_code: str | None
    message: str
    seconds: float
    steps: list[StepResult]
    notes: list[str] = []
    product: str | None = None
    blocked_requests: list[dict[str, str]] = []


class FindingResult(ResultModel):
    """One piece of evidence."""

    message: str
    stage: str | None
    device: str | None
    url: str
    selector: str
    box: tuple[float, float, float, float] | None
    screenshot: str | None
    fingerprint: str


class VerdictResult(ResultModel):
    """What one check says about one device and stage."""

    check: str
    category: str
    severity: Literal["critical", "major", "minor"]
    device: str | None
    stage: str | None
    outcome: Literal["pass", "warn", "fail", "not_applicable", "not_measurable", "info", "error"]
    value: float | str | bool | None
    unit: str
    threshold: str
    message: str
    confidence: Literal["high", "med", "low"]
    priority: float
    findings: list[FindingResult]


class EffortResult(ResultModel):
    """Interaction effort of one device by the keystroke-level model; not a survey."""

    clicks: int
    fields: int
    characters: int
    page_loads: int
    wait_seconds: float
    klm_seconds: float
    klm_seconds_assisted: float
    index: int | None


class Gate(ResultModel):
    """Whether a release may pass."""

    passed: bool
    reasons: list[str]


class Result(ResultModel):
    """The outcome of one audit."""

    schema_version: Literal["1"]
    tool: Tool
    site: str
    started_at: str
    finished_at: str
    seconds: float
    config: dict[str, Any]
    score: Score
    journeys: list[JourneyResult]
    verdicts: list[VerdictResult]
    effort: dict[str, EffortResult]
    gate: Gate

"""The shape of comparison.json, version 1. `auditor schema comparison` prints its JSON Schema."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from auditor.result.model import ResultModel, Share, Tool

SCHEMA_VERSION: Literal["1"] = "1"
Change = Literal["new", "worse", "better", "fixed", "unchanged", "unknown"]
CHANGES: tuple[Change, ...] = ("new", "worse", "unknown", "better", "fixed", "unchanged")
"""In the order in which they matter."""
PlaceState = Change | Literal["clean"]
"""`clean`: no problem on either side."""
Standing = Literal["pass", "warn", "fail", "not_applicable", "not_measurable", "info", "error", "not_run", "not_visited"]
"""An outcome, or why there is none: the check was not run, the device did not visit the shop."""
Movement = Literal["worse", "better", "unchanged", "changed", "unknown"]
"""What became of a number; `changed` where nobody knows which direction is the good one."""
Severity = Literal["critical", "major", "minor"]
SideName = Literal["before", "after"]
About = Literal[
    "sites", "order", "unfinished", "devices", "products", "checks", "settings", "tools", "machines"
]  # fmt: skip
"""What makes two audits less alike than they should be; each is a warning, none an error."""
ScoreReason = Literal["scoring_version", "profile", "weights", "devices", "no_score"]


class Side(ResultModel):
    """One of the two audits."""

    site: str
    started_at: str
    seconds: float
    tool: Tool
    devices: list[str]


class ComparisonCaveat(ResultModel):
    """A caveat with what it is about, such as the settings that differ."""

    about: About
    before: str = ""
    after: str = ""
    names: list[str] = Field(default=[])


class PlaceChange(ResultModel):
    """What a check said at one place, before and after; `noise` where a measured value moved too little to mean anything."""

    device: str | None
    stage: str | None
    before: Standing
    after: Standing
    change: PlaceState
    noise: bool = False
    before_message: str = ""
    after_message: str = ""


class FindingChange(ResultModel):
    """What became of one piece of evidence; `fingerprint` is null for a verdict without evidence, known by check, device and stage."""

    fingerprint: str | None
    change: Change
    device: str | None
    stage: str | None
    message: str
    selector: str = ""
    url: str = ""


class ProblemChange(ResultModel):
    """What became of a check that fails or warns on one side at least.

    `unknown`: one of the sides could not be measured where the other one has the problem. It is never counted as fixed.
    """

    check: str
    category: str
    severity: Severity
    change: Change
    priority: float
    places: list[PlaceChange]
    findings: list[FindingChange]


class Unmeasured(ResultModel):
    """A check that was judged on one side and could not be on the other, and is no problem where it was judged."""

    check: str
    category: str
    side: SideName = Field(description="the side that is missing")
    places: list[PlaceChange]


class ValueChange(ResultModel):
    """A number before and after. Inside of `band` it counts as unchanged; `band_from` tells where the band comes from.

    `p` and `effect` are there where enough repeated loads could be compared: then the test decides, and not the band. What it proves
    and nobody would notice is unchanged all the same.
    """

    before: float | None
    after: float | None
    difference: float | None
    band: float = 0.0
    band_from: Literal["runs", "default"] = "default"
    p: float | None = Field(default=None, description="exact two-sided p of the Mann-Whitney U test of all loads")
    effect: float | None = Field(default=None, description="Cliff's delta, from -1 to 1: 1 where all loads after are slower")
    change: Movement


class Metric(ValueChange):
    """What a check measured; `key` marks the measures that every comparison shows."""

    check: str
    device: str | None
    stage: str | None
    unit: str
    key: bool = False


class EffortFigure(ValueChange):
    """One figure of the interaction effort, such as `clicks`."""

    name: str
    unit: str


class EffortChange(ResultModel):
    """The interaction effort of one device; nothing is better or worse where the two journeys came to different stages."""

    device: str
    comparable: bool
    figures: list[EffortFigure]


class JourneySide(ResultModel):
    """How one journey ended."""

    ended: str
    deepest_stage: str | None
    failure_code: str | None
    message: str
    seconds: float


class JourneyChange(ResultModel):
    """One device's way before and after; null where it did not visit the shop."""

    device: str
    before: JourneySide | None
    after: JourneySide | None
    change: Movement
    seconds: ValueChange | None


class CategoryChange(ResultModel):
    """The score of one category before and after."""

    id: str
    title: str
    before: int | None
    after: int | None
    difference: int | None


class Total(ResultModel):
    """The score of one side."""

    total: int | None
    grade: str | None
    coverage: Share
    scoring_version: str
    profile: str


class ScoreChange(ResultModel):
    """The scores; `difference` is null, and the categories' too, where they were not made alike, for the `reasons` named."""

    comparable: bool
    reasons: list[ScoreReason]
    before: Total
    after: Total
    difference: int | None
    categories: list[CategoryChange]


class Pictures(ResultModel):
    """The screenshots of one stage; paths are relative to each run's recording."""

    device: str
    stage: str
    before: str | None
    after: str | None


class Comparison(ResultModel):
    """What changed between two audits."""

    schema_version: Literal["1"]
    tool: Tool
    before: Side
    after: Side
    caveats: list[ComparisonCaveat]
    counts: dict[Change, int] = Field(description="problems by what became of them")
    finding_counts: dict[Change, int] = Field(description="pieces of evidence by what became of them")
    problems: list[ProblemChange] = Field(description="what matters most first")
    unmeasured: list[Unmeasured]
    score: ScoreChange
    metrics: list[Metric]
    effort: list[EffortChange]
    journeys: list[JourneyChange]
    pictures: list[Pictures]

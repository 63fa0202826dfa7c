"""The shape of benchmark.json, version 1. `auditor schema benchmark` prints its JSON Schema."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from auditor.result.model import ResultModel, Share, Tool

SCHEMA_VERSION: Literal["1"] = "1"
LEAST, MOST = 2, 20
"""How many audits make a benchmark."""
Severity = Literal["critical", "major", "minor"]
Unranked = Literal["payment_not_reached", "no_score", "devices", "scored_differently"]
"""Why a shop has no place in the ranking."""
About = Literal["scoring_version", "profile", "weights", "devices", "checks", "settings", "days"]


class BenchmarkCaveat(ResultModel):
    """What makes the audits less alike than they should be, and what it is about."""

    about: About
    names: list[str] = Field(default=[])


class Way(ResultModel):
    """How far one device came in a shop."""

    device: str
    ended: str
    deepest_stage: str | None
    failure_code: str | None
    message: str


class Shop(ResultModel):
    """One audit. `key` is its place among those that were given; all other parts of a benchmark name shops by it."""

    key: int
    label: str = Field(description="the host; with the day where a site is there twice, with a number where that is equal too")
    site: str
    started_at: str
    rank: int | None = Field(description="null for a shop outside of the ranking; equal totals share a place")
    unranked: list[Unranked]
    total: int | None
    grade: str | None
    coverage: Share
    low: int | None = Field(description="lowest total when each weight moves by 30 per cent")
    high: int | None
    sure: Share | None = Field(description="the part of the checks that score which measured surely")
    limits: list[str] = Field(description="the failures that limit the score")
    not_measurable: int
    ways: list[Way]


class Cell(ResultModel):
    """The score of one category in one shop; null where too little of it could be measured."""

    shop: int
    score: int | None
    coverage: Share
    capped: bool


class CategoryRow(ResultModel):
    """One category over all shops; `best` are the shops with the highest score, none where all have the same."""

    id: str
    title: str
    weight: int
    cells: list[Cell]
    best: list[int]


class Advantage(ResultModel):
    """What a shop does right that others do not: the check, and how many of the others it was judged in have the problem."""

    check: str
    severity: Severity
    others: int
    of: int


class Standing(ResultModel):
    """How well one shop does at one stage, 0 to 100, by the checks of that stage; `seconds` by the keystroke-level model."""

    shop: int
    score: int
    checks: int
    seconds: float | None


class Practice(ResultModel):
    """The shop to learn from at one stage; `best` is null where the shops do not differ or too little was judged."""

    stage: str
    best: int | None
    device: str | None = Field(description="the device whose screenshot is meant")
    screenshot: str | None = Field(description="relative to that shop's recording")
    advantages: list[Advantage]
    quickest: bool
    standings: list[Standing]


class ShopEffort(ResultModel):
    """The interaction effort of one device in one shop; `complete` where it led to the payment step."""

    shop: int
    device: str
    complete: bool
    clicks: int
    fields: int
    fields_considered: int
    characters: int
    page_loads: int
    wait_seconds: float
    klm_seconds: float
    checkout_seconds: float
    index: int | None


class Shared(ResultModel):
    """A problem that several shops have; `of` is how many could be judged."""

    check: str
    category: str
    severity: Severity
    priority: float
    shops: list[int]
    of: int


class Unique(ResultModel):
    """What one shop alone does right, of all that could be judged."""

    check: str
    category: str
    severity: Severity
    shop: int
    of: int


class Benchmark(ResultModel):
    """Several shops side by side; `shops` stand in the order of the ranking, those outside of it last."""

    schema_version: Literal["1"]
    tool: Tool
    caveats: list[BenchmarkCaveat]
    shops: list[Shop]
    categories: list[CategoryRow]
    practices: list[Practice]
    effort: list[ShopEffort]
    shared: list[Shared]
    unique: list[Unique]

"""The shape of result.json, version 1. `auditor schema result` prints its JSON Schema."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, WrapValidator

from auditor.result.lighthouse import LighthouseResult
from auditor.result.survey import SurveyResult
from auditor.words.message import Message

SCHEMA_VERSION: Literal["1"] = "1"
_PERFECT = 99.995  # a mean has two decimals
Grade = Literal["A", "B", "C", "D", "E"]
Share = Annotated[float, Field(ge=0, le=1)]
Said = Annotated[str, WrapValidator(lambda text, check: text if isinstance(text, Message) else check(text))]
"""A text that stays a message, so that the result can keep how it was made."""


class ResultModel(BaseModel):
    """Base of the result's parts."""

    model_config = ConfigDict(extra="forbid")


class Tool(ResultModel):
    """Which tool made the result."""

    name: str
    version: str


class Cap(ResultModel):
    """A failure that limits the score, whatever the average says."""

    reason: Said
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


def whole(mean: float) -> int:
    """Return a mean as the score that is shown: rounded, but 100 only where nothing is missing."""
    return min(round(mean), 99) if mean < _PERFECT else 100


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
    profile: Said = Field(default="balanced", description="the profile of the weights; “, changed” where the configuration changed some")
    weights_hash: str = Field(default="", description="the same for scores made with the same weights and rules")
    not_measurable: int = Field(default=0, description="checks that could not look somewhere")
    confidence: dict[str, int] = Field(default={}, description="checks that score, by how sure they are: high, med, low")
    sensitivity: tuple[int, int] | None = Field(default=None, description="lowest and highest total when each weight moves by 30 per cent")

    @property
    def uncapped(self) -> int | None:
        """What the total would be without caps."""
        return None if self.raw is None else whole(self.raw)


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


class LawResult(ResultModel):
    """An article that a verdict is an indication under; not legal advice."""

    jurisdiction: str
    article: str


class Unreached(ResultModel):
    """The page that a check could not look at because its stage was not reached, and why."""

    stage: str
    reason: Said


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
    laws: list[LawResult] = Field(default=[], description="articles of the named jurisdictions that demand it; no legal advice")
    findings: list[FindingResult]
    unlisted: int = Field(default=0, description="findings there are beyond those listed")
    unreached: Unreached | None = None


class Problem(ResultModel):
    """A check that fails or warns, as a thing to mend."""

    check: str
    severity: Literal["critical", "major", "minor"]
    impact: float = Field(description="0 to 100: how much it hurts shoppers")
    effort: Literal["XS", "S", "M", "L", "XL"]
    priority: float = Field(description="impact divided by the square root of the effort's points")
    quadrant: Literal["quick_win", "big_project", "fill_in", "later"]
    ask_vendor: bool = Field(default=False, description="only the vendor of the shop system can mend it")
    legal: bool = Field(default=False, description="an indication for a lawyer")
    devices: list[str]
    stages: list[str]


class OneChange(ResultModel):
    """An element or template that several problems share: one change mends them together."""

    selector: str
    checks: list[str]
    stages: list[str]
    devices: list[str]


class StageEffort(ResultModel):
    """Interaction effort of one stage."""

    stage: str
    clicks: int
    fields: int
    fields_considered: int
    characters: int
    choices: int
    page_loads: int
    dialogs: int
    back_tracks: int
    errors: int
    scrolls: float
    wait_seconds: float
    klm_seconds: float
    klm_seconds_assisted: float


class DearField(ResultModel):
    """A field that costs much time to type."""

    stage: str
    label: str
    characters: int
    seconds: float


class EffortResult(ResultModel):
    """Interaction effort of one device by the keystroke-level model; not a survey."""

    label: str = ""
    clicks: int
    fields: int = Field(description="fields that were typed into")
    fields_considered: int = Field(default=0, description="fields that the checkout shows")
    characters: int
    choices: int = 0
    page_loads: int
    dialogs: int = Field(default=0, description="dialogs and banners that had to be answered")
    back_tracks: int = Field(default=0, description="attempts that led nowhere")
    errors: int = Field(default=0, description="times that the shop refused what was given")
    scrolls: float = Field(default=0.0, description="heights of the window that had to be scrolled")
    wait_seconds: float
    wait_share: Share = Field(default=0.0, description="the part of klm_seconds that is waiting for the shop")
    klm_seconds: float = Field(description="the whole way, everything typed")
    klm_seconds_assisted: float = Field(description="the whole way, the browser fills in what is marked for it")
    checkout_seconds: float = Field(default=0.0, description="cart to payment, everything typed")
    checkout_seconds_assisted: float = Field(default=0.0, description="cart to payment, the browser fills in what is marked for it")
    index: int | None = Field(description="0 to 100, higher is easier: 100 up to a minute from cart to payment, 50 at two")
    index_assisted: int | None = None
    stages: list[StageEffort] = []
    dearest_fields: list[DearField] = []


class FailedCheck(ResultModel):
    """A check whose failure the gate's rules do not let pass."""

    check: str
    devices: list[str] = Field(description="where it fails; “shop” for a check of the whole shop")


RuleOutcome = Literal["passed", "failed", "no_evidence", "unreliable"]


class GateRule(ResultModel):
    """A rule that was applied, broken or not: what it demands and what was measured."""

    rule: str = Field(
        description="such as fail_on, min_score, min_score.checkout, budget.lcp_ms, must_reach, max_new, check.<id>, lighthouserc, evidence"
    )
    outcome: RuleOutcome
    device: str | None = Field(default=None, description="null for a rule about the whole audit")
    stage: str | None = None
    measured: float | str | None = None
    threshold: float | str | None = None
    unit: str = ""
    interval: tuple[float, float] | None = Field(
        default=None, description="where the true value lies, as surely as the measurements tell; null of what does not vary"
    )
    checks: list[str] = Field(default=[], description="checks that the rule is about or was broken by")
    message: Said = Field(description="what was demanded and what was measured, as a sentence")


class Waived(ResultModel):
    """Failures of one check that a waiver lets pass, and until when."""

    check: str
    fingerprint: str | None = Field(default=None, description="the one finding that is let pass; null for the check itself")
    stage: str | None = None
    reason: str
    until: str = Field(description="the last day it counts, as an ISO date")
    devices: list[str] = []


class StaleFinding(ResultModel):
    """A finding that the baseline knows and that is gone."""

    fingerprint: str
    check: str


class BaselineUse(ResultModel):
    """What the baseline of known findings said about this audit."""

    path: str
    known: int = Field(description="findings of this audit that are in the baseline")
    new: int = Field(description="findings of this audit that are not, and that no waiver lets pass")
    stale: list[StaleFinding] = Field(default=[], description="findings of the baseline that are gone, where this audit looked")


class Gate(ResultModel):
    """Whether a release may pass."""

    passed: bool
    reasons: list[Said] = Field(description="why not, in sentences; those of the failed checks come first")
    failed_checks: list[FailedCheck] = []
    undecided: bool = Field(default=False, description="no rule is broken, but evidence for a pass is missing")
    rules: list[GateRule] = Field(default=[], description="every rule that was applied, broken or not")
    waived: list[Waived] = Field(default=[], description="failures that waivers let pass")
    baseline: BaselineUse | None = None
    notes: list[Said] = Field(
        default=[], description="what decides nothing but should be known: waivers that expired, findings that are gone"
    )

    @property
    def texts(self) -> list[str]:
        """All that the gate says."""
        return [*self.reasons, *self.notes, *(rule.message for rule in self.rules)]


class RepeatedTiming(ResultModel):
    """What the repeated loads of one page measured; the median is what counts."""

    metric: str
    device: str
    stage: str | None
    unit: str
    median: float
    iqr: float = Field(description="how far the middle half of the loads reaches")
    interval: tuple[float, float] | None = Field(description="where the true median lies; null of fewer than three loads")
    sureness: float | None = Field(description="how surely, from 0 to 1")
    runs: list[float]


class MachineResult(ResultModel):
    """How fast the machine was, in units of Lighthouse's BenchmarkIndex; `doubt` is why its times are not to be trusted."""

    before: float | None
    after: float | None
    doubt: Said | None = None


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
    problems: list[Problem] = Field(default=[], description="what fails or warns, the one to mend first at the top")
    one_change: list[OneChange] = Field(default=[], description="elements that several problems share")
    effort: dict[str, EffortResult]
    lighthouse: list[LighthouseResult] = Field(default=[], description="what Lighthouse measured, where it was asked for")
    timings: list[RepeatedTiming] = Field(default=[], description="what repeated loads of pages measured, with `--runs`")
    machine: MachineResult | None = Field(default=None, description="null where no pages were timed, and for older recordings")
    survey: SurveyResult | None = Field(default=None, description="what customers answered; beside the score, never inside it")
    broken_plugins: list[str] = Field(default=[], description="plugins and files whose checks are missing, and why")
    wording: dict[str, dict[str, Any]] = Field(default={}, description="how texts of the result were made, for reports in other languages")
    gate: Gate

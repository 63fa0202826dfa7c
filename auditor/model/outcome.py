"""What a check says about what it looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from auditor.observe.values import Box
from auditor.words.message import say
from auditor.words.quantity import SYMBOLS, quantity


class Kind(StrEnum):
    """The kinds of outcome. Only pass, warn and fail score; "no evidence" is never a pass."""

    PASS = "pass"  # noqa: S105 - no password
    WARN = "warn"
    FAIL = "fail"
    NOT_APPLICABLE = "not_applicable"
    NOT_MEASURABLE = "not_measurable"
    INFO = "info"
    ERROR = "error"

    @property
    def scores(self) -> bool:
        """Whether it counts in the score."""
        return self in {Kind.PASS, Kind.WARN, Kind.FAIL}


class Severity(StrEnum):
    """How much a failure hurts: critical costs sales or breaks a duty, major annoys many, minor is polish."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"


class Confidence(StrEnum):
    """How sure the measurement is; a low one weighs half and caps nothing."""

    HIGH = "high"
    MEDIUM = "med"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Finding:
    """One piece of evidence: what is wrong, and where to see it.

    `box` is in CSS pixels of the page; `key` is what keeps the finding the same finding between runs when the wording of
    `message` holds a measured value.
    """

    message: str
    selector: str = ""
    box: Box | None = None
    url: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check returns. `grade` is the value between 0 and 1 that scores; pass 1, warn 0.5, fail 0 unless given.

    `severity`, `confidence` and `blocker` where they are others than the check's usual ones. `limit` is beyond what a number
    fails, `loads` of how many measurements it is the median. `unlisted` is how many findings there are beyond those listed: where it
    is not 0, what is not on the list may be there all the same.
    """

    kind: Kind
    message: str
    value: float | str | bool | None = None
    unit: str = ""
    threshold: str = ""
    grade: float | None = None
    findings: tuple[Finding, ...] = ()
    severity: Severity | None = None
    confidence: Confidence | None = None
    blocker: bool | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    limit: float | None = None
    loads: int = 1
    unlisted: int = 0


Value = float | str | bool | None


def passed(message: str, *, value: Value = None, unit: str = "", threshold: str = "") -> Outcome:
    """The shop does it right."""
    return Outcome(Kind.PASS, message, value, unit, threshold)


def warned(
    message: str,
    *,
    findings: Iterable[Finding] = (),
    unlisted: int = 0,
    value: Value = None,
    unit: str = "",
    threshold: str = "",
    confidence: Confidence | None = None,
) -> Outcome:
    """The shop does it half right."""
    found = tuple(findings)
    return Outcome(Kind.WARN, message, value, unit, threshold, findings=found, confidence=confidence, unlisted=unlisted)


def failed(
    message: str,
    *,
    findings: Iterable[Finding] = (),
    unlisted: int = 0,
    value: Value = None,
    unit: str = "",
    threshold: str = "",
    severity: Severity | None = None,
    confidence: Confidence | None = None,
    blocker: bool | None = None,
) -> Outcome:
    """The shop does it wrong; `severity` and `blocker` where this failure weighs otherwise than the check's usual one."""
    return Outcome(
        Kind.FAIL,
        message,
        value,
        unit,
        threshold,
        findings=tuple(findings),
        severity=severity,
        confidence=confidence,
        blocker=blocker,
        unlisted=unlisted,
    )


def not_applicable(reason: str) -> Outcome:
    """The rule does not fit this shop or page."""
    return Outcome(Kind.NOT_APPLICABLE, reason)


def not_measurable(reason: str) -> Outcome:
    """It could not be looked at; never a pass."""
    return Outcome(Kind.NOT_MEASURABLE, reason)


def info(message: str, *, value: Value = None, unit: str = "") -> Outcome:
    """Worth knowing, never scored."""
    return Outcome(Kind.INFO, message, value, unit)


def measured(
    message: str,
    *,
    value: float,
    good: float,
    poor: float,
    unit: str,
    findings: Iterable[Finding] = (),
    unlisted: int = 0,
    severity: Severity | None = None,
    loads: int = 1,
) -> Outcome:
    """Grade a number where less is better: 1 up to `good`, 0.5 at `poor`, 0 at twice `poor`, straight lines between.

    Up to `good` it passes, up to `poor` it warns, beyond it fails; of a time so near to `poor` that the next measurement may lie on
    its other side a failure is unsure, unless it is the median of several `loads`.
    """
    kind = Kind.PASS if value <= good else Kind.WARN if value <= poor else Kind.FAIL
    if value <= good:
        grade = 1.0
    elif value <= poor:
        grade = 1.0 - 0.5 * (value - good) / (poor - good) if poor > good else 0.5
    else:
        grade = max(0.0, 0.5 * (2 * poor - value) / poor) if poor > 0 else 0.0
    if unit in SYMBOLS:
        threshold = say("≤ {limit:g} {unit}", limit=good, unit=unit) if unit else say("≤ {limit:g}", limit=good)
    else:
        threshold = say("≤ {limit}", limit=quantity(good, unit))
    return Outcome(
        kind,
        message,
        round(value, 3),
        unit,
        threshold,
        round(grade, 4),
        tuple(findings),
        severity,
        limit=poor,
        loads=max(1, loads),
        unlisted=unlisted,
    )

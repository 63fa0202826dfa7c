"""What Lighthouse measured, page by page, in words and figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.api import say
from auditor_reports.view.figures import measure, number
from auditor_reports.view.names import stage_title
from auditor_reports.view.voice import tell, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.api import LighthouseAssertion, LighthouseResult

_GOOD, _POOR = 90, 50  # Lighthouse's own bands
_WHOLE = 10  # from which on milliseconds and bytes need no decimals
_CATEGORIES = {
    "performance": say("Speed"),
    "accessibility": say("Accessibility"),
    "best-practices": say("Best practices"),
    "seo": say("Search engines"),
}
_FIGURES = {
    "largest-contentful-paint": (say("Main content (LCP)"), "ms"),
    "total-blocking-time": (say("Blocked (TBT)"), "ms"),
    "cumulative-layout-shift": (say("Shifts (CLS)"), ""),
}
_TONES = {"pass": say("good"), "warn": say("needs work"), "fail": say("poor"), "none": say("no score")}


@dataclass(frozen=True)
class Points:
    """A score under its heading; `tone` is pass, warn, fail or none, `word` says it."""

    title: str
    score: int | None
    tone: str
    word: str


@dataclass(frozen=True)
class LighthouseRow:
    """One page: its scores and figures, or in `note` why there are none; `broken` are demands it does not meet."""

    stage: str
    points: Sequence[Points]
    figures: Sequence[tuple[str, str]]
    note: str
    broken: Sequence[str]
    reliable: bool
    version: str


def lighthouse_rows(pages: Sequence[LighthouseResult], device: str) -> list[LighthouseRow]:
    """Return what was measured on a device, in the order of the way."""
    return [_row(page) for page in pages if page.device == device]


def lighthouse_line(pages: Sequence[LighthouseResult], device: str) -> str:
    """Return the scores for speed of a device's pages on one line, "" where there are none."""
    scored = [(page.stage, score) for page in pages if page.device == device and (score := page.scores.get("performance")) is not None]
    return ", ".join(f"{stage_title(stage)} {number(score, 0)}" for stage, score in scored)


def why_unmeasured(pages: Sequence[LighthouseResult], device: str) -> list[str]:
    """Return the reasons why pages could not be measured, each once."""
    return list(dict.fromkeys(page.error for page in pages if page.device == device and page.error))


def _row(page: LighthouseResult) -> LighthouseRow:
    if page.same_as:
        note = tell("No page of its own; it was seen on another one: {page}.", page=stage_title(page.same_as))
    else:
        note = tell("Not measurable: {reason}", reason=page.error) if page.error else ""
    shown = [] if note else [_points(told(title), page.scores.get(name)) for name, title in _CATEGORIES.items()]
    figures = [] if note else [(told(title), _figure(page.audits.get(name), unit)) for name, (title, unit) in _FIGURES.items()]
    return LighthouseRow(page.stage, shown, figures, note, [_broken(one) for one in page.broken], page.reliable, page.version)


def _points(title: str, score: int | None) -> Points:
    tone = "none" if score is None else "pass" if score >= _GOOD else "warn" if score >= _POOR else "fail"
    return Points(title, score, tone, told(_TONES[tone]))


def _figure(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    return measure(round(value), unit) if unit else number(value, 2)


def _broken(one: LighthouseAssertion) -> str:
    limit = f"{one.kind} {_limit(one.expected)}"
    actual = tell("no value") if one.actual is None else _limit(one.actual)
    values = {"audit": one.audit, "actual": actual, "limit": limit}
    if one.level == "error":
        return tell("{audit}: {actual}, asserted {limit} (error)", **values)
    return tell("{audit}: {actual}, asserted {limit} (warning)", **values)


def _limit(value: float) -> str:
    return number(value, 2 if abs(value) < _WHOLE else 0)

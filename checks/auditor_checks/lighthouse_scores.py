"""Judges a score of Lighthouse over the pages of a journey: the lowest one counts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from auditor.api import (
    Confidence,
    Finding,
    JourneyRecord,
    Kind,
    LighthousePage,
    Outcome,
    Stage,
    not_applicable,
    not_measurable,
    passed,
    say,
    several,
    together,
)

GOOD, POOR = 90, 50
"""Lighthouse's own bands: green from 90 points on, red below 50."""


def judge_scores(
    journey: JourneyRecord, category: str, stages: Collection[Stage], described: Callable[[LighthousePage, int], str], scatter: int = 0
) -> Outcome:
    """Judge a category of Lighthouse; `scatter` are the points that one load alone may be off."""
    pages = journey.lighthouse
    if not pages:
        return not_applicable(say("Lighthouse was not asked for (--lighthouse)."))
    pages = tuple(page for page in pages if page.stage in {stage.value for stage in stages} and not page.same_as)
    if not pages:
        return not_applicable(say("Lighthouse was not asked for the pages that this is about."))
    scores = [(page, score) for page in pages if (score := page.scores.get(category)) is not None]
    unmeasured = [page for page in pages if page.scores.get(category) is None]
    if not scores:
        return not_measurable(unmeasured[0].error or say("Lighthouse gave no score."))
    outcome = _graded(scores, described, scatter)
    if outcome.kind is Kind.PASS and unmeasured:
        first = unmeasured[0].error or say("Lighthouse gave no score.")
        return not_measurable(together(outcome.message, say("Not every page could be measured:"), first, between=" "))
    return outcome


def _graded(scores: Sequence[tuple[LighthousePage, int]], described: Callable[[LighthousePage, int], str], scatter: int) -> Outcome:
    points = sorted(score for _, score in scores)
    worst, message = points[0], _message(points)
    threshold = say("≥ {limit:g}", limit=GOOD)
    if worst >= GOOD:
        return passed(message, value=worst, unit="points", threshold=threshold)
    kind = Kind.FAIL if worst < POOR - scatter else Kind.WARN
    grade = 0.5 + 0.5 * (worst - POOR) / (GOOD - POOR) if worst >= POOR else 0.5 * worst / POOR
    findings = tuple(Finding(described(page, score), url=page.landed or page.url, key=page.stage) for page, score in scores if score < GOOD)
    return Outcome(kind, message, worst, "points", threshold, round(grade, 4), findings)


def _message(scores: Sequence[int]) -> str:
    if len(scores) > 1 and scores[0] == scores[-1]:
        return say("Lighthouse gives each of {n} pages {points} of 100 points (one load in a lab).", n=len(scores), points=scores[0])
    return several(
        len(scores),
        "Lighthouse gives the page {worst} of 100 points (one load in a lab).",
        "Lighthouse gives {n} pages {worst} to {best} of 100 points (one load each, in a lab).",
        worst=scores[0],
        best=scores[-1],
    )


def unsure(outcome: Outcome, journey: JourneyRecord) -> Outcome:
    """Say of timings that a slow machine took that they are unsure; they fail nothing."""
    if outcome.kind not in {Kind.WARN, Kind.FAIL} or all(page.reliable for page in journey.lighthouse):
        return outcome
    message = together(outcome.message, say("The machine was too slow for that to be sure."), between=" ")
    return replace(outcome, kind=Kind.WARN, grade=max(0.5, outcome.grade or 0.0), message=message, confidence=Confidence.LOW)

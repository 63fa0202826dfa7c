"""The journey as a map: at each stage what it cost the shopper, and which problems were met there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor_reports.view.figures import number, seconds
from auditor_reports.view.journeys import Stop, stops_of
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditor.api import EffortResult, FindingResult, JourneyResult, VerdictResult
    from auditor_reports.view.topics import Topic

BEFORE = ("home", "category", "search", "product")
DURING = ("cart", "checkout", "address", "shipping", "payment")
_AFTER = "postpurchase"  # the category of checks; no journey comes there, since nothing is ordered


@dataclass(frozen=True)
class Station:
    """A stop with the time that had passed when it was left, what it took, and the ids of the checks that found problems."""

    stop: Stop
    passed: str
    facts: Sequence[tuple[str, str]]
    problems: Sequence[str]


@dataclass(frozen=True)
class Leg:
    """A part of the way: its title and its stations."""

    name: str
    title: str
    stations: Sequence[Station]


def legs_of(journey: JourneyResult, effort: EffortResult | None, topics: Sequence[Topic]) -> list[Leg]:
    """Return the way before and during the purchase."""
    stops = {stop.stage: stop for stop in stops_of(journey)}
    took: dict[str, float] = {step.stage: step.seconds for step in journey.steps}
    passed, total = {}, 0.0
    for stage, stop in stops.items():
        total += took.get(stage, 0.0)
        passed[stage] = tell("after {seconds}", seconds=seconds(total)) if stop.took and stop.outcome != "skipped" else ""

    def station(stage: str) -> Station:
        return Station(stops[stage], passed[stage], _facts(stops[stage], effort), problems_at(topics, journey, stage))

    return [
        Leg("before", tell("Before the purchase"), [station(stage) for stage in BEFORE]),
        Leg("during", tell("The purchase"), [station(stage) for stage in DURING]),
    ]


def problems_at(topics: Iterable[Topic], journey: JourneyResult, stage: str) -> list[str]:
    """Return the ids of the checks that found a problem at a stage of a journey, in order."""
    return [topic.id for topic in topics if any(stage in _stages(verdict, journey) for verdict in topic.problems)]


def after_purchase(topics: Iterable[Topic]) -> list[str]:
    """Return the ids of the checks about delivery, returns and the like that found a problem."""
    return [topic.id for topic in topics if topic.problems and topic.problems[0].category == _AFTER]


def _stages(verdict: VerdictResult, journey: JourneyResult) -> set[str]:
    """Return the stages of a journey at which a problem was met; of a whole journey or shop, where its evidence stands."""
    if verdict.device not in {None, journey.device}:
        return set()
    if verdict.stage is not None:
        return {verdict.stage}
    return {_stage(found, journey) for found in verdict.findings if found.device in {None, journey.device}}


def _stage(found: FindingResult, journey: JourneyResult) -> str:
    """Return the stage of one piece of evidence: as told, else of its picture, else the first that showed its address."""
    if found.stage:
        return found.stage
    shown = [step.stage for step in journey.steps if step.screenshot and step.screenshot == found.screenshot]
    return next(iter(shown + [step.stage for step in journey.steps if step.url and step.url == found.url]), "")


def _facts(stop: Stop, effort: EffortResult | None) -> list[tuple[str, str]]:
    """Return what the stage took: its time as the test shopper needed it, and what a person has to do there."""
    told = [(tell("Time"), stop.took)] if stop.took else []
    cost = next((stage for stage in effort.stages if stage.stage == stop.stage), None) if effort else None
    if cost is None:
        return told
    return [
        *told,
        (tell("Waiting"), seconds(cost.wait_seconds)),
        (tell("Clicks"), number(cost.clicks)),
        (tell("Fields typed"), number(cost.fields)),
    ]

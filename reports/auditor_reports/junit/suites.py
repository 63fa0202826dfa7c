"""The suites: the journey and the checks of each device, those of the whole shop, the rules of the gate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from auditor_reports.view.alerts import alerts_of
from auditor_reports.view.cleaning import shortened
from auditor_reports.view.figures import readable
from auditor_reports.view.gate import gate_view
from auditor_reports.view.journeys import is_about_shop, where_it_ended, why_it_ended
from auditor_reports.view.labels import labelled
from auditor_reports.view.names import device_title, ended_words
from auditor_reports.view.places import where
from auditor_reports.view.readings import Sighting, readings_of, sightings_of
from auditor_reports.view.topics import Topic, topics_of
from auditor_reports.view.unmeasured import subject
from auditor_reports.view.voice import tell, tell_several

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditor.api import Check, GateRule, JourneyResult, Result

State = Literal["passed", "failure", "error", "skipped"]
_RULES: Mapping[str, State] = {"passed": "passed", "failed": "failure", "no_evidence": "failure", "unreliable": "skipped"}
_EVIDENCE = 20
_MESSAGE, _FIX = 400, 3000


@dataclass(frozen=True)
class Case:
    """A test case: `type` says what kind of failure, `message` is one line, `detail` the rest, `seconds` how long it took."""

    group: str
    name: str
    state: State = "passed"
    type: str = ""
    message: str = ""
    detail: str = ""
    seconds: float = 0.0


@dataclass(frozen=True)
class Suite:
    """Test cases of one device, of the whole shop, or of the gate."""

    name: str
    cases: tuple[Case, ...]


def suites_of(result: Result, checks: Mapping[str, Check]) -> list[Suite]:
    """Return the suites: devices in their order, the whole shop, the gate."""
    topics = topics_of(result.verdicts, checks)
    journeys = {journey.device: journey for journey in result.journeys}
    seen = [verdict.device for verdict in result.verdicts if verdict.device is not None]
    suites = []
    for device in dict.fromkeys([*journeys, *seen, None]):
        own = [Topic(t.id, tuple(v for v in t.verdicts if v.device == device), t.check) for t in topics]
        cases = [_checked(topic, device, result) for topic in sorted(own, key=lambda t: t.id) if topic.verdicts]
        journey = journeys.get(device or "")
        if journey:
            cases = [_walked(journey), *cases]
        if cases:
            suites.append(Suite(device_title(device), tuple(cases)))
    return [*suites, Suite("Gate", tuple(_gate(result, checks)))]


def _walked(journey: JourneyResult) -> Case:
    group, name = f"{_id(journey.device)}.journey", "journey"
    if journey.ended == "payment_reached":
        return Case(group, name, seconds=journey.seconds)
    message = tell("Ended at {stage}: {reason}", stage=where_it_ended(journey), reason=why_it_ended(journey))
    state: State = "failure" if is_about_shop(journey) else "error"
    kind, told = journey.failure_code or journey.ended, shortened(message, _MESSAGE)
    return Case(group, name, state, kind, told, ended_words(journey.ended), journey.seconds)


def _checked(topic: Topic, device: str | None, result: Result) -> Case:
    group = f"{_id(device or 'shop')}.{_id(topic.verdicts[0].category)}"
    name = f"{topic.id}: {shortened(subject(topic), 160)}"
    if topic.fails:
        reason = _let_pass(topic, result)
        if reason:
            return Case(group, name, "skipped", "waived", shortened(tell("Let pass: {reason}", reason=reason), _MESSAGE))
        return Case(group, name, "failure", topic.severity, _first(topic, "fail"), "\n".join(_detail(topic)))
    if topic.having("error"):
        return Case(group, name, "error", "error", _first(topic, "error"))
    if topic.having("pass", "warn", "info"):
        return Case(group, name, detail="\n".join(_detail(topic)) if topic.problems else "")
    outcome = "not_measurable" if topic.having("not_measurable") else "not_applicable"
    return Case(group, name, "skipped", outcome, _first(topic, outcome))


def _let_pass(topic: Topic, result: Result) -> str:
    """Return why a check's failures are let pass, "" where one of them is not."""
    failing = [alert for alert in alerts_of([topic], result) if alert.verdict.outcome == "fail"]
    return failing[0].waived.reason if failing[0].waived and all(alert.waived for alert in failing) else ""


def _first(topic: Topic, outcome: str) -> str:
    reading = readings_of(topic.verdicts, outcome)[0]
    return shortened(labelled(topic.title, reading.message) if outcome == "fail" else reading.message, _MESSAGE)


def _detail(topic: Topic) -> Iterator[str]:
    """Yield what was found where, on which elements, and what mends it."""
    yield from (labelled(reading.where, reading.message) for reading in readings_of(topic.verdicts, "fail", "warn"))
    yield from (f"- {shortened(_evidence(sighting), 600)}" for sighting in sightings_of(topic.problems)[:_EVIDENCE])
    if topic.check and topic.check.fix:
        yield labelled(tell("How to fix it"), shortened(readable(topic.check.fix), _FIX))


def _evidence(sighting: Sighting) -> str:
    first, more = sighting.findings[0].url, len({finding.url for finding in sighting.findings}) - 1
    pages = tell_several(more, "{page} and {n} more page", "{page} and {n} more pages", page=first) if more else first
    return " | ".join(filter(None, (sighting.message, sighting.selector, pages)))


def _gate(result: Result, checks: Mapping[str, Check]) -> Iterator[Case]:
    """Yield the rules that were applied; of a result without rules, the answer of the gate."""
    if result.gate.rules:
        yield from map(_rule, result.gate.rules)
        return
    reasons = gate_view(result, checks).reasons
    if result.gate.passed:
        yield Case("gate", "gate")
    else:
        yield Case("gate", "gate", "failure", "gate", shortened(" ".join(reasons), _MESSAGE), "\n".join(reasons))


def _rule(rule: GateRule) -> Case:
    place = where([(rule.device, rule.stage)]) if rule.device or rule.stage else ""
    name = f"{rule.rule} ({place})" if place else rule.rule
    checks = ", ".join(rule.checks)
    return Case("gate", name, _RULES[rule.outcome], rule.outcome, shortened(rule.message, _MESSAGE), checks)


def _id(name: str) -> str:
    """Return a name as a part of a class name, whose parts are divided by dots."""
    return re.sub(r"[^\w-]+", "_", name) or "_"

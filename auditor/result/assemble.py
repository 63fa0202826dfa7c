"""Puts the result together from a recording and its verdicts. Pure: judged again, the same recording gives the same bytes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from auditor.gate.evidence import Evidence
from auditor.gate.gating import decide
from auditor.gate.measuring import measurements_of
from auditor.gate.rules import GateRules
from auditor.judge.fingerprint import fingerprint
from auditor.model.stage import Stage
from auditor.model.verdict import Verdict
from auditor.record.integrity import damaged_files
from auditor.record.recording import NOT_REACHED, JourneyRecord, Recording
from auditor.result.effort import effort_of
from auditor.result.measured import measured
from auditor.result.model import (
    SCHEMA_VERSION,
    FindingResult,
    JourneyResult,
    LawResult,
    Result,
    Score,
    StepResult,
    Tool,
    Unreached,
    VerdictResult,
)
from auditor.result.survey import SurveyResult
from auditor.result.timing import machine_result, repeated
from auditor.score.mending import one_change, problems
from auditor.score.policy import Policy, policy
from auditor.score.priority import priority, reach_of
from auditor.score.scoring import score
from auditor.words.message import Message, Sentence, Series
from auditor.words.wording import wording_of


@dataclass(frozen=True)
class Terms:
    """What a result goes by besides recording, verdicts and gate; `settings` are those of judging, in place of the recorded."""

    policy: Policy = field(default_factory=policy)
    ask_vendor: tuple[str, ...] = ()
    survey: SurveyResult | None = None
    broken: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)


def assemble(recording: Recording, verdicts: Sequence[Verdict], rules: GateRules, terms: Terms | None = None) -> Result:
    """Make the result of an audit."""
    terms = terms or Terms()
    manifest = recording.manifest
    journeys = [journey_result(j) for j in recording.journeys]
    mobile = {j.device: j.mobile for j in recording.journeys}
    scored = _only_of_shops(score(verdicts, mobile, terms.policy), recording.journeys)
    shown = _verdicts(recording, verdicts)
    efforts = {j.journey.device: effort_of(j) for j in recording.journeys}
    titles = {v.check.id: v.check.failure_title for v in verdicts}
    figures = measurements_of(recording, efforts)
    day, damaged = day_of(manifest.finished_at), damaged_files(recording)
    machine, doubt = machine_result(recording.machine), recording.machine.doubt if recording.machine else None
    lighthouse = measured(recording)
    rules = replace(rules, broken=lighthouse.broken, unsure=lighthouse.unsure, missing=(*rules.missing, *lighthouse.gaps))
    gate = decide(rules, Evidence(shown, scored, journeys, titles, figures, day, damaged, manifest.site, doubt))
    said_of_all = [
        [page.said for page in lighthouse.pages],
        scored.profile,
        *(cap.reason for cap in scored.caps),
        *gate.texts,
        machine and machine.doubt,
    ]
    return Result(
        schema_version=SCHEMA_VERSION,
        tool=Tool(name=manifest.tool.name, version=manifest.tool.version),
        site=manifest.site,
        started_at=manifest.started_at,
        finished_at=manifest.finished_at,
        seconds=manifest.seconds,
        config={**manifest.config, **terms.settings},
        score=scored,
        journeys=journeys,
        verdicts=shown,
        problems=problems(verdicts, terms.ask_vendor),
        one_change=one_change(verdicts),
        effort=efforts,
        lighthouse=list(lighthouse.pages),
        timings=list(repeated(figures)),
        machine=machine,
        survey=terms.survey,
        broken_plugins=list(terms.broken),
        wording=wording_of(_texts(verdicts), *(journey.said for journey in recording.journeys), said_of_all, terms.broken),
        gate=gate,
    )


def day_of(finished_at: str) -> date:
    """Return the day of an audit, by which waivers expire: judged again it is the same day, whatever the date is by then."""
    try:
        return datetime.fromisoformat(finished_at).date()
    except ValueError:
        return date.max  # of an unknown day nothing is waived


def _texts(verdicts: Sequence[Verdict]) -> list[object]:
    outcomes = [verdict.outcome for verdict in verdicts]
    missed = [unreached.reason for outcome in outcomes if (unreached := _unreached(outcome.message))]
    return missed + [text for o in outcomes for text in (o.message, o.threshold, o.value, *(finding.message for finding in o.findings))]


def _only_of_shops(scored: Score, journeys: Sequence[JourneyRecord]) -> Score:
    """Take the totals away where no product was seen: a login page, a blog or an empty shop is not graded as a shop."""
    shown = {j.device for j in journeys if (deepest := j.journey.deepest) is not None and deepest.position >= Stage.PRODUCT.position}
    devices = {name: d if name in shown else d.model_copy(update={"total": None, "raw": None}) for name, d in scored.devices.items()}
    if shown:
        return scored.model_copy(update={"devices": devices})
    return scored.model_copy(update={"total": None, "raw": None, "grade": None, "sensitivity": None, "caps": [], "devices": devices})


def journey_result(record: JourneyRecord) -> JourneyResult:
    """Return a journey as results tell of it."""
    journey = record.journey
    deepest = journey.deepest
    return JourneyResult(
        device=journey.device,
        ended=journey.ended.value,
        deepest_stage=deepest.value if deepest else None,
        failure_code=journey.failure_code,
        message=journey.message,
        seconds=journey.seconds,
        steps=[
            StepResult(
                stage=s.stage.value,
                outcome=s.outcome.value,
                url=s.url,
                title=s.title,
                action=s.action,
                attempts=s.attempts,
                seconds=s.seconds,
                reason=s.reason,
                screenshot=s.screenshot,
                signals=list(s.signals),
            )
            for s in journey.steps
        ],
        notes=list(journey.notes),
        product=record.product.get("title") or None,
        blocked_requests=record.recorded.blocked_requests,
    )


def _verdicts(recording: Recording, verdicts: Sequence[Verdict]) -> list[VerdictResult]:
    by_check: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        by_check[verdict.check.id].append(verdict)
    return [_verdict(recording, v, reach_of(v, by_check[v.check.id])) for v in verdicts]


def _verdict(recording: Recording, verdict: Verdict, reach: float) -> VerdictResult:
    outcome = verdict.outcome
    record = next((j for j in recording.journeys if j.device == verdict.device), None)
    step = record.journey.step(verdict.stage) if record is not None and verdict.stage is not None else None
    url = step.url if step else ""
    return VerdictResult(
        check=verdict.check.id,
        category=verdict.check.category,
        severity=verdict.severity.value,
        device=verdict.device,
        stage=verdict.stage.value if verdict.stage else None,
        outcome=outcome.kind.value,
        value=outcome.value,
        unit=outcome.unit,
        threshold=outcome.threshold,
        message=outcome.message,
        confidence=verdict.confidence.value,
        priority=priority(verdict, reach),
        laws=[LawResult(jurisdiction=law.jurisdiction, article=law.article) for law in verdict.laws],
        findings=[
            FindingResult(
                message=f.message,
                stage=verdict.stage.value if verdict.stage else None,
                device=verdict.device,
                url=f.url or url,
                selector=f.selector,
                box=(f.box.x, f.box.y, f.box.width, f.box.height) if f.box else None,
                screenshot=step.screenshot if step else None,
                fingerprint=fingerprint(verdict, f, url),
            )
            for f in outcome.findings
        ],
        unlisted=outcome.unlisted,
        unreached=_unreached(outcome.message),
    )


def _unreached(text: str) -> Unreached | None:
    """Return which page was not reached, and why, where that is what the text says."""
    match text.making if isinstance(text, Message) else None:
        case Series((Message() as first, ".")):
            return _unreached(first)
        case Sentence(template, {"page": str() as page, "reason": str() as reason}) if template == NOT_REACHED:
            return Unreached(stage=page, reason=reason)
    return None

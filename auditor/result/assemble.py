"""Puts the result together from a recording and its verdicts. Pure: judged again, the same recording gives the same bytes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from auditor.gate.gating import GateRules, decide
from auditor.judge.fingerprint import fingerprint
from auditor.model.stage import Stage
from auditor.model.verdict import Verdict
from auditor.record.recording import JourneyRecord, Recording
from auditor.result.model import (
    SCHEMA_VERSION,
    EffortResult,
    FindingResult,
    JourneyResult,
    Result,
    Score,
    StepResult,
    Tool,
    VerdictResult,
)
from auditor.score.effort import DESKTOP, MOBILE, checkout_steps, effort_index, klm_seconds, work_of
from auditor.score.priority import priority, reach_of
from auditor.score.scoring import score


def assemble(recording: Recording, verdicts: Sequence[Verdict], rules: GateRules) -> Result:
    """Make the result of an audit."""
    manifest = recording.manifest
    journeys = [_journey(j) for j in recording.journeys]
    mobile = {j.device: j.mobile for j in recording.journeys}
    scored = _only_of_shops(score(verdicts, mobile), recording.journeys)
    return Result(
        schema_version=SCHEMA_VERSION,
        tool=Tool(name=manifest.tool.name, version=manifest.tool.version),
        site=manifest.site,
        started_at=manifest.started_at,
        finished_at=manifest.finished_at,
        seconds=manifest.seconds,
        config=manifest.config,
        score=scored,
        journeys=journeys,
        verdicts=_verdicts(recording, verdicts),
        effort={j.device: _effort(j) for j in recording.journeys},
        gate=decide(rules, verdicts, scored, journeys),
    )


def _only_of_shops(scored: Score, journeys: Sequence[JourneyRecord]) -> Score:
    """Take the totals away where no product was seen: a login page, a blog or an empty shop is not graded as a shop."""
    shown = {j.device for j in journeys if (deepest := j.journey.deepest) is not None and deepest.position >= Stage.PRODUCT.position}
    devices = {name: d if name in shown else d.model_copy(update={"total": None, "raw": None}) for name, d in scored.devices.items()}
    if shown:
        return scored.model_copy(update={"devices": devices})
    return scored.model_copy(update={"total": None, "raw": None, "grade": None, "sensitivity": None, "caps": [], "devices": devices})


def _journey(record: JourneyRecord) -> JourneyResult:
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
    )


def _effort(record: JourneyRecord) -> EffortResult:
    steps = [s for s in record.journey.steps if s.outcome.value == "reached"]
    operators = MOBILE if record.mobile else DESKTOP
    work = work_of(steps)
    buying = work_of(checkout_steps(record.journey))
    complete = record.journey.ended.value == "payment_reached"
    return EffortResult(
        clicks=work.presses,
        fields=work.fields,
        characters=work.characters,
        page_loads=work.pages,
        wait_seconds=round(work.wait_seconds, 2),
        klm_seconds=round(klm_seconds(work, operators), 1),
        klm_seconds_assisted=round(klm_seconds(work, operators, assisted=True), 1),
        index=effort_index(klm_seconds(buying, operators)) if complete else None,
    )

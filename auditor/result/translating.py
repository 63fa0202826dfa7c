"""A result and its checks in another language: every text of the tool's own, and none of the shop's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from auditor.model.check import Check
from auditor.result.model import FindingResult, Gate, JourneyResult, MachineResult, Result, StepResult, VerdictResult
from auditor.words.voice import Voice


def translated(result: Result, voice: Voice) -> Result:
    """Return the result with what it says in the voice's language."""
    score = result.score.model_copy(
        update={
            "caps": [cap.model_copy(update={"reason": voice.read(cap.reason)}) for cap in result.score.caps],
            "profile": voice.read(result.score.profile),
            "categories": [c.model_copy(update={"title": voice.read(c.title)}) for c in result.score.categories],
        }
    )
    return result.model_copy(
        update={
            "score": score,
            "journeys": [_journey(journey, voice) for journey in result.journeys],
            "verdicts": [_verdict(verdict, voice) for verdict in result.verdicts],
            "lighthouse": [page.model_copy(update={"error": voice.read(page.error)}) for page in result.lighthouse],
            "broken_plugins": _all(result.broken_plugins, voice),
            "gate": _gate(result.gate, voice),
            "machine": _machine(result.machine, voice),
        }
    )


def explained(check: Check, voice: Voice) -> Check:
    """Return the check with what it tells of itself in the voice's language."""
    return replace(
        check,
        title=voice.read(check.title),
        failure_title=voice.read(check.failure_title),
        why=voice.read(check.why),
        fix=voice.read(check.fix),
        limits=voice.read(check.limits),
        sources=tuple(replace(source, name=voice.read(source.name), figure=voice.read(source.figure)) for source in check.sources),
        laws=tuple(replace(law, article=voice.read(law.article)) for law in check.laws),
    )


def _machine(machine: MachineResult | None, voice: Voice) -> MachineResult | None:
    return machine.model_copy(update={"doubt": voice.read(machine.doubt)}) if machine is not None and machine.doubt else machine


def _gate(gate: Gate, voice: Voice) -> Gate:
    rules = [rule.model_copy(update={"message": voice.read(rule.message)}) for rule in gate.rules]
    return gate.model_copy(update={"reasons": _all(gate.reasons, voice), "notes": _all(gate.notes, voice), "rules": rules})


def _journey(journey: JourneyResult, voice: Voice) -> JourneyResult:
    said = {"message": voice.read(journey.message), "notes": _all(journey.notes, voice)}
    return journey.model_copy(update={**said, "steps": [_step(step, voice) for step in journey.steps]})


def _step(step: StepResult, voice: Voice) -> StepResult:
    reason = step.reason and voice.read(step.reason)
    return step.model_copy(update={"action": voice.read(step.action), "reason": reason, "signals": _all(step.signals, voice)})


def _verdict(verdict: VerdictResult, voice: Voice) -> VerdictResult:
    said = {name: voice.read(getattr(verdict, name)) for name in ("message", "threshold")}
    laws = [law.model_copy(update={"article": voice.read(law.article)}) for law in verdict.laws]
    missed = verdict.unreached and verdict.unreached.model_copy(update={"reason": voice.read(verdict.unreached.reason)})
    value = voice.read(verdict.value) if isinstance(verdict.value, str) else verdict.value
    return verdict.model_copy(
        update={
            **said,
            "value": value,
            "unreached": missed,
            "laws": laws,
            "findings": [_finding(finding, voice) for finding in verdict.findings],
        }
    )


def _finding(finding: FindingResult, voice: Voice) -> FindingResult:
    return finding.model_copy(update={"message": voice.read(finding.message)})


def _all(texts: Sequence[str], voice: Voice) -> list[str]:
    return [voice.read(text) for text in texts]

"""Times that prove nothing are judged, and unsure: of a machine that was not fit to measure, or a single one too near to its limit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from auditor.compare.bands import band_of
from auditor.model.outcome import Confidence, Kind, Outcome
from auditor.model.verdict import Verdict
from auditor.noise.machine import Doubt, Machine, is_time
from auditor.noise.median import LEAST
from auditor.words.message import Message, say, together


def doubted(verdicts: Iterable[Verdict], machine: Machine | None) -> Iterator[Verdict]:
    """Yield the verdicts; those about times that prove nothing with a low confidence, and its reason."""
    for verdict in verdicts:
        outcome = verdict.outcome
        doubt = _doubt(verdict, machine) if outcome.kind.scores and is_time(verdict.check.category, outcome.unit) else None
        if doubt is None:
            yield verdict
            continue
        message = together(outcome.message, doubt, between=" ")
        yield replace(verdict, outcome=replace(outcome, confidence=Confidence.LOW, message=message))


def _doubt(verdict: Verdict, machine: Machine | None) -> Message | None:
    outcome = verdict.outcome
    if machine is not None and machine.doubt is not None and _is_spoilt(outcome, machine.doubt):
        return say("Unsure: {doubt}", doubt=machine.doubt.why)
    if outcome.kind is not Kind.FAIL or outcome.limit is None or outcome.loads >= LEAST or not isinstance(outcome.value, float | int):
        return None
    if outcome.value - band_of(verdict.check.id, outcome.unit).width(outcome.value, outcome.value) > outcome.limit:
        return None
    return say("Unsure: so few measurements so near to the limit are no proof.")


def _is_spoilt(outcome: Outcome, doubt: Doubt) -> bool:
    """Whether a better machine may have led to another outcome."""
    if doubt.excess is None:
        return True
    if outcome.kind is Kind.FAIL and outcome.limit is not None and isinstance(outcome.value, float | int):
        return doubt.spoils(outcome.value, outcome.limit)
    return outcome.kind is not Kind.PASS

"""Times of a machine that was not fit to measure them are judged, and unsure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from auditor.model.outcome import Confidence
from auditor.model.verdict import Verdict
from auditor.noise.machine import Machine, is_time
from auditor.words.message import say, together


def doubted(verdicts: Iterable[Verdict], machine: Machine | None) -> Iterator[Verdict]:
    """Yield the verdicts; those about times with a low confidence, and its reason, where the machine is in doubt."""
    doubt = machine.doubt if machine else None
    for verdict in verdicts:
        outcome = verdict.outcome
        if doubt is None or not outcome.kind.scores or not is_time(verdict.check.category, outcome.unit):
            yield verdict
            continue
        message = together(outcome.message, say("Unsure: {doubt}", doubt=doubt), between=" ")
        yield replace(verdict, outcome=replace(outcome, confidence=Confidence.LOW, message=message))

"""Runs each check where it applies; what could not be looked at is named, what breaks is our error, neither is a pass."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterable, Iterator

from auditor.model.check import Check, Scope
from auditor.model.outcome import Kind, Outcome, not_measurable
from auditor.model.stage import Stage
from auditor.model.verdict import Verdict
from auditor.record.recording import JourneyRecord, Missing, Recording
from auditor.words.message import say

_log = logging.getLogger(__name__)


def judge(recording: Recording, checks: Iterable[Check]) -> list[Verdict]:
    """Judge a recording; verdicts come in a stable order (check, device, stage)."""
    return sorted((verdict for check in checks for verdict in _judge(recording, check)), key=lambda verdict: verdict.order)


def _judge(recording: Recording, check: Check) -> Iterator[Verdict]:
    if check.scope is Scope.SHOP:
        yield Verdict(check, _run(check, recording))
        return
    for journey in recording.journeys:
        if check.devices not in {"both", "mobile" if journey.mobile else "desktop"}:
            continue
        if check.scope is Scope.JOURNEY:
            yield Verdict(check, _run(check, journey), journey.device)
            continue
        for stage in check.stages:
            yield Verdict(check, _run_on_page(check, journey, stage), journey.device, stage)


def _run_on_page(check: Check, journey: JourneyRecord, stage: Stage) -> Outcome:
    try:
        page = journey.page(stage)
    except Missing as missing:
        return _not_looked_at(missing)
    return _run(check, page)


def _run(check: Check, subject: object) -> Outcome:
    """Run one check; a crash of the check says nothing about the shop."""
    try:
        outcome = check.judge(subject)
    except Missing as missing:
        return _not_looked_at(missing)
    except Exception as error:  # noqa: BLE001 - a broken check must hurt nothing else; it is named in the result
        _log.exception("The check %s broke", check.id)
        return Outcome(
            Kind.ERROR, say("The check broke ({error}). This says nothing about the shop.", error=f"{type(error).__name__}: {error}")
        )
    if not isinstance(outcome, Outcome):
        told = type(outcome).__name__
        return Outcome(Kind.ERROR, say("The check returned {told} instead of an outcome. This says nothing about the shop.", told=told))
    if flaw := _flaw(outcome):
        return Outcome(Kind.ERROR, say("The check returned an outcome with {flaw}. This says nothing about the shop.", flaw=flaw))
    return outcome


def _not_looked_at(missing: Missing) -> Outcome:
    """Say as a sentence what is not in the recording."""
    reason: str = missing.args[0]
    return not_measurable(reason if reason.endswith(".") else reason + ".")


def _flaw(outcome: Outcome) -> str:
    """Name what would not fit into a result, "" for nothing."""
    if not isinstance(outcome.value, bool | int | float | str | None):
        return say("a value of type {type}", type=type(outcome.value).__name__)
    if isinstance(outcome.value, float) and not math.isfinite(outcome.value):
        return say("the value {value}", value=str(outcome.value))
    if outcome.grade is not None and not 0 <= outcome.grade <= 1:
        return say("the grade {grade}, which is not between 0 and 1", grade=outcome.grade)
    return ""

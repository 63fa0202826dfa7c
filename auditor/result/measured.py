"""Puts together what Lighthouse measured in a recording, and what a lighthouserc says to it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.external.lighthouse_artifact import LighthousePage
from auditor.external.lighthouse_assertions import Held, held, idle_patterns
from auditor.external.lighthouse_report import METRICS
from auditor.external.lighthouserc import Assertion, Assertions
from auditor.record.places import called
from auditor.record.recording import Missing, Recording
from auditor.result.lighthouse import LighthouseAssertion, LighthouseResult
from auditor.words.message import say, together

_WHOLE = 10  # from which on milliseconds and bytes need no decimals


@dataclass(frozen=True)
class Measured:
    """The pages, and sentences for the gate: `broken` demands, `unsure` ones about times, `gaps` where a demand has no evidence."""

    pages: Sequence[LighthouseResult] = ()
    broken: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()


def measured(recording: Recording) -> Measured:
    """Put together what Lighthouse measured in a recording; raises `RecordingError` where its assertions are damaged."""
    pages: list[LighthousePage] = []
    gaps: list[str] = []
    for journey in recording.journeys:
        try:
            pages += journey.lighthouse
        except Missing as missing:
            gaps.append(missing.args[0] + ".")
    demanded = recording.lighthouse_assertions
    if demanded is None:
        return Measured([_result(page, ()) for page in pages])
    results = held(demanded, pages)
    gaps += [_unmeasured(page) for page in pages if page.error]
    gaps += [_idle(demanded, pattern) for pattern in idle_patterns(demanded, pages) if pattern or not gaps]
    missed = [one for one in results if not one.passed and one.demand.level == "error"]
    return Measured(
        [_result(page, [one for one in results if one.page is page]) for page in pages],
        broken=tuple(_broken(demanded, one) for one in missed if one.reliable),
        unsure=tuple(_unsure(demanded, one) for one in missed if not one.reliable),
        gaps=tuple(gaps),
    )


def _result(page: LighthousePage, results: Sequence[Held]) -> LighthouseResult:
    audits = {name: audit.value for name in METRICS if (audit := page.audits.get(name)) is not None and audit.value is not None}
    return LighthouseResult(
        device=page.device,
        stage=page.stage,
        url=page.url,
        landed=page.landed,
        scores=dict(page.scores),
        audits=audits,
        error=page.error,
        same_as=page.same_as,
        warnings=list(page.warnings),
        version=page.version,
        benchmark_index=page.benchmark_index,
        reliable=page.reliable,
        tries=page.tries,
        seconds=page.seconds,
        assertions=len(results),
        broken=[_assertion(one.demand, one.actual) for one in results if not one.passed],
    )


def _assertion(demand: Assertion, actual: float | None) -> LighthouseAssertion:
    return LighthouseAssertion(audit=demand.audit, level=demand.level, kind=demand.kind, expected=demand.expected, actual=actual)


def _unsure(demanded: Assertions, one: Held) -> str:
    return together(_broken(demanded, one), say("The machine was too slow for that to be sure."), between=" ")


def _broken(demanded: Assertions, one: Held) -> str:
    page, device = called(one.page.stage), called(one.page.device)
    told = {"file": demanded.source, "audit": one.demand.audit, "kind": one.demand.kind, "page": page, "device": device}
    if one.actual is None:
        return say("{file}: {audit} has no value for {kind} on {page}, {device}.", **told)
    figures = {"actual": round(one.actual, 3 if abs(one.actual) < _WHOLE else 0), "expected": one.demand.expected}
    return say("{file}: {audit} is {actual:,g} on {page}, {device}; {kind} is {expected:,g}.", **told, **figures)


def _unmeasured(page: LighthousePage) -> str:
    return say(
        "Lighthouse could not measure {page} on {device}: {why}", page=called(page.stage), device=called(page.device), why=page.error
    )


def _idle(demanded: Assertions, pattern: str) -> str:
    if not pattern:
        return say("No page was measured that {file} could be held against.", file=demanded.source)
    return say("matchingUrlPattern {pattern} of {file} matches no measured page.", pattern=pattern, file=demanded.source)

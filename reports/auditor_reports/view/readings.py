"""What was measured, said once for all the places where it was the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor_reports.view.bullets import Bullet, bullet_of, is_share
from auditor_reports.view.figures import measure, percent, readable
from auditor_reports.view.names import OUTCOMES, explained
from auditor_reports.view.places import places_of, where

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditor.api import FindingResult, VerdictResult


@dataclass(frozen=True)
class Reading:
    """One statement of a check and the places it holds for."""

    outcome: str
    where: str
    value: str
    threshold: str
    message: str
    confidence: str
    bullet: Bullet | None = None


@dataclass(frozen=True)
class Sighting:
    """One piece of evidence: what and which element, with every page on which it was seen."""

    message: str
    selector: str
    findings: tuple[FindingResult, ...]

    @property
    def where(self) -> str:
        """Where it was seen, in words."""
        return where(list(dict.fromkeys((f.device, f.stage) for f in self.findings)))


@dataclass(frozen=True)
class Address:
    """A page on which evidence was seen; `screenshot` is its picture in the recording."""

    url: str
    where: str
    screenshot: str | None


def readings_of(verdicts: Iterable[VerdictResult], *outcomes: str) -> list[Reading]:
    """Return what the verdicts of these outcomes say, the worst first, equal statements as one."""
    groups: dict[tuple[str, str, str, str, str], list[VerdictResult]] = {}
    for verdict in verdicts:
        if verdict.outcome in outcomes:
            key = (
                verdict.outcome,
                measured(verdict),
                readable(verdict.threshold),
                said(verdict),
                verdict.confidence,
            )
            groups.setdefault(key, []).append(verdict)
    rows = [
        Reading(outcome, where(places_of(group)), value, threshold, message, confidence, bullet_of(group[0]))
        for (outcome, value, threshold, message, confidence), group in groups.items()
    ]
    return sorted(rows, key=lambda row: OUTCOMES.index(row.outcome))


def measured(verdict: VerdictResult) -> str:
    """Return a verdict's value for a reader: a share of 1 in per cent where its target is told so."""
    return percent(float(verdict.value or 0)) if is_share(verdict) else measure(verdict.value, verdict.unit)


def said(verdict: VerdictResult) -> str:
    """Return a verdict's message for a reader."""
    return explained(readable(verdict.message))


def sightings_of(verdicts: Sequence[VerdictResult]) -> list[Sighting]:
    """Return the evidence of verdicts: the same element on several pages as one, equal messages together."""
    groups: dict[str, dict[str, list[FindingResult]]] = {}
    for verdict in verdicts:
        for finding in verdict.findings:
            groups.setdefault(readable(finding.message), {}).setdefault(finding.selector, []).append(finding)
    return [Sighting(message, selector, tuple(found)) for message, selectors in groups.items() for selector, found in selectors.items()]


def addresses_of(sightings: Sequence[Sighting]) -> list[Address]:
    """Return the pages on which evidence was seen, each once."""
    pages: dict[str, list[FindingResult]] = {}
    for sighting in sightings:
        for finding in sighting.findings:
            if finding.url:
                pages.setdefault(finding.url, []).append(finding)
    return [
        Address(
            url,
            where(list(dict.fromkeys((f.device, f.stage) for f in found))),
            next((f.screenshot for f in found if f.screenshot), None),
        )
        for url, found in pages.items()
    ]

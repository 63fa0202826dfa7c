"""What became of each piece of evidence, known again by its fingerprint."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.compare.model import Change, FindingChange, PlaceChange
from auditor.compare.places import WEIGHT, Pair
from auditor.result.model import FindingResult, VerdictResult


def findings_at(place: PlaceChange, pair: Pair) -> Iterator[FindingChange]:
    """Return what became of the evidence at one place; a problem without evidence stands for itself."""
    if place.change == "clean":
        return
    before, after = (_problem(verdict) for verdict in pair)
    known = tuple({f.fingerprint: f for f in verdict.findings} if verdict else {} for verdict in (before, after))
    if place.change == "unknown" or not (before and after):
        yield from _all(before or after, place.change)
        return
    if not known[0] or not known[1]:
        yield _itself(after, place.change)
        return
    for fingerprint in known[0] | known[1]:
        yield _of(known[1].get(fingerprint) or known[0][fingerprint], _change(fingerprint, place.change, known, (before, after)))


def _problem(verdict: VerdictResult | None) -> VerdictResult | None:
    return verdict if verdict and verdict.outcome in WEIGHT else None


def _all(verdict: VerdictResult | None, change: Change) -> Iterator[FindingChange]:
    if verdict is None:
        return
    if not verdict.findings:
        yield _itself(verdict, change)
    yield from (_of(finding, change) for finding in {f.fingerprint: f for f in verdict.findings}.values())


def _change(
    fingerprint: str, place: Change, known: tuple[dict[str, FindingResult], ...], sides: tuple[VerdictResult, VerdictResult]
) -> Change:
    """Some checks list their first findings only: what a cut list does not hold may have been there all the same."""
    if fingerprint not in known[1]:
        return "unknown" if sides[1].unlisted else "fixed"
    if fingerprint not in known[0]:
        return "unknown" if sides[0].unlisted else "new"
    return place


def _itself(verdict: VerdictResult, change: Change) -> FindingChange:
    return FindingChange(fingerprint=None, change=change, device=verdict.device, stage=verdict.stage, message=verdict.message)


def _of(finding: FindingResult, change: Change) -> FindingChange:
    return FindingChange(
        fingerprint=finding.fingerprint,
        change=change,
        device=finding.device,
        stage=finding.stage,
        message=finding.message,
        selector=finding.selector,
        url=finding.url,
    )

"""The findings of failed checks, by which the gate tells known, waived and new failures apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from auditor.judge.fingerprint import fingerprint_of_check
from auditor.model.outcome import Confidence, Kind, Severity
from auditor.noise.machine import is_time
from auditor.result.model import VerdictResult

WHOLE_SHOP = "shop"
"""Where a check of the whole shop fails, in place of a device."""
SEVERITY_RANK = {Severity.MINOR: 0, Severity.MAJOR: 1, Severity.CRITICAL: 2}
_LOOKED = {kind.value for kind in Kind} - {Kind.NOT_MEASURABLE.value, Kind.ERROR.value}

Place = tuple[str, str, str | None]
"""A check, a device or `WHOLE_SHOP`, a stage."""


@dataclass(frozen=True, slots=True)
class FailedFinding:
    """A finding of a check that fails; a failure without evidence stands for itself. `on` is a device or `WHOLE_SHOP`.

    `sure` as its check is; not `reliable` where it is about a time that the machine may have spoilt.
    """

    check: str
    on: str
    stage: str | None
    severity: Severity
    fingerprint: str
    message: str
    sure: bool = True
    reliable: bool = True


def is_doubted(verdict: VerdictResult, *, machine: bool) -> bool:
    """Whether a verdict is about a time that the machine may have spoilt; `machine`: whether it is in doubt at all."""
    return machine and is_time(verdict.category, verdict.unit) and verdict.confidence == Confidence.LOW.value


def failed_findings(verdicts: Iterable[VerdictResult], *, doubted: bool = False) -> Iterator[FailedFinding]:
    """Return the findings of all failures, in their order; `doubted`: whether the machine is in doubt."""
    for verdict in verdicts:
        if verdict.outcome != Kind.FAIL.value:
            continue
        told = {finding.fingerprint: finding.message for finding in verdict.findings}
        for mark, message in (told or {fingerprint_of_check(verdict.check, verdict.stage): verdict.message}).items():
            sure = verdict.confidence != Confidence.LOW.value
            reliable = not is_doubted(verdict, machine=doubted)
            yield FailedFinding(
                verdict.check, verdict.device or WHOLE_SHOP, verdict.stage, Severity(verdict.severity), mark, message,
                sure=sure, reliable=reliable,
            )  # fmt: skip


def looked_at(verdicts: Iterable[VerdictResult]) -> frozenset[Place]:
    """Return where checks could look."""
    return frozenset((v.check, v.device or WHOLE_SHOP, v.stage) for v in verdicts if v.outcome in _LOOKED)

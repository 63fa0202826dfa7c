"""Failures that are known: a baseline says which findings a team lives with for now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from auditor.gate.failures import SEVERITY_RANK, FailedFinding, Place
from auditor.model.outcome import Severity
from auditor.result.model import StaleFinding


@dataclass(frozen=True, slots=True)
class KnownFinding:
    """A finding of a failed check that is accepted for now; stage and message are for people."""

    check: str
    stage: str | None
    devices: tuple[str, ...]
    severity: Severity
    fingerprint: str
    message: str = ""

    @property
    def order(self) -> tuple[str, str, str]:
        """A stable order for a file."""
        return self.check, self.stage or "", self.fingerprint


@dataclass(frozen=True)
class Baseline:
    """The known findings, and the name of their file for people."""

    path: str
    findings: Mapping[str, KnownFinding]

    def knows(self, found: FailedFinding) -> bool:
        """Whether a finding is known on this device and at least as severe as it is now."""
        known = self.findings.get(found.fingerprint)
        return known is not None and found.on in known.devices and SEVERITY_RANK[known.severity] >= SEVERITY_RANK[found.severity]


def baseline_of(path: str, found: Iterable[FailedFinding]) -> Baseline:
    """Make a baseline of the findings of an audit; several devices may share one."""
    known: dict[str, KnownFinding] = {}
    for one in found:
        before = known.get(one.fingerprint)
        devices = {one.on, *(before.devices if before else ())}
        severity = max([one.severity, *([before.severity] if before else [])], key=SEVERITY_RANK.__getitem__)
        message = before.message if before else str(one.message)
        known[one.fingerprint] = KnownFinding(one.check, one.stage, tuple(sorted(devices)), severity, one.fingerprint, message)
    return Baseline(path, known)


def stale(baseline: Baseline, found: Iterable[FailedFinding], looked_at: Collection[Place]) -> list[StaleFinding]:
    """Return the known findings that are gone, be it on one device; of what was not looked at nothing is known to be gone."""
    still = {(one.fingerprint, one.on) for one in found}
    return [
        StaleFinding(fingerprint=one.fingerprint, check=one.check)
        for one in sorted(baseline.findings.values(), key=lambda one: one.order)
        if any((one.check, device, one.stage) in looked_at and (one.fingerprint, device) not in still for device in one.devices)
    ]


def updated(before: Baseline, found: Sequence[FailedFinding], looked_at: Collection[Place]) -> Baseline:
    """Return the baseline as an audit leaves it: its findings, and of those before what it did not look at."""
    kept = [
        FailedFinding(one.check, device, one.stage, one.severity, one.fingerprint, one.message)
        for one in before.findings.values()
        for device in one.devices
        if (one.check, device, one.stage) not in looked_at
    ]
    return baseline_of(before.path, [*found, *kept])

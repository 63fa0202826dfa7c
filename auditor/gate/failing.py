"""The rules about failed checks: by severity, and check by check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from auditor.gate.evidence import Evidence
from auditor.gate.failures import SEVERITY_RANK, FailedFinding, is_doubted
from auditor.gate.outcomes import outcome_of
from auditor.gate.rules import GateRules
from auditor.model.outcome import Kind, Severity
from auditor.record.places import called
from auditor.result.model import FailedCheck, GateRule, VerdictResult
from auditor.words.message import Message, own, say, several, together

_UNKNOWN = {Kind.NOT_MEASURABLE.value, Kind.ERROR.value}


@dataclass(frozen=True)
class Broken:
    """The failures that no waiver and no baseline lets pass, apart by the rule they break."""

    by_severity: Sequence[FailedFinding]
    by_check: Sequence[FailedFinding]

    @property
    def checks(self) -> list[FailedCheck]:
        """The failed checks with their devices, in the order of their ids."""
        hit: dict[str, set[str]] = {}
        for one in (*self.by_severity, *self.by_check):
            hit.setdefault(one.check, set()).add(one.on)
        return [FailedCheck(check=check, devices=sorted(devices)) for check, devices in sorted(hit.items())]


def counts(found: FailedFinding, rules: GateRules) -> bool:
    """Whether a failure matters to the gate whatever its severity: unsure ones only where their check is demanded by name.

    A time that the machine may have spoilt never does.
    """
    level = rules.checks.get(found.check)
    return level == "error" and found.reliable if level else found.sure


def broken_by(rules: GateRules, found: Iterable[FailedFinding]) -> Broken:
    """Sort out the failures that break a rule; `found` are those that nothing lets pass."""
    counting = [one for one in found if counts(one, rules)]
    least = None if rules.fail_on == "none" else SEVERITY_RANK[Severity(rules.fail_on)]
    severe = [one for one in counting if one.check not in rules.checks and least is not None and SEVERITY_RANK[one.severity] >= least]
    return Broken(severe, [one for one in counting if one.check in rules.checks])


def severity_rule(rules: GateRules, broken: Broken, evidence: Evidence) -> Iterator[GateRule]:
    """Apply `fail_on`."""
    if rules.fail_on == "none":
        return
    checks = sorted({one.check for one in broken.by_severity})
    told = _known_told if rules.baseline is not None else _told
    message = told(len(checks), _SEVERITIES[rules.fail_on])
    kept = not checks and (evidence.judged or None)
    yield GateRule(
        rule="fail_on", outcome=outcome_of(kept), measured=float(len(checks)), threshold=rules.fail_on, unit="checks",
        checks=checks, message=message,
    )  # fmt: skip


def _told(count: int, severity: str) -> Message:
    return several(
        count,
        "{n:,} check of severity {severity} or above fails; none may.",
        "{n:,} checks of severity {severity} or above fail; none may.",
        severity=severity,
    )


def _known_told(count: int, severity: str) -> Message:
    return several(
        count,
        "{n:,} check of severity {severity} or above fails in a way that the baseline does not know; none may.",
        "{n:,} checks of severity {severity} or above fail in a way that the baseline does not know; none may.",
        severity=severity,
    )


def check_rules(rules: GateRules, broken: Broken, evidence: Evidence) -> Iterator[GateRule]:
    """Apply what is told of single checks, for each place that has a device of its own."""
    for check, level in sorted(rules.checks.items()):
        if level == "off":
            continue
        verdicts = [verdict for verdict in evidence.verdicts if verdict.check == check]
        if not verdicts and level == "error":
            yield _rule(check, None, None, None, say("{check} may not fail, but was no part of this audit.", check=check))
        for device in dict.fromkeys(verdict.device for verdict in verdicts):
            here = [verdict for verdict in verdicts if verdict.device == device]
            if level == "warn":
                yield from _warning(check, device, here, evidence)
            else:
                yield _demand(check, device, here, broken, evidence)


def _demand(check: str, device: str | None, verdicts: Sequence[VerdictResult], broken: Broken, evidence: Evidence) -> GateRule:
    hit = [one for one in broken.by_check if one.check == check and (one.on == device or device is None)]
    where = _where(device)
    if hit:
        told = say("{title} ({check}, {where}); it may not.", title=_title(check, evidence), check=check, where=where)
        return _rule(check, False, device, "fail", told)
    if evidence.doubt is not None and any(is_doubted(verdict, machine=True) for verdict in verdicts):
        told = say("{check} measures times ({where}). {doubt}", check=check, where=where, doubt=evidence.doubt.why)
        failing = any(verdict.outcome == Kind.FAIL.value for verdict in verdicts)
        return _rule(check, True, device, "fail" if failing else "pass", told).model_copy(update={"outcome": "unreliable"})
    if all(verdict.outcome in _UNKNOWN for verdict in verdicts):
        return _rule(check, None, device, None, say("{check} could not be judged ({where}).", check=check, where=where))
    if any(verdict.outcome == Kind.FAIL.value for verdict in verdicts):
        told = say("{check} fails ({where}), as a waiver or the baseline allows.", check=check, where=where)
        return _rule(check, True, device, "fail", told)
    return _rule(check, True, device, "pass", say("{check} does not fail ({where}).", check=check, where=where))


def _warning(check: str, device: str | None, verdicts: Sequence[VerdictResult], evidence: Evidence) -> Iterator[GateRule]:
    if any(verdict.outcome == Kind.FAIL.value for verdict in verdicts):
        told = say("{title} ({check}, {where}). The gate only warns.", title=_title(check, evidence), check=check, where=_where(device))
        yield _rule(check, True, device, "fail", told, threshold="warn")


def _rule(check: str, kept: bool | None, device: str | None, measured: str | None, told: Message, threshold: str = "pass") -> GateRule:
    return GateRule(
        rule=f"check.{check}",
        outcome=outcome_of(kept), device=device, measured=measured, threshold=threshold, checks=[check], message=told
    )  # fmt: skip


def named(failed: FailedCheck, evidence: Evidence) -> Message:
    """Name a failed check with its devices: the reason why a release may not pass."""
    devices = together(*(called(device) for device in failed.devices), between=", ")
    return say("{title} ({check}, {devices})", title=_title(failed.check, evidence), check=failed.check, devices=devices)


def _title(check: str, evidence: Evidence) -> Message:
    return own(evidence.titles.get(check, check))


def _where(device: str | None) -> str:
    return say("shop") if device is None else called(device)


_SEVERITIES = {"minor": say("minor"), "major": say("major"), "critical": say("critical")}

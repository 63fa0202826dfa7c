"""The rule about new findings: how many more than the baseline knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.gate.evidence import Evidence
from auditor.gate.failures import FailedFinding
from auditor.gate.outcomes import outcome_of
from auditor.gate.rules import GateRules
from auditor.result.model import GateRule
from auditor.words.message import several


def newness_rule(rules: GateRules, new: Sequence[FailedFinding], evidence: Evidence) -> Iterator[GateRule]:
    """Apply `max_new`; a finding on two devices is one."""
    if rules.max_new is None:
        return
    count = len({one.fingerprint for one in new})
    told = several(
        count,
        "{n:,} finding is new to the baseline; the most is {most}.",
        "{n:,} findings are new to the baseline; the most is {most}.",
        most=rules.max_new,
    )
    kept = count <= rules.max_new and (evidence.judged or None)
    yield GateRule(
        rule="max_new", outcome=outcome_of(kept), measured=float(count), threshold=float(rules.max_new), unit="findings",
        checks=sorted({one.check for one in new}), message=told,
    )  # fmt: skip

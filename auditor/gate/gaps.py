"""The rule that is always on: no pass without evidence."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.gate.evidence import Evidence, is_cut_short
from auditor.gate.reaching import way_kept
from auditor.gate.rules import GateRules
from auditor.model.outcome import Kind
from auditor.result.model import GateRule, JourneyResult
from auditor.words.message import Message, say, several

EVIDENCE = "evidence"
"""The id of this rule."""


def evidence_rules(rules: GateRules, evidence: Evidence) -> Iterator[GateRule]:
    """Name each gap in the evidence, or say that there is none."""
    gaps = list(_gaps(rules, evidence))
    for told in gaps:
        yield GateRule(rule=EVIDENCE, outcome="no_evidence", message=told)
    if not gaps:
        yield GateRule(rule=EVIDENCE, outcome="passed", message=say("The audit came all the way and no check broke."))


def is_accounted_for(rules: GateRules, journey: JourneyResult) -> bool:
    """Whether a journey leaves no gap: it saw what there is to see, or a rule on how far it must lead was decided."""
    return journey.ended != "interrupted" and (not is_cut_short(journey) or way_kept(rules, journey) is not None)


def _gaps(rules: GateRules, evidence: Evidence) -> Iterator[Message]:
    if not evidence.judged:
        yield say("No pass without evidence: nothing could be judged.")
    elif not evidence.journeys or not all(is_accounted_for(rules, journey) for journey in evidence.journeys):
        yield say("No pass without evidence: the audit did not come all the way.")
    if any(verdict.outcome == Kind.ERROR.value for verdict in evidence.verdicts):
        yield say("No pass without evidence: some checks broke.")
    if evidence.damaged:
        yield several(
            len(evidence.damaged),
            "No pass without evidence: {n:,} file of the recording is missing or damaged ({file}).",
            "No pass without evidence: {n:,} files of the recording are missing or damaged ({file} and others).",
            file=evidence.damaged[0],
        )
    for told in rules.missing:
        yield say("No pass without evidence: {sentence}", sentence=told)

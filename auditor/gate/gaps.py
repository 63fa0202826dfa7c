"""The rule that is always on: no pass without evidence."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.gate.evidence import Evidence, is_cut_short
from auditor.gate.reaching import has_reached
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


def came_all_the_way(rules: GateRules, journey: JourneyResult) -> bool:
    """Whether a journey saw what there is to see: the end, or the stage that it has to reach by the rules."""
    wanted = rules.reach_of(journey.device)
    if journey.ended == "interrupted":
        return False
    return not is_cut_short(journey) or (wanted is not None and has_reached(journey, wanted))


def _gaps(rules: GateRules, evidence: Evidence) -> Iterator[Message]:
    if not evidence.judged:
        yield say("No pass without evidence: nothing could be judged.")
    elif not evidence.journeys or not all(came_all_the_way(rules, journey) for journey in evidence.journeys):
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

"""Decides whether a release may pass, and says of every rule what it demands and what was measured. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.gate.budgets import budget_rules
from auditor.gate.evidence import Evidence
from auditor.gate.failing import Broken, broken_by, check_rules, counts, named, severity_rule
from auditor.gate.failures import FailedFinding, failed_findings, looked_at
from auditor.gate.foreign import foreign_rules
from auditor.gate.gaps import evidence_rules
from auditor.gate.known import stale
from auditor.gate.landing import landing_notes, landing_rules
from auditor.gate.newness import newness_rule
from auditor.gate.outcomes import ALLOWED
from auditor.gate.reaching import reach_rules
from auditor.gate.rules import GateRules
from auditor.gate.scores import category_rules, total_rule
from auditor.gate.waiving import Waiving
from auditor.result.model import BaselineUse, Gate, GateRule
from auditor.words.message import Message, say, several, together


def decide(rules: GateRules, evidence: Evidence) -> Gate:
    """Apply the rules. What was not looked at is never green: a rule without evidence is no pass.

    A rule about times that noise or the machine leaves open is neither: it fails nothing, and is named.
    """
    found = list(failed_findings(evidence.verdicts, doubted=evidence.doubt is not None))
    waiving = Waiving(rules.waivers, evidence.day)
    standing = [one for one in found if not waiving.lets_pass(one)]
    new = [one for one in standing if rules.baseline is None or not rules.baseline.knows(one)]
    broken = broken_by(rules, new)
    counting = [one for one in new if counts(one, rules)]
    applied = list(_applied(rules, evidence, broken, counting))
    baseline = _baseline(rules, evidence, found, counting)
    failed = broken.checks
    told = [rule.message for rule in applied if rule.outcome not in ALLOWED and not _is_named(rule)]
    unsure = [rule.message for rule in applied if rule.outcome == "unreliable" and not _is_told(rule, evidence)]
    return Gate(
        passed=all(rule.outcome in ALLOWED for rule in applied),
        reasons=[*(named(one, evidence) for one in failed), *told],
        failed_checks=failed,
        undecided=_is_undecided(applied),
        rules=applied,
        waived=waiving.waived(found),
        baseline=baseline,
        notes=[
            *_doubt(evidence),
            *unsure,
            *landing_notes(evidence),
            *waiving.notes(found, looked_at(evidence.verdicts)),
            *_stale_note(baseline),
        ],
    )


def _applied(rules: GateRules, evidence: Evidence, broken: Broken, new: Sequence[FailedFinding]) -> Iterator[GateRule]:
    yield from severity_rule(rules, broken, evidence)
    yield from check_rules(rules, broken, evidence)
    yield from total_rule(rules, evidence)
    yield from category_rules(rules, evidence)
    yield from newness_rule(rules, new, evidence)
    yield from budget_rules(rules, evidence)
    yield from reach_rules(rules, evidence)
    yield from foreign_rules(rules)
    yield from landing_rules(evidence)
    yield from evidence_rules(rules, evidence)


def _is_named(rule: GateRule) -> bool:
    """Whether the failed checks say already what broke a rule, or the gap that left it without evidence."""
    if rule.rule == "fail_on":
        return True
    return rule.rule.startswith("check.") and rule.outcome == "failed"


def _is_undecided(applied: Sequence[GateRule]) -> bool:
    outcomes = {rule.outcome for rule in applied} - ALLOWED
    return bool(outcomes) and "failed" not in outcomes


def _is_told(rule: GateRule, evidence: Evidence) -> bool:
    """Whether the machine is why a rule is unreliable, which is told once for all of them."""
    return evidence.doubt is not None and rule.message.endswith(evidence.doubt.why)


def _doubt(evidence: Evidence) -> list[Message]:
    if evidence.doubt is None:
        return []
    if evidence.doubt.excess is None:
        meaning = say("Rules about times are neither kept nor broken.")
    else:
        meaning = say("Rules about times that this may have changed are neither kept nor broken.")
    return [together(evidence.doubt.why, meaning, between=" ")]


def _baseline(
    rules: GateRules, evidence: Evidence, found: Sequence[FailedFinding], new: Sequence[FailedFinding]
) -> BaselineUse | None:  # fmt: skip
    if rules.baseline is None:
        return None
    known = {one.fingerprint for one in found if rules.baseline.knows(one)}
    gone = stale(rules.baseline, found, looked_at(evidence.verdicts))
    return BaselineUse(path=rules.baseline.path, known=len(known), new=len({one.fingerprint for one in new}), stale=gone)


def _stale_note(baseline: BaselineUse | None) -> list[str]:
    if baseline is None or not baseline.stale:
        return []
    return [
        several(
            len(baseline.stale),
            "{n:,} finding of the baseline {path} is gone; `auditor baseline` takes it out.",
            "{n:,} findings of the baseline {path} are gone; `auditor baseline` takes them out.",
            path=baseline.path,
        )
    ]

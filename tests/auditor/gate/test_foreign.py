"""Assertions of a lighthouserc beside the gate's own rules."""

from __future__ import annotations

from auditor.gate.gating import decide
from auditor.gate.rules import GateRules
from auditor.model.outcome import Kind
from tests.auditor.specimens import check, evidence, verdict, walked

GOOD = verdict(check("trust-a"), Kind.PASS)
BROKEN = "lighthouserc.json: largest-contentful-paint is 4,100 on home, desktop; maxNumericValue is 2,500."


def test_a_broken_assertion_fails_the_gate_in_its_own_words() -> None:
    gate = decide(GateRules(broken=(BROKEN,)), evidence([GOOD], [walked()]))
    assert not gate.passed
    assert not gate.undecided
    assert gate.reasons == [BROKEN]
    assert [(rule.rule, rule.outcome) for rule in gate.rules if rule.rule == "lighthouserc"] == [("lighthouserc", "failed")]


def test_an_assertion_that_the_machine_was_too_slow_for_fails_nothing_and_is_named() -> None:
    gate = decide(GateRules(unsure=(BROKEN,)), evidence([GOOD], [walked()]))
    assert gate.passed
    assert (gate.reasons, gate.notes) == ([], [BROKEN])
    assert [(rule.rule, rule.outcome) for rule in gate.rules if rule.rule == "lighthouserc"] == [("lighthouserc", "unreliable")]


def test_a_broken_assertion_is_no_better_for_one_beside_it_that_is_unsure() -> None:
    gate = decide(GateRules(broken=(BROKEN,), unsure=("Another.",)), evidence([GOOD], [walked()]))
    assert (gate.passed, gate.reasons, gate.notes) == (False, [BROKEN], ["Another."])


def test_without_assertions_there_is_no_such_rule() -> None:
    assert "lighthouserc" not in {rule.rule for rule in decide(GateRules(), evidence([GOOD], [walked()])).rules}

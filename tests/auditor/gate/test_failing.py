from datetime import date

import pytest

from auditor.api import Confidence, Gate, Kind, Severity, Stage
from auditor.gate.gating import decide
from auditor.gate.rules import GateRules, Waiver
from auditor.model.verdict import Verdict
from tests.auditor.specimens import check, evidence, verdict, walked

GOOD = verdict(check("trust-good"))
MINOR = check("speed-small", severity=Severity.MINOR)
CRITICAL = check("speed-large", severity=Severity.CRITICAL)


def gate(rules: GateRules, *verdicts: Verdict) -> Gate:
    return decide(rules, evidence([GOOD, *verdicts], [walked()]))


def outcomes(found: Gate, rule: str) -> list[tuple[str | None, str]]:
    return [(one.device, one.outcome) for one in found.rules if one.rule == rule]


def test_the_rule_of_severity_says_how_many_checks_broke_it() -> None:
    found = gate(GateRules(), verdict(CRITICAL, Kind.FAIL), verdict(CRITICAL, Kind.FAIL, "mobile"), verdict(MINOR, Kind.FAIL))
    (rule,) = [one for one in found.rules if one.rule == "fail_on"]
    assert (rule.outcome, rule.measured, rule.threshold, rule.unit, rule.checks) == ("failed", 1, "critical", "checks", ["speed-large"])
    assert rule.message == "1 check of severity critical or above fails; none may."
    assert outcomes(gate(GateRules("none")), "fail_on") == []


def test_a_check_that_is_off_breaks_nothing_and_is_not_named() -> None:
    found = gate(GateRules(checks={"speed-large": "off"}), verdict(CRITICAL, Kind.FAIL))
    assert (found.passed, outcomes(found, "check.speed-large")) == (True, [])


def test_a_check_that_only_warns_is_named_where_it_fails() -> None:
    rules = GateRules(checks={"speed-large": "warn"})
    found = gate(rules, verdict(CRITICAL, Kind.FAIL), verdict(CRITICAL, device="mobile"))
    assert (found.passed, outcomes(found, "check.speed-large")) == (True, [("desktop", "passed")])
    assert [one.message for one in found.rules if one.checks] == ["speed-large is wrong (speed-large, desktop). The gate only warns."]


@pytest.mark.parametrize("sure", Confidence)
def test_a_check_that_may_not_fail_breaks_the_gate_however_small_or_unsure(sure: Confidence) -> None:
    rules = GateRules("critical", checks={"speed-small": "error"})
    found = gate(rules, verdict(MINOR, Kind.FAIL, confidence=sure), verdict(MINOR, device="mobile"))
    assert outcomes(found, "check.speed-small") == [("desktop", "failed"), ("mobile", "passed")]
    assert found.reasons == ["speed-small is wrong (speed-small, desktop)"]
    assert [one.check for one in found.failed_checks] == ["speed-small"]


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        (Kind.PASS, "passed"),
        (Kind.WARN, "passed"),
        (Kind.NOT_APPLICABLE, "passed"),
        (Kind.NOT_MEASURABLE, "no_evidence"),
        (Kind.ERROR, "no_evidence"),
    ],
)
def test_a_check_that_may_not_fail_has_to_be_judged_on_every_device(kind: Kind, outcome: str) -> None:
    found = gate(GateRules(checks={"speed-small": "error"}), verdict(MINOR), verdict(MINOR, kind, "mobile"))
    assert outcomes(found, "check.speed-small") == [("desktop", "passed"), ("mobile", outcome)]
    assert found.passed is (outcome == "passed")


def test_one_page_that_could_be_judged_is_evidence() -> None:
    found = gate(
        GateRules(checks={"speed-small": "error"}), verdict(MINOR, stage=Stage.HOME), verdict(MINOR, Kind.NOT_MEASURABLE, stage=Stage.CART)
    )
    assert outcomes(found, "check.speed-small") == [("desktop", "passed")]


def test_a_check_that_was_left_out_is_no_pass() -> None:
    found = gate(GateRules(checks={"speed-small": "error"}))
    assert (outcomes(found, "check.speed-small"), found.undecided) == ([(None, "no_evidence")], True)
    assert found.reasons == ["speed-small may not fail, but was no part of this audit."]


def test_a_check_of_the_whole_shop_has_no_device() -> None:
    found = gate(GateRules(checks={"speed-small": "error"}), verdict(MINOR, Kind.FAIL, device=None))
    assert outcomes(found, "check.speed-small") == [(None, "failed")]


def test_a_failure_that_is_waived_is_not_said_to_be_none() -> None:
    waiver = Waiver("speed-small", "New theme.", date.max)
    found = gate(GateRules(checks={"speed-small": "error"}, waivers=(waiver,)), verdict(MINOR, Kind.FAIL))
    (rule,) = [one for one in found.rules if one.rule == "check.speed-small"]
    assert (found.passed, rule.outcome, rule.measured) == (True, "passed", "fail")
    assert rule.message == "speed-small fails (desktop), as a waiver or the baseline allows."

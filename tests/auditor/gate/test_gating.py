from collections.abc import Sequence

import pytest

from auditor.api import Confidence, Kind, Severity
from auditor.gate.evidence import is_cut_short
from auditor.gate.gating import decide
from auditor.gate.measuring import Measurement
from auditor.gate.rules import Budget, GateRules
from auditor.model.verdict import Verdict
from auditor.noise.machine import Doubt
from auditor.result.model import Gate, JourneyResult
from auditor.words.message import say
from tests.auditor.specimens import check, evidence, verdict, walked
from tests.reports.results import step

GOOD = verdict(check("trust-good"))


def gate(rules: GateRules, verdicts: Sequence[Verdict], journeys: Sequence[JourneyResult] = (walked(),)) -> Gate:
    return decide(rules, evidence(verdicts, journeys))


def test_a_shop_without_a_failure_passes() -> None:
    assert gate(GateRules(), [GOOD]).passed


@pytest.mark.parametrize(
    ("fail_on", "failing"),
    [
        ("none", set()),
        ("critical", {Severity.CRITICAL}),
        ("major", {Severity.CRITICAL, Severity.MAJOR}),
        ("minor", set(Severity)),
    ],
)
def test_failures_count_from_the_given_severity_on(fail_on: str, failing: set[Severity]) -> None:
    for severity in Severity:
        said = [GOOD, verdict(check("trust-bad", severity=severity), Kind.FAIL)]
        assert gate(GateRules(fail_on), said).passed is (severity not in failing)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in {Kind.FAIL, Kind.ERROR}])
def test_only_a_failure_breaks_the_rule(kind: Kind) -> None:
    assert gate(GateRules("minor"), [GOOD, verdict(check("trust-a", severity=Severity.CRITICAL), kind)]).passed


def test_an_unsure_failure_stops_no_release() -> None:
    unsure = check("trust-bad", severity=Severity.CRITICAL, confidence=Confidence.LOW)
    assert gate(GateRules("minor"), [GOOD, verdict(unsure, Kind.FAIL)]).passed


def test_a_reason_names_the_check_once_with_its_devices() -> None:
    bad, whole = check("checkout-bad", severity=Severity.CRITICAL), check("security-https", severity=Severity.CRITICAL)
    said = [verdict(bad, Kind.FAIL, "mobile"), verdict(bad, Kind.FAIL, "desktop"), verdict(whole, Kind.FAIL, None)]
    assert gate(GateRules(), said).reasons == [
        "checkout-bad is wrong (checkout-bad, desktop, mobile)",
        "security-https is wrong (security-https, shop)",
    ]


@pytest.mark.parametrize(("least", "passed"), [(0, True), (50, True), (51, False), (100, False)])
def test_a_score_below_the_minimum_fails(least: int, passed: bool) -> None:
    found = gate(GateRules("none", least), [verdict(check("trust-a"), Kind.WARN)])
    assert found.passed is passed
    assert found.reasons == ([] if passed else [f"The score 50 is below the minimum of {least}."])


@pytest.mark.parametrize("kind", [None, Kind.NOT_MEASURABLE, Kind.NOT_APPLICABLE, Kind.INFO])
def test_nothing_judged_is_never_green(kind: Kind | None) -> None:
    said = [verdict(check("trust-a"), kind)] if kind else []
    assert gate(GateRules("none"), said).reasons == ["No pass without evidence: nothing could be judged."]


def test_no_score_cannot_meet_a_minimum() -> None:
    found = gate(GateRules("none", 0), [verdict(check("trust-a"), Kind.NOT_MEASURABLE)])
    assert found.reasons[0] == "There is no score, so the minimum of 0 cannot be met."


def test_a_broken_check_is_no_pass() -> None:
    assert gate(GateRules(), [GOOD, verdict(check("trust-a"), Kind.ERROR)]).reasons == ["No pass without evidence: some checks broke."]


@pytest.mark.parametrize(
    ("ended", "deepest", "passed"),
    [
        ("payment_reached", "payment", True),
        ("login_required", "cart", True),  # the shop demands an account: seen all the way to that demand
        ("login_required", "home", False),
        ("login_required", None, False),
        ("failed", "shipping", False),
        ("blocked", "home", False),
        ("not_a_shop", "home", False),
        ("no_product", "category", False),
        ("interrupted", "product", False),
    ],
)
def test_an_audit_that_was_cut_short_is_no_pass(ended: str, deepest: str | None, passed: bool) -> None:
    found = gate(GateRules(), [GOOD], [walked(), walked(ended, deepest, "mobile")])
    assert found.reasons == ([] if passed else ["No pass without evidence: the audit did not come all the way."])


def test_an_audit_that_visited_nothing_is_no_pass() -> None:
    assert not gate(GateRules(), [GOOD], []).passed


def test_an_interrupt_is_no_fault_of_the_journey() -> None:
    assert not is_cut_short(walked("interrupted", "home"))


def test_all_reasons_are_given() -> None:
    said = [verdict(check("trust-bad", severity=Severity.CRITICAL), Kind.FAIL), verdict(check("trust-a"), Kind.ERROR)]
    assert len(gate(GateRules("critical", 90), said, [walked("failed", "cart")]).reasons) == 4


DOUBT = Doubt(say("Too slow."))


def doubted(rules: GateRules, *verdicts: Verdict) -> Gate:
    return decide(rules, evidence([GOOD, *verdicts], [walked()], doubt=DOUBT))


def test_a_machine_in_doubt_makes_a_demand_on_times_neither_kept_nor_broken() -> None:
    late = verdict(check("speed-lcp", severity=Severity.CRITICAL), Kind.FAIL, unit="s", confidence=Confidence.LOW)
    found = doubted(GateRules(checks={"speed-lcp": "error"}, baseline=None), late)
    assert (found.passed, found.undecided, found.failed_checks, found.reasons) == (True, False, [], [])
    assert [(rule.rule, rule.outcome, rule.measured) for rule in found.rules if rule.checks] == [("check.speed-lcp", "unreliable", "fail")]
    assert found.notes == ["Too slow. Rules about times are neither kept nor broken."]


def test_a_failure_that_an_uneven_machine_cannot_have_made_breaks_the_gate() -> None:
    late = verdict(check("speed-lcp", severity=Severity.CRITICAL), Kind.FAIL, unit="s")
    for rules in (GateRules(checks={"speed-lcp": "error"}), GateRules()):
        found = decide(rules, evidence([GOOD, late], [walked()], doubt=Doubt(say("Uneven."), 1.2)))
        assert (found.passed, [failed.check for failed in found.failed_checks]) == (False, ["speed-lcp"])
        assert found.notes == ["Uneven. Rules about times that this may have changed are neither kept nor broken."]


def test_it_excuses_nothing_else() -> None:
    heavy = verdict(check("speed-page-weight"), Kind.FAIL, unit="MB")
    found = doubted(GateRules(checks={"speed-page-weight": "error"}), heavy)
    assert (found.passed, [failed.check for failed in found.failed_checks]) == (False, ["speed-page-weight"])


def test_a_machine_that_is_trusted_is_no_matter() -> None:
    late = verdict(check("speed-lcp"), Kind.FAIL, unit="s", confidence=Confidence.LOW)
    assert not gate(GateRules(checks={"speed-lcp": "error"}), [GOOD, late]).passed


def test_noise_stops_no_release_and_is_named() -> None:
    measured = [Measurement("lcp_ms", "desktop", "home", 2600)]
    found = decide(GateRules(budgets=(Budget("lcp_ms", 2500),)), evidence([GOOD], [walked()], measured=measured))
    assert (found.passed, found.undecided, found.reasons) == (True, False, [])
    assert [rule.outcome for rule in found.rules if rule.rule == "budget.lcp_ms"] == ["unreliable"]
    assert found.notes == [
        (
            "Largest Contentful Paint: 2,600 ms (desktop, home); the most is 2,500 ms."
            " It may be noise: so few measurements so near to the limit are no proof."
        )
    ]


def test_what_was_asked_for_but_not_visited_is_not_passed() -> None:
    steps = [step("home", url="https://www.shop.example/")]
    found = decide(GateRules(), evidence([GOOD], [walked(steps=steps)], site="https://staging.shop.example/"))
    assert (found.passed, found.undecided) == (False, True)
    assert [rule.outcome for rule in found.rules if rule.rule == "landing"] == ["no_evidence"]

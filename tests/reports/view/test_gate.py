import pytest
from auditor_reports.view.gate import gate_view

from auditor.api import Kind, Severity
from auditor.gate.rules import GateRules
from tests.auditor.specimens import check, verdict, walked
from tests.reports.results import audit

BAD = check("checkout-bad", severity=Severity.CRITICAL, failure_title="Guests must make an account")
GOOD = verdict(check("trust-good"))


def test_a_pass_has_no_reasons() -> None:
    view = gate_view(audit([GOOD]), {})
    assert (view.state, view.word, view.reasons) == ("passed", "Passed", [])


def test_a_failed_check_is_named_by_title_and_devices() -> None:
    result = audit([verdict(BAD, Kind.FAIL, device) for device in ("desktop", "mobile", "iPad (gen 7)", None)])
    view = gate_view(result, {BAD.id: BAD})
    assert (view.state, view.word) == ("failed", "Not passed")
    assert view.reasons == ["Guests must make an account (Desktop, iPad (gen 7), Phone, Whole shop)"]


def test_a_reason_of_an_unknown_check_is_shown_as_it_is() -> None:
    view = gate_view(audit([verdict(BAD, Kind.FAIL)]), {})
    assert view.reasons == ["Guests must make an account (checkout-bad, desktop)"]


@pytest.mark.parametrize(
    ("kind", "ended"),
    [(Kind.PASS, "failed"), (Kind.PASS, "interrupted"), (Kind.ERROR, "payment_reached"), (Kind.NOT_MEASURABLE, "payment_reached")],
)
def test_unbroken_rules_without_evidence_are_undecided(kind: Kind, ended: str) -> None:
    view = gate_view(audit([verdict(check("trust-a"), kind)], [walked(ended, "cart")]), {})
    assert (view.state, view.word) == ("undecided", "Undecided")
    assert view.reasons[0].startswith("No pass without evidence: ")


def test_a_broken_rule_is_told_beside_missing_evidence() -> None:
    view = gate_view(audit([GOOD], [walked("failed", "cart")], rules=GateRules("none", 101)), {})
    assert view.state == "failed"
    assert len(view.reasons) == 2

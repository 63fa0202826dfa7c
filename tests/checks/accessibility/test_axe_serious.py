from typing import Any

from auditor_checks.accessibility.axe_serious import axe_serious

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.recordings import Shop


def scan(*impacts: str) -> dict[str, Any]:
    nodes = [{"selector": "#buy", "summary": "", "html": ""}]
    rules = [
        {"id": f"rule-{i}", "impact": impact, "help": "Must be better", "help_url": "", "nodes": nodes} for i, impact in enumerate(impacts)
    ]
    return {"version": "4.12", "violations": rules, "passes": 30}


def test_moderate_issues_pass(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, axe=scan("moderate", "minor"))
    found = outcome(axe_serious, shop, Stage.HOME)
    assert (found.kind, found.value) == (Kind.PASS, 0)


def test_a_serious_issue_warns(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, axe=scan("serious", "serious"))
    found = outcome(axe_serious, shop, Stage.HOME)
    assert (found.kind, found.value, found.findings[0].selector) == (Kind.WARN, 2, "#buy")


def test_a_critical_issue_fails(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, axe=scan("critical"))
    assert outcome(axe_serious, shop, Stage.HOME).kind is Kind.FAIL


def test_three_serious_issues_fail(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, axe=scan("serious", "serious", "serious"))
    assert outcome(axe_serious, shop, Stage.HOME).kind is Kind.FAIL


def test_critical_rules_are_told_from_serious_ones(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, axe=scan("critical", "serious"))
    found = outcome(axe_serious, shop, Stage.HOME)
    assert found.message == "2 rules are violated, 1 of them critical: Must be better; Must be better."
    assert [f.message[:26] for f in found.findings] == ["Must be better (critical):", "Must be better (serious): "]


def test_an_attribute_that_browsers_ignore_does_not_decide(shop: Shop) -> None:
    found = scan("critical")
    found["violations"][0]["id"] = "aria-allowed-attr"
    shop.walk().page(Stage.HOME, axe=found)
    assert outcome(axe_serious, shop, Stage.HOME).kind is Kind.WARN


def test_a_rule_experts_differ_about_does_not_decide(shop: Shop) -> None:
    found = scan("serious", "serious", "serious")
    found["violations"][0]["id"] = "label-content-name-mismatch"
    shop.walk().page(Stage.HOME, axe=found)
    assert (outcome(axe_serious, shop, Stage.HOME).kind, outcome(axe_serious, shop, Stage.HOME).value) == (Kind.WARN, 3)


def test_page_that_was_not_scanned_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    assert outcome(axe_serious, shop, Stage.HOME).kind is Kind.NOT_MEASURABLE


def test_what_is_not_listed_is_counted(shop: Shop) -> None:
    found = scan("serious", "serious")
    found["violations"][0]["nodes"] = [{"selector": f"#buy-{n}", "summary": "", "html": ""} for n in range(5)]
    shop.walk().page(Stage.HOME, axe=found)
    judged = outcome(axe_serious, shop, Stage.HOME)
    assert (judged.value, len(judged.findings), judged.unlisted) == (2, 4, 2)

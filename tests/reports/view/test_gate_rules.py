from datetime import date

import pytest
from auditor_reports.view.gate_rules import GateRules as Shown
from auditor_reports.view.gate_rules import gate_rules

from auditor.api import BaselineUse, GateRule, Kind, Severity, Waived
from auditor.gate.rules import GateRules
from tests.auditor.specimens import check, verdict, walked
from tests.reports.results import audit

BAD = check("checkout-bad", severity=Severity.CRITICAL)
GOOD = verdict(check("trust-good"))


def shown(*rules: GateRule, **facts: object) -> Shown:
    result = audit([GOOD])
    found = gate_rules(result.model_copy(update={"gate": result.gate.model_copy(update={"rules": list(rules), **facts})}), {BAD.id: BAD})
    assert found is not None
    return found


def rule(name: str, outcome: str = "failed", **facts: object) -> GateRule:
    return GateRule(rule=name, outcome=outcome, message="Told.", **facts)  # type: ignore[arg-type]


def test_the_usual_rule_alone_is_told_by_its_reasons() -> None:
    assert gate_rules(audit([GOOD]), {}) is None
    assert gate_rules(audit([verdict(BAD, Kind.FAIL)]), {}) is None
    assert gate_rules(audit([GOOD], rules=GateRules(min_score=1)), {}) is not None


@pytest.mark.parametrize(
    ("given", "row"),
    [
        (rule("fail_on", measured=2, threshold="critical"), ("Failed checks", "none that is critical", ["2"])),
        (rule("min_score", measured=69, threshold=70), ("Score", "at least 70", ["69"])),
        (rule("lighthouserc"), ("Demands on Lighthouse's figures", "", ["Told."])),
        (
            rule("landing", "no_evidence", measured="b.example", threshold="a.example", device="desktop"),
            ("The address audited", "a.example", ["Desktop: b.example"]),
        ),
        (rule("min_score.speed", "no_evidence", threshold=70), ("Speed of the site and of buying", "at least 70", ["not measured"])),
        (rule("max_new", measured=2, threshold=0), ("New findings", "at most 0", ["2"])),
        (
            rule("check.checkout-bad", measured="fail", threshold="pass", device="mobile"),
            ("checkout-bad is right", "may not fail", ["Phone: Failed"]),
        ),
        (rule("check.gone", measured="fail", threshold="warn"), ("gone", "may fail, is named", ["Failed"])),
        (
            rule("budget.lcp_ms", measured=5200, threshold=2500, unit="ms", device="desktop", stage="home"),
            ("Largest Contentful Paint", "at most 2.5\u00a0s", ["Desktop, Home page: 5.2\u00a0s"]),
        ),
        (
            rule("budget.lcp_ms", measured=2501, threshold=2500, unit="ms", device="desktop"),
            ("Largest Contentful Paint", "at most 2.5\u00a0s", ["Desktop: 2,501\u00a0ms"]),
        ),
        (
            rule("must_reach", measured="cart", threshold="payment", device="Nexus 1", stage="payment"),
            ("The way to payment", "at least to Payment", ["Nexus 1: Cart"]),
        ),
        (rule("evidence", "no_evidence"), ("Evidence", "complete", ["Told."])),
        (rule("brand_new", measured="much", threshold="little"), ("brand_new", "little", ["much"])),
    ],
)  # fmt: skip
def test_a_rule_says_what_it_demands_and_what_was_measured(given: GateRule, row: tuple[str, str, list[str]]) -> None:
    (found,) = [one for one in shown(rule("min_score", "passed", measured=1, threshold=1), given).rows if one.state != "passed"]
    assert (found.title, found.demanded, found.measured) == row


def test_devices_share_a_row_and_the_worst_decides() -> None:
    facts = {"threshold": 100, "unit": "ms"}
    found = shown(
        rule("budget.lcp_ms", "passed", device="desktop", measured=90, **facts),
        rule("budget.lcp_ms", device="desktop", stage="cart", measured=300, threshold=200, unit="ms"),
        rule("budget.lcp_ms", "no_evidence", device="mobile", **facts),
    )
    assert [(row.state, row.word, row.measured) for row in found.rows] == [
        ("undecided", "no evidence", ["Desktop: 90\u00a0ms", "Phone: not measured"]),
        ("failed", "broken", ["Desktop, Cart: 300\u00a0ms"]),
    ]


def test_kept_evidence_is_not_named() -> None:
    assert [row.title for row in shown(rule("min_score", threshold=1, measured=1), rule("evidence", "passed")).rows] == ["Score"]


def test_what_is_waived_known_and_expired_is_told() -> None:
    waived = [Waived(check="checkout-bad", reason="New cart", until=date(2026, 12, 31).isoformat())]
    use = BaselineUse(path="auditor.baseline.json", known=1, new=2)
    assert shown(waived=waived, baseline=use, notes=["A waiver expired."]).remarks == [
        "1 finding is known to the baseline and was let pass; new: 2.",
        "Waived until 31 December 2026: checkout-bad is wrong (New cart)",
        "A waiver expired.",
    ]


def test_a_way_that_was_cut_short_is_no_row_of_its_own_where_nothing_else_is_demanded() -> None:
    assert gate_rules(audit([GOOD], [walked("failed", "cart")]), {}) is None

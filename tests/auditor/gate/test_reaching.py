import pytest

from auditor.api import Stage
from auditor.gate.reaching import has_reached, reach_rules
from auditor.gate.rules import GateRules
from tests.auditor.specimens import evidence, walked
from tests.reports.results import step


@pytest.mark.parametrize(
    ("ended", "deepest", "code", "outcome"),
    [
        ("payment_reached", "payment", None, "passed"),
        ("failed", "payment", "browser_crashed", "passed"),
        ("failed", "cart", "add_error", "failed"),
        ("login_required", "cart", "account_required", "failed"),
        ("no_product", "category", "no_product_found", "failed"),
        ("failed", "cart", "browser_crashed", "no_evidence"),
        ("failed", None, "unreachable", "no_evidence"),
        ("blocked", "home", "bot_wall", "no_evidence"),
        ("not_a_shop", "home", "not_a_shop", "no_evidence"),
        ("interrupted", "cart", "interrupted", "no_evidence"),
    ],
)
def test_only_a_way_that_the_shop_ended_breaks_the_rule(ended: str, deepest: str | None, code: str | None, outcome: str) -> None:
    (rule,) = reach_rules(GateRules(must_reach={None: Stage.PAYMENT}), evidence([], [walked(ended, deepest, failure_code=code)]))
    assert (rule.outcome, rule.measured, rule.threshold, rule.device) == (outcome, deepest, "payment", "desktop")


def test_each_device_may_have_its_own_stage() -> None:
    rules = GateRules(must_reach={"desktop": Stage.PAYMENT, "mobile": Stage.CART})
    journeys = [walked(device=name, deepest="cart", ended="login_required") for name in ("desktop", "mobile", "Nexus 1")]
    found = list(reach_rules(rules, evidence([], journeys)))
    assert [(rule.device, rule.outcome) for rule in found] == [("desktop", "failed"), ("mobile", "passed")]
    assert found[0].message == "The way must lead to payment on desktop; it led to cart."


def test_nothing_stands_for_the_search() -> None:
    assert not has_reached(walked(), Stage.SEARCH)
    assert has_reached(walked(steps=[step("search")]), Stage.SEARCH)
    assert not has_reached(walked(steps=[step("search", "failed")]), Stage.SEARCH)
    assert has_reached(walked(), Stage.CATEGORY)

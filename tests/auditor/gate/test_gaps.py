import pytest

from auditor.api import Stage
from auditor.gate.gaps import evidence_rules, is_accounted_for
from auditor.gate.rules import GateRules
from tests.auditor.specimens import check, evidence, verdict, walked

GOOD = [verdict(check("trust-good"))]


def test_a_whole_audit_says_that_it_is() -> None:
    (rule,) = evidence_rules(GateRules(), evidence(GOOD, [walked()]))
    assert (rule.rule, rule.outcome, rule.message) == ("evidence", "passed", "The audit came all the way and no check broke.")


def test_files_that_are_gone_are_counted() -> None:
    damaged = ["desktop/home/network.json", "desktop/cart/page.html"]
    (rule,) = evidence_rules(GateRules(), evidence(GOOD, [walked()], damaged=damaged))
    assert rule.outcome == "no_evidence"
    assert rule.message.endswith("2 files of the recording are missing or damaged (desktop/home/network.json and others).")


@pytest.mark.parametrize(
    ("ended", "deepest", "wanted", "whole"),
    [
        ("failed", "cart", None, False),
        ("failed", "cart", Stage.CART, True),
        ("failed", "cart", Stage.PAYMENT, True),  # a broken rule, no gap
        ("blocked", "cart", Stage.PAYMENT, False),
        ("interrupted", "cart", Stage.CART, False),
        ("payment_reached", "payment", None, True),
    ],
)
def test_a_way_leaves_no_gap_where_a_rule_answers_for_it(ended: str, deepest: str, wanted: Stage | None, whole: bool) -> None:
    rules = GateRules(must_reach={None: wanted} if wanted else {})
    assert is_accounted_for(rules, walked(ended, deepest)) is whole

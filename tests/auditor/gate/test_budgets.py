from collections.abc import Sequence

import pytest

from auditor.api import GateRule, JourneyResult, Stage
from auditor.gate.budgets import budget_rules
from auditor.gate.measuring import Measurement
from auditor.gate.metrics import METRICS
from auditor.gate.rules import Budget, GateRules
from tests.auditor.specimens import check, evidence, verdict, walked


def lcp(value: float, stage: str = "home", device: str = "desktop", *, final: bool = True) -> Measurement:
    return Measurement("lcp_ms", device, stage, value, final=final)


def applied(
    budgets: Sequence[Budget], measured: Sequence[Measurement], journeys: Sequence[JourneyResult] = (walked(),), **rules: object
) -> list[GateRule]:
    found = evidence([verdict(check("trust-good"))], journeys, measured=measured)
    return list(budget_rules(GateRules(budgets=tuple(budgets), **rules), found))  # type: ignore[arg-type]


def test_a_budget_of_all_pages_measures_the_worst() -> None:
    (rule,) = applied([Budget("lcp_ms", 2500)], [lcp(1000), lcp(2600, "product"), lcp(900, "cart")])
    assert (rule.rule, rule.outcome, rule.device, rule.stage) == ("budget.lcp_ms", "failed", "desktop", "product")
    assert (rule.measured, rule.threshold, rule.unit) == (2600, 2500, "ms")
    assert rule.message == "Largest Contentful Paint: 2,600 ms (desktop, product); the most is 2,500 ms."


@pytest.mark.parametrize(("value", "outcome"), [(2500, "passed"), (2500.1, "failed"), (0, "passed")])
def test_what_is_just_within_is_kept(value: float, outcome: str) -> None:
    (rule,) = applied([Budget("lcp_ms", 2500)], [lcp(value)])
    assert rule.outcome == outcome


def test_each_device_needs_its_own_evidence() -> None:
    desktop, mobile = applied([Budget("lcp_ms", 2500)], [lcp(1000)], [walked(), walked(device="mobile")])
    assert (desktop.outcome, mobile.outcome, mobile.measured, mobile.device) == ("passed", "no_evidence", None, "mobile")
    assert mobile.message == "Largest Contentful Paint could not be measured (mobile); the most is 2,500 ms."


def test_the_nearest_budget_counts() -> None:
    budgets = [
        Budget("lcp_ms", 1), Budget("lcp_ms", 2, stage=Stage.PRODUCT),
        Budget("lcp_ms", 3, device="mobile"), Budget("lcp_ms", 4, device="mobile", stage=Stage.PRODUCT),
    ]  # fmt: skip
    measured = [lcp(9, stage, device) for device in ("desktop", "mobile") for stage in ("home", "product")]
    found = applied(budgets, measured, [walked(), walked(device="mobile")])
    assert [(rule.device, rule.stage, rule.threshold) for rule in found] == [
        ("desktop", "home", 1), ("desktop", "product", 2), ("mobile", "home", 3), ("mobile", "product", 4),
    ]  # fmt: skip


def test_a_page_that_was_not_reached_keeps_no_budget() -> None:
    (rule,) = applied([Budget("lcp_ms", 2500, stage=Stage.CHECKOUT)], [lcp(1000)])
    assert (rule.outcome, rule.stage) == ("no_evidence", "checkout")


@pytest.mark.parametrize(("value", "outcome"), [(9000, "failed"), (100, "no_evidence")])
def test_what_was_not_final_proves_too_much_but_never_enough(value: float, outcome: str) -> None:
    (rule,) = applied([Budget("lcp_ms", 2500)], [lcp(value, final=False)])
    assert rule.outcome == outcome


@pytest.mark.parametrize(
    ("ended", "deepest", "reach", "outcome"),
    [
        ("payment_reached", "payment", None, "passed"),
        ("login_required", "cart", None, "no_evidence"),
        ("failed", "address", None, "no_evidence"),
        ("failed", "address", Stage.CHECKOUT, "passed"),
    ],
)
def test_a_way_cut_short_is_always_short(ended: str, deepest: str, reach: Stage | None, outcome: str) -> None:
    clicks = Measurement("clicks", "desktop", None, 2)
    (rule,) = applied([Budget("clicks", 9)], [clicks], [walked(ended, deepest)], must_reach={None: reach} if reach else {})
    assert (rule.outcome, rule.stage) == (outcome, None)


def test_a_stage_of_a_journey_has_its_own_numbers() -> None:
    measured = [Measurement("field_count", "desktop", None, 12), Measurement("field_count", "desktop", "address", 9)]
    found = applied([Budget("field_count", 12), Budget("field_count", 8, stage=Stage.ADDRESS)], measured)
    assert [(rule.stage, rule.outcome, rule.measured) for rule in found] == [(None, "passed", 12), ("address", "failed", 9)]


def test_metrics_are_known_by_their_names() -> None:
    assert [name for name, metric in METRICS.items() if metric.name != name or not metric.title] == []

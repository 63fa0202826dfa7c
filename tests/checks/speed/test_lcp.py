import pytest
from auditor_checks.speed.lcp import lcp

from auditor.api import Kind, Severity, Stage
from tests.checks.judging import outcome
from tests.checks.recordings import Shop, timings


def test_fast_page_passes_and_is_called_a_lab_value(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, timings=timings(1800))
    found = outcome(lcp, shop, Stage.HOME)
    assert (found.kind, found.value, found.grade) == (Kind.PASS, 1.8, 1.0)
    assert "lab value" in found.message
    assert not found.findings


def test_late_page_fails_and_names_the_element(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, timings=timings(4600, element="main>img.hero"))
    found = outcome(lcp, shop, Stage.HOME)
    assert (found.kind, found.value, found.severity) == (Kind.FAIL, 4.6, Severity.MAJOR)
    assert "4.6 s" in found.message
    assert [f.selector for f in found.findings] == ["main>img.hero"]


@pytest.mark.parametrize(
    ("stage", "severity"),
    [(Stage.PRODUCT, Severity.CRITICAL), (Stage.CHECKOUT, Severity.CRITICAL), (Stage.CART, Severity.MAJOR)],
)
def test_weight_depends_on_the_page(shop: Shop, stage: Stage, severity: Severity) -> None:
    shop.walk().page(stage, timings=timings(9000))
    assert outcome(lcp, shop, stage).severity is severity


def test_between_the_thresholds_it_warns(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, timings=timings(3250))
    found = outcome(lcp, shop, Stage.HOME)
    assert (found.kind, found.grade) == (Kind.WARN, 0.75)


def test_loads_on_both_sides_of_a_threshold_are_unstable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, timings=timings(2400, [2100, 2400, 2700]))
    found = outcome(lcp, shop, Stage.HOME)
    assert (found.kind, found.value) == (Kind.WARN, 2.4)
    assert "Unstable" in found.message
    assert "median of 3 loads" in found.message


def test_loads_on_one_side_are_judged_by_the_median(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, timings=timings(2000, [1900, 2000, 2300]))
    assert outcome(lcp, shop, Stage.HOME).kind is Kind.PASS


@pytest.mark.parametrize(("value", "kind"), [(900, Kind.NOT_MEASURABLE), (4600, Kind.FAIL)])
def test_a_page_whose_picture_is_still_on_its_way_does_not_pass(shop: Shop, value: int, kind: Kind) -> None:
    shop.walk().page(Stage.HOME, timings={**timings(value), "complete": False})
    assert outcome(lcp, shop, Stage.HOME).kind is kind


def test_pages_drawn_by_script_are_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, timings=timings(100, soft=True)).page(Stage.CATEGORY).page(
        Stage.PRODUCT, timings={"soft": False, "vitals": {}}
    )
    assert outcome(lcp, shop, Stage.HOME).kind is Kind.NOT_MEASURABLE
    assert "timings.json" in outcome(lcp, shop, Stage.CATEGORY).message
    assert outcome(lcp, shop, Stage.PRODUCT).kind is Kind.NOT_MEASURABLE
    assert outcome(lcp, shop, Stage.CART).kind is Kind.NOT_MEASURABLE


def test_one_slow_load_of_many_is_no_reason_to_call_a_page_unstable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, timings=timings(4600, [3900, 4300, 4400, 4500, 4600, 4700, 4800, 4900, 9000]))
    assert outcome(lcp, shop, Stage.HOME).kind is Kind.FAIL


@pytest.mark.parametrize(("loads", "kind"), [([1100, 1300], Kind.NOT_MEASURABLE), ([6100, 6300], Kind.FAIL)])
def test_fast_loads_prove_nothing_while_others_never_came(shop: Shop, loads: list[float], kind: Kind) -> None:
    shop.walk().page(Stage.HOME, timings={**timings(loads[0], loads), "lost": 1})
    assert outcome(lcp, shop, Stage.HOME).kind is kind


def test_several_loads_just_above_the_limit_are(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, timings=timings(4200, [4100, 4200, 4300]))
    assert outcome(lcp, shop, Stage.HOME).kind is Kind.FAIL

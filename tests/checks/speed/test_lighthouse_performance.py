import pytest
from auditor_checks.speed.lighthouse_performance import lighthouse_performance

from auditor.api import Confidence, Kind, Stage
from tests.checks.judging import outcome, outcomes
from tests.checks.recordings import Shop

AUDITS = {
    "largest-contentful-paint": {"score": 0.2, "value": 6100.0},
    "total-blocking-time": {"score": 0.2, "value": 1450.0},
    "cumulative-layout-shift": {"score": 1, "value": 0.031},
}


def scored(points: int | None) -> dict[str, object]:
    return {"scores": {"performance": points, "seo": 100}, "audits": AUDITS}


def test_fast_pages_pass(shop: Shop) -> None:
    shop.walk().lighthouse(Stage.HOME, **scored(98)).lighthouse(Stage.CART, **scored(90))
    found = outcome(lighthouse_performance, shop)
    assert (found.kind, found.value) == (Kind.PASS, 90)
    assert "2 pages 90 to 98 of 100" in found.message


def test_the_lowest_page_fails_and_its_figures_are_named(shop: Shop) -> None:
    shop.walk().lighthouse(Stage.HOME, **scored(95)).lighthouse(Stage.CHECKOUT, **scored(31))
    found = outcome(lighthouse_performance, shop)
    assert (found.kind, found.value, found.grade) == (Kind.FAIL, 31, 0.31)
    assert [(f.key, f.url) for f in found.findings] == [("checkout", "https://shop.example/checkout")]
    assert "main content after 6.1 s, blocked by scripts for 1,450 ms, layout shift 0.03" in found.findings[0].message


@pytest.mark.parametrize(("points", "kind"), [(89, Kind.WARN), (50, Kind.WARN), (45, Kind.WARN), (44, Kind.FAIL)])
def test_points_near_the_limit_are_no_proof(shop: Shop, points: int, kind: Kind) -> None:
    shop.walk().lighthouse(Stage.HOME, **scored(points))
    assert outcome(lighthouse_performance, shop).kind is kind


def test_a_slow_machine_accuses_nobody(shop: Shop) -> None:
    shop.walk().lighthouse(Stage.HOME, **scored(12), benchmark_index=300)
    found = outcome(lighthouse_performance, shop)
    assert (found.kind, found.confidence) == (Kind.WARN, Confidence.LOW)
    assert "too slow" in found.message


def test_an_audit_without_lighthouse_is_not_concerned(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    assert outcome(lighthouse_performance, shop).kind is Kind.NOT_APPLICABLE


@pytest.mark.parametrize("facts", [{"error": "The browser landed elsewhere."}, {"scores": {"performance": None}}])
def test_a_page_that_was_not_measured_never_passes(shop: Shop, facts: dict[str, object]) -> None:
    shop.walk().lighthouse(Stage.CART, **facts)
    assert outcome(lighthouse_performance, shop).kind is Kind.NOT_MEASURABLE


def test_good_pages_beside_one_that_was_not_measured_are_no_pass(shop: Shop) -> None:
    shop.walk().lighthouse(Stage.HOME, **scored(98)).lighthouse(Stage.CART, error="The cart is empty.")
    found = outcome(lighthouse_performance, shop)
    assert found.kind is Kind.NOT_MEASURABLE
    assert "The cart is empty." in found.message


def test_a_drawer_is_no_page_that_is_missing(shop: Shop) -> None:
    shop.walk().lighthouse(Stage.HOME, **scored(98)).lighthouse(Stage.CART, same_as="product")
    assert outcome(lighthouse_performance, shop).kind is Kind.PASS


def test_a_device_that_lighthouse_never_came_to_is_not_measurable(shop: Shop) -> None:
    shop.walk().lighthouse(Stage.HOME, **scored(98))
    shop.walk(mobile=True).page(Stage.HOME)
    assert [found.kind for found in outcomes(lighthouse_performance, shop)] == [Kind.PASS, Kind.NOT_MEASURABLE]


def test_a_damaged_artifact_is_not_measurable(shop: Shop) -> None:
    shop.walk().lighthouse(Stage.HOME, audits={"speed-index": {"odd": 1}})
    assert outcome(lighthouse_performance, shop).kind is Kind.NOT_MEASURABLE

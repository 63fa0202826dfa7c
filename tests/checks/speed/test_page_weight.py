from auditor_checks.speed.page_weight import page_weight

from auditor.api import Kind, Stage
from tests.checks.judging import outcome, outcomes
from tests.checks.recordings import SITE, Shop, request


def test_light_page_passes_whatever_the_page_before_still_fetched(shop: Shop) -> None:
    network = [
        request("https://shop.example/late.jpg", size=9_000_000),
        request(SITE, size=40_000, main=True),
        request("https://shop.example/app.js", size=1_960_000),
    ]
    shop.walk(mobile=True).page(Stage.HOME, network=network)
    found = outcome(page_weight, shop, Stage.HOME)
    assert (found.kind, found.value, found.unit) == (Kind.PASS, 2.0, "MB")
    assert not found.findings


def test_heavy_page_fails_and_lists_the_largest_files_first(shop: Shop) -> None:
    network = [
        request(SITE, size=100_000, main=True),
        request("https://shop.example/a.js", size=900_000),
        request("https://shop.example/film.mp4?v=3", size=4_000_000, kind="media"),
    ]
    shop.walk(mobile=True).page(Stage.HOME, network=network)
    found = outcome(page_weight, shop, Stage.HOME)
    assert (found.kind, found.value) == (Kind.FAIL, 5.0)
    assert found.findings[0].url == "https://shop.example/film.mp4"
    assert "4000 kB" in found.findings[0].message


def test_between_the_thresholds_it_warns(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME, network=[request(SITE, size=3_000_000, main=True)])
    assert outcome(page_weight, shop, Stage.HOME).kind is Kind.WARN


def test_page_without_a_document_of_its_own_is_not_measurable(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME, network=[request("https://shop.example/api", size=10)])
    assert outcome(page_weight, shop, Stage.HOME).kind is Kind.NOT_MEASURABLE


def test_desktops_are_not_asked(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, network=[request(SITE, size=9_000_000, main=True)])
    assert outcomes(page_weight, shop) == []

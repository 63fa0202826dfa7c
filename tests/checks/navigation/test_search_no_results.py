from typing import Any

from auditor_checks.navigation.search_no_results import search_no_results

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.recordings import Shop

URL = "https://shop.example/search?q=zqxjvkw"


def answer(**found: Any) -> dict[str, Any]:
    nothing = {"category_links": 0, "suggested_products": 0, "contact": False, "tips": False}
    said = {"query": "zqxjvkw", "url": URL, "status": 200, "says_nothing_found": True}
    return {**nothing, **said, **found}


def test_two_ways_on_pass(shop: Shop) -> None:
    shop.walk().probe("search_no_results", answer(category_links=5, tips=True))
    found = outcome(search_no_results, shop)
    assert (found.kind, found.value) == (Kind.PASS, 2)
    assert "links to categories, advice" in found.message


def test_one_way_on_warns(shop: Shop) -> None:
    shop.walk().probe("search_no_results", answer(contact=True))
    found = outcome(search_no_results, shop)
    assert (found.kind, found.value) == (Kind.WARN, 1)
    assert found.findings[0].url == URL


def test_showing_products_without_saying_so_warns(shop: Shop) -> None:
    silent = answer(says_nothing_found=False, suggested_products=12, category_links=3)
    shop.walk().probe("search_no_results", silent)
    found = outcome(search_no_results, shop)
    assert found.kind is Kind.WARN
    assert "does not say" in found.message


def test_dead_end_fails(shop: Shop) -> None:
    shop.walk().probe("search_no_results", answer())
    found = outcome(search_no_results, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 0)
    assert found.findings[0].url == URL


def test_error_page_fails_whatever_it_offers(shop: Shop) -> None:
    shop.walk().probe("search_no_results", answer(status=500, category_links=5, tips=True))
    found = outcome(search_no_results, shop)
    assert found.kind is Kind.FAIL
    assert "HTTP status 500" in found.message


def test_shop_without_search_is_left_out(shop: Shop) -> None:
    walk = shop.walk().page(Stage.HOME).probe("search_no_results", "The shop has no search.")
    walk.missed(Stage.SEARCH, "The shop shows no search field and no search button.", attempts=0)
    assert outcome(search_no_results, shop).kind is Kind.NOT_APPLICABLE


def test_probe_that_did_not_run_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.SEARCH).probe("search_no_results", "The probe did not finish.")
    assert outcome(search_no_results, shop).kind is Kind.NOT_MEASURABLE


def test_a_search_that_did_not_answer_is_not_measurable(shop: Shop) -> None:
    shop.walk().probe("search_no_results", answer(answered=False, says_nothing_found=False))
    assert outcome(search_no_results, shop).kind is Kind.NOT_MEASURABLE

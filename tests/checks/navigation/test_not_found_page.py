from typing import Any

import pytest
from auditor_checks.navigation.not_found_page import not_found_page

from auditor.api import Kind, Stage
from tests.checks.judging import outcome, outcomes
from tests.checks.pages import Page
from tests.checks.recordings import Shop

URL = "https://shop.example/no-such-page"


def answer(status: int, **found: Any) -> dict[str, Any]:
    return {"status": status, "url": URL, "words": 120, "search": False, "category_links": 0, **found}


@pytest.mark.parametrize("status", [404, 410])
@pytest.mark.parametrize("help_offered", [{"search": True}, {"category_links": 6}])
def test_right_status_and_help_pass(shop: Shop, status: int, help_offered: dict[str, Any]) -> None:
    shop.walk().probe("not_found", answer(status, **help_offered))
    found = outcome(not_found_page, shop)
    assert (found.kind, found.value) == (Kind.PASS, status)


def test_help_with_status_200_warns(shop: Shop) -> None:
    shop.walk().probe("not_found", answer(200, search=True))
    found = outcome(not_found_page, shop)
    assert (found.kind, found.findings[0].url) == (Kind.WARN, URL)


def test_right_status_without_help_warns(shop: Shop) -> None:
    shop.walk().probe("not_found", answer(404))
    found = outcome(not_found_page, shop)
    assert found.kind is Kind.WARN
    assert "neither search nor category links" in found.message


@pytest.mark.parametrize("found", [answer(500, search=True), answer(404, words=0), answer(200), answer(200, words=2)])
def test_broken_blank_or_helpless_answers_fail(shop: Shop, found: dict[str, Any]) -> None:
    shop.walk().probe("not_found", found)
    judged = outcome(not_found_page, shop)
    assert (judged.kind, judged.findings[0].url) == (Kind.FAIL, URL)


def test_error_status_with_nothing_to_show_fails(shop: Shop) -> None:
    error = "Page.goto: net::ERR_HTTP_RESPONSE_CODE_FAILURE at https://shop.example/no-such-page"
    shop.walk().probe("not_found", answer(0, words=0, error=error))
    assert outcome(not_found_page, shop).kind is Kind.FAIL


@pytest.mark.parametrize("found", [answer(403), answer(429), answer(0, error="net::ERR_TIMED_OUT")])
def test_refusals_and_lost_connections_are_not_measurable(shop: Shop, found: dict[str, Any]) -> None:
    shop.walk().probe("not_found", found)
    assert outcome(not_found_page, shop).kind is Kind.NOT_MEASURABLE


def test_phones_are_not_asked(shop: Shop) -> None:
    shop.walk(mobile=True).probe("not_found", answer(500))
    assert outcomes(not_found_page, shop) == []


def test_a_bare_message_is_not_called_empty(shop: Shop) -> None:
    shop.walk().probe("not_found", answer(404, words=2))
    found = outcome(not_found_page, shop)
    assert (found.kind, "bare error message" in found.message, "empty" in found.message) == (Kind.FAIL, True, False)


def test_few_words_in_a_script_without_spaces_are_no_empty_page(shop: Shop) -> None:
    shop.walk(language="ja").probe("not_found", answer(404, words=3, category_links=3))
    assert outcome(not_found_page, shop).kind is Kind.PASS


def test_a_menu_behind_a_button_helps_too(shop: Shop) -> None:
    shop.walk().probe("not_found", answer(404, menu=True))
    assert outcome(not_found_page, shop).kind is Kind.PASS


def test_a_gate_before_the_shop_is_no_page_for_wrong_addresses(shop: Shop) -> None:
    gate = "https://shop.example/choose"
    shop.walk().page(Stage.HOME, Page(gate)).probe("not_found", answer(200, url=f"{gate}?from=/wrong", words=20))
    assert outcome(not_found_page, shop).kind is Kind.NOT_MEASURABLE

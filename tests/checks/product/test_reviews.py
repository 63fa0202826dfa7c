import pytest
from auditor_checks.product.reviews import reviews

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.product.product_pages import product
from tests.checks.recordings import Shop, request

ROWS = ("5 ★", "4 ★", "3 ★", "2 ★", "1 ★")


def test_number_and_distribution_pass(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product("4.6 out of 5 from 68 reviews", *ROWS))
    assert outcome(reviews, shop).kind is Kind.PASS


def test_german_reviews_with_stars_in_words_pass(shop: Shop) -> None:
    rows = [f"{n} Sterne" for n in range(2, 6)]
    shop.walk(language="de").page(Stage.PRODUCT, product("12 Bewertungen", *rows, lang="de"))
    assert outcome(reviews, shop).kind is Kind.PASS


def test_reviews_without_distribution_warn(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product("68 customer reviews"))
    assert outcome(reviews, shop).kind is Kind.WARN


def test_no_trace_of_reviews_fails(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product("A vase for a single branch."))
    assert outcome(reviews, shop).kind is Kind.FAIL


def test_a_service_that_drew_nothing_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product(), network=[request("https://cdn.judge.me/widget.js")])
    assert outcome(reviews, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize(("line", "lang"), [("Reviews (0)", "en"), ("Rezensionen (0)", "de")])
def test_a_place_without_reviews_is_called_that(shop: Shop, line: str, lang: str) -> None:
    shop.walk(language=lang).page(Stage.PRODUCT, product(line, lang=lang))
    found = outcome(reviews, shop)
    assert (found.kind, found.value) == (Kind.WARN, "empty")


def test_a_preview_is_no_review(shop: Shop) -> None:
    page = product()
    with page.part("div.cart-preview"):
        page.text("0 things")
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(reviews, shop).kind is Kind.FAIL


def test_a_form_that_rates_is_a_place_for_reviews(shop: Shop) -> None:
    page = product("Currently unrated")
    with page.part("main"), page.form("/rating/"):
        page.button("Rate")
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(reviews, shop).value == "empty"

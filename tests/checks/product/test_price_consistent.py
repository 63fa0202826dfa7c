import pytest
from auditor_checks.product.price_consistent import price_consistent

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.product.product_pages import product
from tests.checks.recordings import Shop


def marked(price: str, *, choice: bool = False) -> Page:
    page = product()
    page.json_ld(f'{{"@type": "Product", "name": "Stoneware vase", "offers": {{"price": "{price}", "priceCurrency": "EUR"}}}}')
    if choice:
        with page.part("main"), page.form("/cart/add"):
            page.select("Size", "Choose a size", "Small", "Large")
    return page


@pytest.mark.parametrize(("price", "kind"), [("49.00", Kind.PASS), ("59.90", Kind.FAIL), ("41.18", Kind.FAIL), ("58.31", Kind.WARN)])
def test_the_markup_is_compared_and_the_tax_known(shop: Shop, price: str, kind: Kind) -> None:
    shop.walk(country="DE").page(Stage.PRODUCT, marked(price))
    assert outcome(price_consistent, shop).kind is kind


@pytest.mark.parametrize("price", ["39.20", "44.55", "45.00"])
def test_another_price_that_some_tax_would_explain_is_not_net(shop: Shop, price: str) -> None:
    """A discount or a cheaper variant: 49.00 less a rate that the country does not have."""
    shop.walk(country="DE").page(Stage.PRODUCT, marked(price))
    assert outcome(price_consistent, shop).kind is Kind.WARN


def test_a_net_price_beside_a_choice_warns(shop: Shop) -> None:
    shop.walk(country="DE").page(Stage.PRODUCT, marked("41.18", choice=True))
    assert outcome(price_consistent, shop).kind is Kind.WARN


@pytest.mark.parametrize(("price", "kind"), [("40.83", Kind.FAIL), ("40.80", Kind.WARN)])
def test_a_net_price_that_nobody_sets_fails_beside_a_choice_too(shop: Shop, price: str, kind: Kind) -> None:
    """France: 49.00 less 20 % is 40.83, while 40.80 may be another variant's."""
    shop.walk(country="FR").page(Stage.PRODUCT, marked(price, choice=True))
    assert outcome(price_consistent, shop).kind is kind


def test_a_choice_may_explain_it(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, marked("59.90", choice=True))
    assert outcome(price_consistent, shop).kind is Kind.WARN


def test_the_card_in_the_list_is_compared(shop: Shop) -> None:
    category = Page("https://shop.example/c")
    category.cards("Stoneware vase", "Bowl", "Cup", price="€29.00")
    page = product(url="https://shop.example/products/stoneware-vase")
    shop.walk().page(Stage.CATEGORY, category).page(Stage.PRODUCT, page)
    found = outcome(price_consistent, shop)
    assert (found.kind, found.findings[0].key) == (Kind.FAIL, "the list")


def test_a_price_seen_once_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product())
    assert outcome(price_consistent, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize(("written", "said"), [("Regular price €49.00", "€49.00"), ("Desde 49,00 €", "49,00 €"), ("€49.00", "€49.00")])
def test_the_amount_is_quoted_without_the_words_around_it(shop: Shop, written: str, said: str) -> None:
    page = Page("https://shop.example/vase")
    page.text("Stoneware vase", tag="h1", box=(700, 100, 400, 50), size=32)
    page.text(written, box=(700, 160, 90, 40), size=28)
    page.json_ld('{"@type": "Product", "name": "Stoneware vase", "offers": {"price": "49.00", "priceCurrency": "EUR"}}')
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(price_consistent, shop).message == f"{said} is the price everywhere: on the product page and in the structured data."


def test_products_told_apart_by_the_query_are_not_mixed_up(shop: Shop) -> None:
    category = Page("https://shop.example/c")
    with category.part("ul"):
        for number, price in ((1, "€29.00"), (2, "€49.00")):
            with category.part("li.card"):
                category.picture(box=(40, 300 * number, 200, 200))
                category.link(f"Vase {number}", f"/index.php?product_id={number}", box=(40, 300 * number + 210, 200, 24))
                category.text(price, box=(40, 300 * number + 240, 80, 24))
    shop.walk().page(Stage.CATEGORY, category).page(Stage.PRODUCT, product(url="https://shop.example/index.php?product_id=1"))
    assert outcome(price_consistent, shop).kind is Kind.FAIL


def test_an_amount_in_another_currency_is_no_other_price(shop: Shop) -> None:
    page = product()
    page.json_ld('{"@type": "Product", "name": "Stoneware vase", "offers": {"price": "27.49", "priceCurrency": "USD"}}')
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(price_consistent, shop).kind is not Kind.FAIL

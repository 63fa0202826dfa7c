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


@pytest.mark.parametrize(("price", "kind"), [("49.00", Kind.PASS), ("59.90", Kind.FAIL), ("41.18", Kind.WARN)])
def test_the_markup_is_compared_and_the_tax_known(shop: Shop, price: str, kind: Kind) -> None:
    shop.walk().page(Stage.PRODUCT, marked(price))
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

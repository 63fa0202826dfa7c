import pytest
from auditor_checks.product.availability import availability

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.product.product_pages import product
from tests.checks.recordings import Shop


def marked(page: Page, state: str) -> Page:
    offer = f'{{"@type": "Offer", "price": 49, "priceCurrency": "EUR", "availability": "https://schema.org/{state}"}}'
    page.json_ld(f'{{"@type": "Product", "name": "Stoneware vase", "offers": {offer}}}')
    return page


@pytest.mark.parametrize(("line", "lang"), [("In stock, ready to ship", "en"), ("Sofort lieferbar", "de"), ("Ships in 3 days", "en")])
def test_a_stated_stock_or_delivery_time_passes(shop: Shop, line: str, lang: str) -> None:
    shop.walk(language=lang).page(Stage.PRODUCT, product(line, lang=lang))
    assert outcome(availability, shop).kind is Kind.PASS


def test_a_contradiction_between_text_and_markup_warns(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, marked(product("In stock"), "OutOfStock"))
    assert outcome(availability, shop).value == "contradiction"


def test_markup_alone_warns(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, marked(product(), "InStock"))
    assert outcome(availability, shop).kind is Kind.WARN


def test_nothing_at_all_fails(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product("60 days to return"))
    assert outcome(availability, shop).kind is Kind.FAIL


def test_what_a_theme_hides_in_every_choice_is_no_statement(shop: Shop) -> None:
    page = product()
    with page.part("main"), page.form("/cart/add"):
        page.select("Size", "S sold out or unavailable", "M sold out or unavailable", chosen=1)
        for size in "SM":
            page.text(f"{size} sold out or unavailable")
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(availability, shop).kind is Kind.FAIL


def test_a_state_that_waits_hidden_is_no_statement(shop: Shop) -> None:
    html = "<html><body><main><h1>Vase</h1><span hidden>Out of stock</span></main></body></html>"
    shop.walk().page(Stage.PRODUCT, product(html=html))
    assert outcome(availability, shop).kind is Kind.FAIL


def test_a_time_of_delivery_may_stand_before_returns(shop: Shop) -> None:
    shop.walk(language="pl").page(Stage.PRODUCT, product("Wysyłka w 24 h. 30 dni na zwrot.", lang="pl"))
    assert outcome(availability, shop).kind is Kind.PASS

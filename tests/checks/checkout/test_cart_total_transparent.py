from auditor_checks.checkout.cart_total_transparent import cart_total_transparent

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import CART, cart
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def test_a_row_with_the_cost_of_delivery_passes(shop: Shop) -> None:
    shop.walk().page(Stage.CART, cart())
    assert outcome(cart_total_transparent, shop).kind is Kind.PASS


def test_free_delivery_passes_in_german(shop: Shop) -> None:
    shop.walk(language="de").page(Stage.CART, cart(lang="de", delivery="Versandkosten", price="kostenlos", total="€49.00"))
    assert outcome(cart_total_transparent, shop).kind is Kind.PASS


def test_an_estimate_by_postcode_passes(shop: Shop) -> None:
    page = cart(delivery="", total="€49.00")
    page.field("Postcode", attrs={"autocomplete": "postal-code"})
    shop.walk().page(Stage.CART, page)
    assert outcome(cart_total_transparent, shop).kind is Kind.PASS


def test_a_word_without_an_amount_warns(shop: Shop) -> None:
    page = cart(delivery="", total="€49.00")
    page.text("Shipping costs are calculated at the next step")
    shop.walk().page(Stage.CART, page)
    assert outcome(cart_total_transparent, shop).kind is Kind.WARN


def test_nothing_about_delivery_fails(shop: Shop) -> None:
    shop.walk().page(Stage.CART, cart(delivery="", total="€49.00"))
    assert outcome(cart_total_transparent, shop).kind is Kind.FAIL


def test_a_cart_without_amounts_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.CART, Page(CART))
    assert outcome(cart_total_transparent, shop).kind is Kind.NOT_MEASURABLE

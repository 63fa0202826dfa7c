from auditor_checks.checkout.cart_edit import cart_edit

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import CART, cart
from tests.checks.judging import outcome, outcomes
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def test_quantity_and_removal_pass_in_two_languages(shop: Shop) -> None:
    shop.walk().page(Stage.CART, cart())
    shop.walk(mobile=True, language="de").page(Stage.CART, cart(lang="de"))
    assert {found.kind for found in outcomes(cart_edit, shop)} == {Kind.PASS}


def test_a_cart_that_cannot_be_changed_fails(shop: Shop) -> None:
    page = Page(CART)
    with page.part("main"):
        page.text("Stoneware vase")
        page.text("€49.00")
        page.button("Checkout")
    shop.walk().page(Stage.CART, page)
    assert outcome(cart_edit, shop).kind is Kind.FAIL


def test_only_one_of_both_warns(shop: Shop) -> None:
    page = Page(CART)
    with page.part("main"):
        page.text("Stoneware vase")
        page.button("Remove")
    shop.walk().page(Stage.CART, page)
    assert outcome(cart_edit, shop).kind is Kind.WARN


def test_buttons_without_a_name_are_not_measurable(shop: Shop) -> None:
    page = Page(CART)
    with page.part("main"):
        page.text("Stoneware vase")
        page.button("")
    shop.walk().page(Stage.CART, page)
    assert outcome(cart_edit, shop).kind is Kind.NOT_MEASURABLE

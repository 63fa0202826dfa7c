from auditor_checks.checkout.coupon_collapsed import coupon_collapsed

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import cart, form
from tests.checks.judging import outcome
from tests.checks.recordings import Shop


def test_a_cart_without_an_open_field_passes(shop: Shop) -> None:
    page = cart()
    page.button("Have a discount code?")
    shop.walk().page(Stage.CART, page)
    assert outcome(coupon_collapsed, shop).kind is Kind.PASS


def test_an_open_field_before_the_button_fails(shop: Shop) -> None:
    page = cart(lang="de", delivery="Versandkosten")
    page.field("Gutscheincode", box=(700, 420, 200, 30), attrs={"name": "voucher"})
    shop.walk(language="de").page(Stage.CART, page)
    assert outcome(coupon_collapsed, shop).kind is Kind.FAIL


def test_an_open_field_after_the_button_warns(shop: Shop) -> None:
    page = cart()
    page.field("Discount code", box=(700, 700, 200, 30), attrs={"name": "coupon"})
    shop.walk().page(Stage.CART, page)
    assert outcome(coupon_collapsed, shop).kind is Kind.WARN


def test_without_cart_and_checkout_nothing_is_measured(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT).missed(Stage.CART, "Nothing could be added.")
    assert outcome(coupon_collapsed, shop).kind is Kind.NOT_MEASURABLE


def test_a_field_in_a_summary_beside_the_form_warns(shop: Shop) -> None:
    page = form()
    with page.part("aside"):
        page.field("Discount code", box=(800, 20, 200, 30), attrs={"name": "coupon"})
        page.button("Apply", box=(1010, 20, 80, 30))
    shop.walk().page(Stage.ADDRESS, page)
    assert outcome(coupon_collapsed, shop).kind is Kind.WARN

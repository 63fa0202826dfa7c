import pytest
from auditor_checks.checkout.coupon_collapsed import coupon_collapsed

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import CART, cart, form
from tests.checks.judging import outcome
from tests.checks.product.product_pages import product
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


@pytest.mark.parametrize(("voucher", "kind"), [("Gutscheincode", Kind.WARN), ("Discount code", Kind.WARN), ("", Kind.PASS)])
def test_the_page_of_a_cart_that_was_seen_in_a_drawer_counts_too(shop: Shop, voucher: str, kind: Kind) -> None:
    drawer = product()
    shop.walk().page(Stage.PRODUCT, product()).page(Stage.CART, drawer).probe("cart_persistence", {"url": CART, "voucher": voucher})
    assert outcome(coupon_collapsed, shop).kind is kind


def test_there_too_a_field_above_the_button_that_goes_on_fails(shop: Shop) -> None:
    seen = {"url": CART, "voucher": "Gutscheincode", "voucher_first": True}
    shop.walk().page(Stage.PRODUCT, product()).page(Stage.CART, product()).probe("cart_persistence", seen)
    assert outcome(coupon_collapsed, shop).kind is Kind.FAIL


def test_a_cart_on_a_page_of_its_own_is_judged_as_it_was_seen(shop: Shop) -> None:
    shop.walk().page(Stage.CART, cart()).probe("cart_persistence", {"url": f"{CART}?again", "voucher": "Discount code"})
    assert outcome(coupon_collapsed, shop).kind is Kind.PASS


@pytest.mark.parametrize("found", [{"url": CART}, "Carts are remembered alike on all devices; it is tried on desktop."])
def test_without_a_second_look_at_the_cart_nothing_is_held_against_it(shop: Shop, found: dict[str, str] | str) -> None:
    shop.walk().page(Stage.CART, product()).probe("cart_persistence", found)
    assert outcome(coupon_collapsed, shop).kind is Kind.PASS

from auditor_checks.checkout.cart_item_details import cart_item_details

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import CART, VASE, cart
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def test_a_complete_line_passes(shop: Shop) -> None:
    shop.walk(product=VASE).page(Stage.CART, cart())
    assert outcome(cart_item_details, shop).kind is Kind.PASS


def test_a_line_without_picture_link_and_variant_warns_and_names_them(shop: Shop) -> None:
    page = Page(CART)
    page.text("Stoneware vase")
    page.text("€49.00")
    shop.walk(product=VASE).page(Stage.CART, page)
    found = outcome(cart_item_details, shop)
    assert (found.kind, [f.key for f in found.findings]) == (Kind.WARN, ["picture", "link to the product", "chosen variant"])
    assert found.message == ("The line of the product has no picture and no link to the product and does not say which variant was chosen.")
    assert [f.message.partition("” ")[2] for f in found.findings] == [
        "has no picture.",
        "has no link to the product.",
        "does not say which variant was chosen.",
    ]


def test_a_cart_without_any_price_fails(shop: Shop) -> None:
    page = Page(CART)
    page.text("Stoneware vase")
    shop.walk(product=VASE).page(Stage.CART, page)
    assert outcome(cart_item_details, shop).kind is Kind.FAIL


def test_a_cart_without_the_product_is_not_measurable(shop: Shop) -> None:
    shop.walk(product={**VASE, "title": "Wool blanket"}).page(Stage.CART, cart())
    assert outcome(cart_item_details, shop).kind is Kind.NOT_MEASURABLE


def test_a_bar_with_icons_on_a_phone_is_not_the_cart(shop: Shop) -> None:
    page = cart(lang="de", delivery="Versandkosten")
    with page.layer("handheld-footer-bar", box=(0, 780, page.observation["frames"][0]["viewport"][0], 54)):
        page.link("Zum Warenkorb", "/warenkorb")
    shop.walk(mobile=True, product=VASE, language="de").page(Stage.CART, page)
    assert outcome(cart_item_details, shop).kind is Kind.PASS


def test_a_short_cart_over_the_page_is_not_judged(shop: Shop) -> None:
    page = Page("https://shop.example/vase")
    with page.layer("minicart"):
        page.text("Stoneware vase")
        page.text("€49.00")
        page.link("View cart", "/cart")
    shop.walk(product=VASE).page(Stage.CART, page)
    assert outcome(cart_item_details, shop).kind is Kind.NOT_MEASURABLE

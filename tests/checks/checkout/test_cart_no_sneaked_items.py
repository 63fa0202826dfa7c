from auditor_checks.checkout.cart_no_sneaked_items import cart_no_sneaked_items

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import CART, VASE, cart
from tests.checks.judging import outcome, outcomes
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def two_lines(other: str, price: str, remove: str = "Remove", lang: str = "en") -> Page:
    page = Page(CART, lang=lang)
    with page.part("main"), page.part("ul"):
        for title, amount in (("Stoneware vase", "€49.00"), (other, price)):
            with page.part("li.line"):
                page.text(title)
                page.text(amount)
                page.button(remove)
    return page


def test_only_the_added_product_passes(shop: Shop) -> None:
    shop.walk(product=VASE).page(Stage.CART, cart())
    assert outcome(cart_no_sneaked_items, shop).kind is Kind.PASS


def test_another_line_with_a_price_fails_and_is_named(shop: Shop) -> None:
    shop.walk(product=VASE).page(Stage.CART, two_lines("Parcel protection", "€1.99")).trace()
    found = outcome(cart_no_sneaked_items, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 1)
    assert "Parcel protection" in found.findings[0].message


def test_so_it_does_in_german(shop: Shop) -> None:
    shop.walk(product=VASE, language="de").page(Stage.CART, two_lines("Transportversicherung", "1,99 €", "Entfernen", "de")).trace()
    assert outcome(cart_no_sneaked_items, shop).kind is Kind.FAIL


def test_a_free_gift_and_a_deposit_are_nothing_sneaked(shop: Shop) -> None:
    shop.walk(product=VASE).page(Stage.CART, two_lines("Sample of our tea", "€0.00"))
    shop.walk(mobile=True, product=VASE, language="de").page(Stage.CART, two_lines("Pfand", "0,25 €", "Entfernen", "de"))
    assert Kind.FAIL not in {found.kind for found in outcomes(cart_no_sneaked_items, shop)}


def test_a_gift_whose_price_is_crossed_out_is_nothing_sneaked(shop: Shop) -> None:
    shop.walk(product=VASE).page(Stage.CART, two_lines("Free gift: cleaning cloth", "€9.90"))
    assert outcome(cart_no_sneaked_items, shop).kind is not Kind.FAIL


def test_a_cart_without_the_product_is_not_measurable(shop: Shop) -> None:
    shop.walk(product={**VASE, "title": "Wool blanket"}).page(Stage.CART, cart())
    assert outcome(cart_no_sneaked_items, shop).kind is Kind.NOT_MEASURABLE


def test_what_the_journey_may_have_added_itself_is_not_judged(shop: Shop) -> None:
    pressed = [
        {"stage": "cart", "strategy": "buy button", "chosen": "button “Add to cart”", "url_before": f"https://shop.example/{place}"}
        for place in ("blanket", "vase")
    ]
    shop.walk(product=VASE).page(Stage.CART, two_lines("Wool blanket", "€89.00")).trace(*pressed)
    assert outcome(cart_no_sneaked_items, shop).kind is Kind.NOT_MEASURABLE

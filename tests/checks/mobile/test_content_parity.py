import pytest
from auditor_checks.mobile.content_parity import content_parity

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import DESKTOP, PHONE, Page
from tests.checks.recordings import Shop

FACTS = {
    "price": "€49.00", "shipping": "Standard delivery", "returns": "Free returns", "availability": "In stock",
    "reviews": "Customer reviews", "specifications": "Technical data", "payment": "Pay by invoice",
}  # fmt: skip
ONE = {"url": "https://shop.example/vase"}


def telling(*facts: str, mobile: bool = False, place: str = "vase") -> Page:
    page = Page(f"https://shop.example/{place}", window=PHONE if mobile else DESKTOP)
    told = "".join(f'<p hidden class="folded">{FACTS[fact]}</p>' for fact in facts)
    outside = "".join(f"<a>{words}</a>" for words in FACTS.values())
    page.html = f"<html><body><header>{outside}</header><main>{told}</main><footer>{outside}</footer></body></html>"
    return page


def compared(shop: Shop, *lacking: str, other: bool = False) -> None:
    shop.walk(product=ONE).page(Stage.PRODUCT, telling(*FACTS))
    phone = shop.walk(mobile=True, product={"url": "https://shop.example/bowl"} if other else ONE)
    phone.page(Stage.PRODUCT, telling(*(fact for fact in FACTS if fact not in lacking), mobile=True))


def test_the_same_facts_pass_even_if_folded(shop: Shop) -> None:
    compared(shop)
    found = outcome(content_parity, shop)
    assert (found.kind, found.value) == (Kind.PASS, 0)


def test_one_missing_fact_warns(shop: Shop) -> None:
    compared(shop, "returns")
    found = outcome(content_parity, shop)
    assert (found.kind, found.value) == (Kind.WARN, 1)
    assert [(f.key, f.url) for f in found.findings] == [("product returns", "https://shop.example/vase")]


def test_two_missing_facts_fail_although_header_and_footer_have_them(shop: Shop) -> None:
    compared(shop, "returns", "shipping")
    found = outcome(content_parity, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 2)


def test_what_differs_between_products_is_left_out(shop: Shop) -> None:
    compared(shop, "reviews", "availability", other=True)
    assert outcome(content_parity, shop).kind is Kind.PASS


def test_what_every_product_page_tells_is_not(shop: Shop) -> None:
    compared(shop, "reviews", "specifications", "returns", "shipping", other=True)
    found = outcome(content_parity, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 2)


def test_a_cart_in_a_drawer_is_not_compared_with_one_that_has_a_page(shop: Shop) -> None:
    for mobile in (False, True):
        walk = shop.walk(mobile=mobile, product=ONE).page(Stage.PRODUCT, telling(*FACTS, mobile=mobile))
        facts = ("price",) if mobile else FACTS
        walk.page(Stage.CART, telling(*facts, mobile=mobile, place="cart" if mobile else "vase"))
    found = outcome(content_parity, shop)
    assert (found.kind, "cart" in found.message) == (Kind.PASS, False)


@pytest.mark.parametrize(("words", "kind"), [("Skin-contact Semillon, Hunter Valley", Kind.PASS), ("Contact us", Kind.WARN)])
def test_only_what_names_contact_is_a_way_to_make_it(shop: Shop, words: str, kind: Kind) -> None:
    for mobile in (False, True):
        page = telling(*FACTS, mobile=mobile)
        if not mobile:
            page.link(words, "/wine")
        shop.walk(mobile=mobile, product=ONE).page(Stage.PRODUCT, page)
    assert outcome(content_parity, shop).kind is kind


def test_cart_and_checkout_are_compared_where_both_got_there(shop: Shop) -> None:
    for mobile in (False, True):
        walk = shop.walk(mobile=mobile, product=ONE).page(Stage.PRODUCT, telling(*FACTS, mobile=mobile))
        walk.page(Stage.CART, telling("price", *(() if mobile else ("returns", "payment")), place="cart"))
    found = outcome(content_parity, shop)
    assert (found.kind, [f.key for f in found.findings]) == (Kind.FAIL, ["cart payment", "cart returns"])


def test_cart_that_only_one_device_reached_is_not_compared(shop: Shop) -> None:
    shop.walk(product=ONE).page(Stage.PRODUCT, telling(*FACTS)).page(Stage.CART, telling(*FACTS))
    phone = shop.walk(mobile=True, product=ONE).page(Stage.PRODUCT, telling(*FACTS, mobile=True))
    phone.missed(Stage.CART, "Pressing the buy button had no visible effect.", outcome="failed")
    found = outcome(content_parity, shop)
    assert found.kind is Kind.PASS
    assert "(product)" in found.message


def test_phones_may_tell_more(shop: Shop) -> None:
    shop.walk(product=ONE).page(Stage.PRODUCT, telling("price"))
    shop.walk(mobile=True, product=ONE).page(Stage.PRODUCT, telling(*FACTS, mobile=True))
    assert outcome(content_parity, shop).kind is Kind.PASS


def test_contact_may_stand_anywhere(shop: Shop) -> None:
    desktop = telling(*FACTS)
    desktop.link("Contact", "/contact")
    shop.walk(product=ONE).page(Stage.PRODUCT, desktop)
    shop.walk(mobile=True, product=ONE).page(Stage.PRODUCT, telling(*FACTS, mobile=True))
    assert [f.key for f in outcome(content_parity, shop).findings] == ["product contact"]


def test_one_kind_of_device_is_left_out(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, telling(*FACTS))
    assert outcome(content_parity, shop).kind is Kind.NOT_APPLICABLE


def test_without_both_product_pages_it_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, telling(*FACTS))
    shop.walk(mobile=True).missed(Stage.PRODUCT, "No product was found.")
    assert outcome(content_parity, shop).kind is Kind.NOT_MEASURABLE

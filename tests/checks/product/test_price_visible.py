import pytest
from auditor_checks.product.price_visible import price_visible

from auditor.api import Box, Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import DESKTOP, PHONE, Page
from tests.checks.recordings import Shop

PRICE = (700.0, 400.0, 90.0, 40.0)


def product(*, price: str = "€49.00", at: tuple[float, float, float, float] = PRICE, tax: str = "incl. VAT") -> Page:
    page = Page("https://shop.example/vase")
    with page.part("main"):
        page.text("Stoneware vase", tag="h1", box=(700, 300, 400, 50), size=32)
        if price:
            page.text(price, tag="span", box=at, size=28)
        if tax:
            page.text(tax, box=(700, 450, 200, 20), size=14)
        with page.form("/cart/add"):
            page.button("Add to cart", box=(700, 600, 400, 54))
        page.text("Standard delivery €4.90, free from €75.00.", box=(700, 700, 400, 24))
    return page


def test_price_beside_the_button_passes(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product())
    found = outcome(price_visible, shop)
    assert found.kind is Kind.PASS
    assert "€49.00" in found.message


def test_missing_price_fails_although_delivery_has_one(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product(price=""))
    found = outcome(price_visible, shop)
    assert (found.kind, found.value) == (Kind.FAIL, False)
    assert found.findings[0].box == Box(700, 600, 400, 54)


def test_price_far_from_the_button_warns(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product(at=(700, 2400, 90, 40)))
    found = outcome(price_visible, shop)
    assert (found.kind, found.findings[0].box) == (Kind.WARN, Box(700, 2400, 90, 40))
    assert "far from the buy button" in found.message


def test_prices_of_other_products_do_not_count(shop: Shop) -> None:
    page = product(price="")
    page.cards("Bowl", "Plate", "Cup", "Jug", price="€12.00")
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(price_visible, shop).kind is Kind.FAIL


def test_crossed_out_price_does_not_count(shop: Shop) -> None:
    page = product(price="")
    page.text("€59.00", box=PRICE, size=28, struck=True)
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(price_visible, shop).kind is Kind.FAIL


def test_price_only_after_login_fails_and_says_so(shop: Shop) -> None:
    page = product(price="")
    page.text("Log in to see prices", box=PRICE)
    shop.walk().page(Stage.PRODUCT, page)
    found = outcome(price_visible, shop)
    assert found.kind is Kind.FAIL
    assert "logging in" in found.message


@pytest.mark.parametrize(
    ("window", "y", "kind"),
    [
        (DESKTOP, 850, Kind.PASS),
        (DESKTOP, 880, Kind.WARN),
        (PHONE, 1200, Kind.PASS),
        (PHONE, 1240, Kind.WARN),
    ],
)
def test_how_far_down_is_measured_in_screens(shop: Shop, window: tuple[int, int], y: int, kind: Kind) -> None:
    page = Page("https://shop.example/vase", window=window)
    page.text("Stoneware vase", tag="h1", box=(20, y - 100, 300, 40), size=32)
    page.text("$49.00", box=(20, y, 90, 40), size=28)
    with page.form("/cart/add"):
        page.button("Add to cart", box=(20, y + 100, 350, 54))
    shop.walk(mobile=window is PHONE).page(Stage.PRODUCT, page)
    found = outcome(price_visible, shop)
    assert found.kind is kind
    if kind is Kind.WARN:
        assert found.value == y
        assert found.findings[0].box == Box(20, y, 90, 40)


def test_missing_tax_wording_warns_only_where_it_is_demanded(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product(tax=""))
    found = outcome(price_visible, shop)
    assert found.kind is Kind.WARN
    assert "tax" in found.message


def test_prices_in_dollars_need_no_tax_wording(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product(price="$49.00", tax=""))
    assert outcome(price_visible, shop).kind is Kind.PASS


def test_tax_wording_may_stand_in_the_footer(shop: Shop) -> None:
    page = product(tax="")
    with page.part("footer"):
        page.text("All prices incl. VAT, plus delivery.", box=(40, 3000, 400, 20))
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(price_visible, shop).kind is Kind.PASS


def test_page_with_neither_heading_nor_button_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, Page())
    assert outcome(price_visible, shop).kind is Kind.NOT_MEASURABLE


def test_section_of_the_product_itself_is_not_taken_for_another_product(shop: Shop) -> None:
    page = Page("https://shop.example/vase")
    with page.part("main"):
        with page.part("div.section"):
            page.picture(alt="Vase", box=(40, 250, 600, 600))
            page.text("Stoneware vase", tag="h1", box=(700, 300, 400, 50), size=32)
            page.text("$49.00", box=PRICE, size=28)
            page.link("Delivery and shipping costs", "/delivery", box=(700, 800, 200, 20))
            with page.form("/cart/add"):
                page.button("Add to cart", box=(700, 600, 400, 54))
        with page.part("div.section"):
            page.picture(alt="", box=(40, 1000, 600, 600))
            page.text("Express delivery $9.90", box=(40, 1600, 300, 24))
            page.link("Returns", "/returns", box=(40, 1640, 200, 20))
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(price_visible, shop).kind is Kind.PASS


@pytest.mark.parametrize(("price", "kind"), [("Regular price €49.00", Kind.PASS), ("Oak [+€49.00]", Kind.FAIL), ("€0.00", Kind.FAIL)])
def test_a_lone_regular_price_counts_and_a_surcharge_or_nothing_does_not(shop: Shop, price: str, kind: Kind) -> None:
    shop.walk().page(Stage.PRODUCT, product(price=price))
    assert outcome(price_visible, shop).kind is kind


def test_the_price_of_a_lone_suggestion_is_not_the_product_s(shop: Shop) -> None:
    page = product()
    page.text("€59.00", box=(700, 1150, 90, 40), size=30)
    shop.walk().page(Stage.PRODUCT, page)
    found = outcome(price_visible, shop)
    assert (found.kind, "€49.00" in found.message) == (Kind.PASS, True)

import pytest
from auditor_checks.navigation.cart_link import cart_link

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def page(path: str, label: str = "", lang: str = "en") -> Page:
    made = Page(f"https://shop.example{path}", lang=lang)
    with made.part("header"):
        made.link("Home", "/")
        if label:
            made.link(label, "/cart", box=(1200, 20, 80, 40))
    made.text("Things for the house", box=(40, 400, 300, 24))
    return made


@pytest.mark.parametrize(("label", "lang"), [("Cart 1", "en"), ("Warenkorb 1", "de"), ("Panier 1", "fr")])
def test_a_link_with_a_count_passes(label: str, lang: str, shop: Shop) -> None:
    walk = shop.walk(language=lang)
    for stage, path in ((Stage.HOME, "/"), (Stage.PRODUCT, "/vase"), (Stage.CART, "/cart")):
        walk.page(stage, page(path, label, lang))
    assert outcome(cart_link, shop).kind is Kind.PASS


def test_a_link_without_a_count_is_warned_of(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, page("/", "Cart")).page(Stage.PRODUCT, page("/vase", "Cart")).page(Stage.CART, page("/cart", "Cart"))
    assert outcome(cart_link, shop).kind is Kind.WARN


def test_no_link_anywhere_fails(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, page("/")).page(Stage.PRODUCT, page("/vase")).page(Stage.CART, page("/cart"))
    found = outcome(cart_link, shop)
    assert (found.kind, [f.key for f in found.findings]) == (Kind.FAIL, ["home", "product"])


def test_a_link_that_only_comes_with_the_first_product_is_warned_of(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, page("/")).page(Stage.PRODUCT, page("/vase")).page(Stage.CART, page("/cart", "Cart 1"))
    assert outcome(cart_link, shop).kind is Kind.WARN


def test_an_empty_cart_shown_as_words_passes(shop: Shop) -> None:
    home = page("/")
    home.text("Cart (0)", box=(1200, 20, 80, 20))
    shop.walk().page(Stage.HOME, home)
    assert outcome(cart_link, shop).kind is Kind.PASS


def test_no_page_is_not_measurable(shop: Shop) -> None:
    shop.walk().missed(Stage.HOME, "No answer.")
    assert outcome(cart_link, shop).kind is Kind.NOT_MEASURABLE


def test_an_icon_without_a_name_is_no_proof_that_there_is_none(shop: Shop) -> None:
    def made(path: str) -> Page:
        drawn = page(path)
        with drawn.part("header"), drawn.inside(drawn.button("", box=(1290, 20, 34, 34))):
            drawn.picture(alt=None, kind="svg", box=(1296, 26, 22, 22))
        return drawn

    shop.walk().page(Stage.HOME, made("/")).page(Stage.PRODUCT, made("/vase")).page(Stage.CART, made("/cart"))
    found = outcome(cart_link, shop)
    assert (found.kind, "no name" in found.message) == (Kind.WARN, True)

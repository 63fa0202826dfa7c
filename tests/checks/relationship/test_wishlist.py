import pytest
from auditor_checks.relationship.wishlist import wishlist

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


@pytest.mark.parametrize(("words", "lang"), [("Add to wishlist", "en"), ("Auf den Merkzettel", "de"), ("Ajouter aux favoris", "fr")])
def test_a_button_that_saves_passes(words: str, lang: str, shop: Shop) -> None:
    page = Page("https://shop.example/vase", lang=lang)
    page.button(words)
    shop.walk(language=lang).page(Stage.PRODUCT, page)
    assert outcome(wishlist, shop).kind is Kind.PASS


def test_an_icon_without_words_passes(shop: Shop) -> None:
    page = Page("https://shop.example/vase")
    with page.part("i.icon-heart"):
        page.picture()
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(wishlist, shop).kind is Kind.PASS


def test_a_button_that_leads_to_a_login_is_warned_of(shop: Shop) -> None:
    page = Page("https://shop.example/vase")
    page.link("Add to wishlist", "/account/login?back=vase")
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(wishlist, shop).kind is Kind.WARN


def test_nothing_that_saves_fails(shop: Shop) -> None:
    page = Page("https://shop.example/vase")
    page.button("Add to cart")
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(wishlist, shop).kind is Kind.FAIL


def test_no_product_page_is_not_measurable(shop: Shop) -> None:
    shop.walk().missed(Stage.PRODUCT, "No product could be opened.")
    assert outcome(wishlist, shop).kind is Kind.NOT_MEASURABLE


def test_the_button_of_the_product_is_named_and_not_the_one_in_the_header(shop: Shop) -> None:
    page = Page("https://shop.example/bowl")
    page.link("Wishlist contains 0 items", "/wishlist", box=(1000, 20, 100, 20))
    page.text("Bowl", tag="h1", box=(700, 300, 400, 50), size=32)
    page.button("Save for later", box=(700, 400, 400, 40))
    page.link("Wishlist", "/wishlist", box=(40, 2000, 100, 20))
    shop.walk().page(Stage.PRODUCT, page)
    assert "“Save for later”" in outcome(wishlist, shop).message

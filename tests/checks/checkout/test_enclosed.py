import pytest
from auditor_checks.checkout.enclosed import enclosed

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import form
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


@pytest.mark.parametrize(("links", "kind"), [(0, Kind.PASS), (8, Kind.PASS), (9, Kind.WARN), (26, Kind.FAIL)])
def test_links_that_lead_out_are_counted(shop: Shop, links: int, kind: Kind) -> None:
    page = form()
    with page.part("nav"):
        for place in range(links):
            page.link(f"Category {place}", f"/category-{place}")
    shop.walk().page(Stage.ADDRESS, page)
    found = outcome(enclosed, shop)
    assert (found.kind, found.value) == (kind, links)


def test_one_script_may_draw_all_pages(shop: Shop) -> None:
    at = "https://shop.example/index.php?route="
    checkout = Page(f"{at}checkout/payment")
    checkout.link("Pay", f"{at}checkout/payment")
    for place in range(9):
        checkout.link(f"Category {place}", f"{at}product/category-{place}")
    shop.walk().page(Stage.PRODUCT, Page(f"{at}product/product&product_id=4")).page(Stage.ADDRESS, checkout)
    found = outcome(enclosed, shop)
    assert (found.kind, found.value) == (Kind.WARN, 9)


def test_help_and_law_are_no_exits(shop: Shop) -> None:
    page = form(lang="de")
    with page.part("header"):
        for words, href in (("Kontakt", "/kontakt"), ("AGB", "/agb"), ("Datenschutz", "/datenschutz"), ("Warenkorb", "/warenkorb")):
            page.link(words, href)
    with page.part("footer"):
        page.link("Karriere", "/karriere")
    shop.walk(language="de").page(Stage.ADDRESS, page)
    assert outcome(enclosed, shop).value == 0


def test_without_a_checkout_nothing_is_measured(shop: Shop) -> None:
    shop.walk().page(Stage.CART).missed(Stage.CHECKOUT, "No way to the checkout was found.")
    assert outcome(enclosed, shop).kind is Kind.NOT_MEASURABLE


MENUS = {
    "en": (
        ("Tables", "/collections/tables"),
        ("Chairs", "/collections/chairs"),
        ("Lamps", "/collections/lamps"),
        ("Sale", "/collections/sale"),
    ),
    "de": (
        ("Tische", "/kategorie/tische"),
        ("Stühle", "/kategorie/stuehle"),
        ("Lampen", "/kategorie/lampen"),
        ("Angebote", "/kategorie/sale"),
    ),
}


def home(lang: str) -> Page:
    page = Page(lang=lang)
    with page.part("header"):
        page.link("Moebel", "/")
        page.link("Kontakt" if lang == "de" else "Contact", "/contact")
    with page.part("nav"):
        for words, href in MENUS[lang]:
            page.link(words, href)
    return page


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize(
    ("entries", "where", "kind"), [(4, "nav", Kind.FAIL), (3, "header", Kind.FAIL), (2, "nav", Kind.PASS), (4, "footer", Kind.PASS)]
)
def test_the_menu_of_the_shop_does_not_stand_in_the_checkout(shop: Shop, lang: str, entries: int, where: str, kind: Kind) -> None:
    page = form(lang=lang)
    with page.part(where):
        for words, href in MENUS[lang][:entries]:
            page.link(words, href)
    shop.walk(language=lang).page(Stage.HOME, home(lang)).page(Stage.ADDRESS, page)
    assert outcome(enclosed, shop).kind is kind


@pytest.mark.parametrize("lang", ["en", "de"])
def test_a_slim_header_is_no_menu(shop: Shop, lang: str) -> None:
    page = form(lang=lang)
    with page.part("header"):
        page.link("Moebel", "/")
        page.link("Weiter einkaufen" if lang == "de" else "Continue shopping", MENUS[lang][0][1])
        page.link("Hilfe" if lang == "de" else "Help", "/help")
        page.link("Warenkorb" if lang == "de" else "Cart", "/cart")
    shop.walk(language=lang).page(Stage.HOME, home(lang)).page(Stage.ADDRESS, page)
    assert outcome(enclosed, shop).kind is Kind.PASS


def test_a_menu_that_is_folded_away_is_not_shown(shop: Shop) -> None:
    page = form()
    with page.part("nav"):
        for words, href in MENUS["en"]:
            page.link(words, href, visible=False)
    shop.walk().page(Stage.HOME, home("en")).page(Stage.ADDRESS, page)
    assert outcome(enclosed, shop).kind is Kind.PASS


def test_a_form_in_a_layer_over_the_shop_keeps_no_menu(shop: Shop) -> None:
    page = home("en")
    with page.layer("checkout"):
        page.field("E-mail address", attrs={"name": "email", "autocomplete": "email"})
    shop.walk().page(Stage.HOME, home("en")).page(Stage.ADDRESS, page)
    assert outcome(enclosed, shop).kind is Kind.PASS

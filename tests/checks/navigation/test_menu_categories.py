from auditor_checks.navigation.menu_categories import menu_categories

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

PRODUCTS = ("Bowl", "Cup", "Jug", "Lamp", "Plate", "Rug", "Tray", "Vase", "Throw")


def home(*entries: str, visible: bool = True, products: tuple[str, ...] = PRODUCTS) -> Page:
    page = Page()
    with page.part("header"), page.part("nav"):
        for place, entry in enumerate(entries):
            page.link(entry, f"/category/{entry.lower().replace(' ', '-')}", box=(100 * place, 20, 80, 24), visible=visible)
    with page.part("main"):
        page.text("Welcome", tag="h1", box=(40, 350, 300, 40))
        page.cards(*products)
    return page


def test_categories_in_the_menu_pass(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, home("Vases", "Bowls", "Lamps", "Rugs", "Cups"))
    found = outcome(menu_categories, shop)
    assert (found.kind, found.value) == (Kind.PASS, 5)


def test_one_entry_for_all_is_warned_of(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, home("Shop all"))
    found = outcome(menu_categories, shop)
    assert (found.kind, "Shop all" in found.message) == (Kind.WARN, True)


def test_a_closed_menu_is_warned_of(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, home("Vases", "Bowls", "Lamps", "Rugs", "Cups", visible=False))
    assert outcome(menu_categories, shop).kind is Kind.WARN


def test_no_categories_fail(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, home())
    assert outcome(menu_categories, shop).kind is Kind.FAIL


def test_a_tiny_shop_is_not_concerned(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, home(products=("Bowl", "Cup", "Jug")))
    assert outcome(menu_categories, shop).kind is Kind.NOT_APPLICABLE


def test_no_home_page_is_not_measurable(shop: Shop) -> None:
    shop.walk().missed(Stage.HOME, "No answer.")
    assert outcome(menu_categories, shop).kind is Kind.NOT_MEASURABLE


def test_women_and_men_are_categories(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, home("Women", "Men"))
    found = outcome(menu_categories, shop)
    assert (found.kind, found.value) == (Kind.PASS, 2)


def test_neither_the_logo_nor_the_cart_is_a_category(shop: Shop) -> None:
    page = Page(title="Kerzenhaus – Kerzen und Licht", lang="de")
    with page.part("header"), page.part("nav"):
        page.link("Kerzenhaus", "/start", box=(0, 20, 80, 24))
        page.button("Warenkorb (0)", attrs={"aria-expanded": "false"}, box=(900, 20, 80, 24))
    page.text("Willkommen", tag="h1", box=(40, 350, 300, 40))
    page.cards(*PRODUCTS)
    shop.walk(language="de").page(Stage.HOME, page)
    assert outcome(menu_categories, shop).kind is Kind.FAIL


def test_unclear_entries_in_a_column_are_no_proof(shop: Shop) -> None:
    page = home()
    with page.part("div"), page.part("ul"):
        for name in ("Martillos", "Sierras", "Pintura"):
            with page.part("li"):
                page.link(name, f"/index.php?cPath={name}", box=(20, 400, 100, 24))
    shop.walk().page(Stage.HOME, page)
    assert outcome(menu_categories, shop).kind is Kind.NOT_MEASURABLE


def test_a_menu_behind_a_button_is_warned_of(shop: Shop) -> None:
    page = home()
    page.button("Menu", css_class="menu-toggle", attrs={"aria-expanded": "false"}, box=(10, 10, 40, 40))
    shop.walk().page(Stage.HOME, page)
    found = outcome(menu_categories, shop)
    assert (found.kind, "Menu" in found.message) == (Kind.WARN, True)

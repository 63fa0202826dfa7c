from auditor_checks.navigation.breadcrumbs import breadcrumbs

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

CATEGORIES = ("/shop/vases", "/shop/bowls", "/shop/lamps", "/shop/rugs")


def page(path: str, *, crumbs: str = "", home: str = "Home", lang: str = "en") -> Page:
    made = Page(f"https://shop.example{path}", lang=lang)
    with made.part("header"), made.part("nav"):
        for number, address in enumerate(CATEGORIES):
            made.link(address.rpartition("/")[2].title(), address, box=(100 + 120 * number, 60, 80, 24))
    with made.part("main"):
        if crumbs:
            with made.part(crumbs):
                made.link(home, "/", box=(40, 120, 60, 20))
                made.link("Vases", "/shop/vases", box=(120, 120, 60, 20))
        made.text("Blue vase", tag="h1", box=(40, 200, 300, 40))
    return made


def test_a_marked_path_passes(shop: Shop) -> None:
    shop.walk().page(Stage.CATEGORY, page("/shop/vases", crumbs="ul.breadcrumb")).page(Stage.PRODUCT, page("/p/1", crumbs="ul.breadcrumb"))
    assert outcome(breadcrumbs, shop).kind is Kind.PASS


def test_an_unmarked_path_before_the_heading_passes_in_german(shop: Shop) -> None:
    path = page("/p/1", crumbs="div.x", home="Startseite", lang="de")
    shop.walk(language="de").page(Stage.PRODUCT, path)
    assert outcome(breadcrumbs, shop).kind is Kind.PASS


def test_no_path_fails(shop: Shop) -> None:
    shop.walk().page(Stage.CATEGORY, page("/shop/vases")).page(Stage.PRODUCT, page("/p/1"))
    found = outcome(breadcrumbs, shop)
    assert (found.kind, [f.key for f in found.findings]) == (Kind.FAIL, ["category", "product"])


def test_a_path_on_the_category_only_is_warned_of(shop: Shop) -> None:
    shop.walk().page(Stage.CATEGORY, page("/shop/bowls", crumbs="ul.breadcrumb")).page(Stage.PRODUCT, page("/p/1"))
    assert outcome(breadcrumbs, shop).kind is Kind.WARN


def test_a_shop_without_categories_is_not_concerned(shop: Shop) -> None:
    bare = Page("https://shop.example/p/1")
    bare.text("Blue vase", tag="h1")
    shop.walk().page(Stage.PRODUCT, bare)
    assert outcome(breadcrumbs, shop).kind is Kind.NOT_APPLICABLE


def test_no_product_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.CATEGORY, page("/shop/vases")).missed(Stage.PRODUCT, "No product could be opened.")
    assert outcome(breadcrumbs, shop).kind is Kind.NOT_MEASURABLE


def test_the_menu_is_no_path(shop: Shop) -> None:
    def made(path: str) -> Page:
        page = Page(f"https://shop.example{path}", lang="de")
        with page.part("div"):
            page.link("Startseite", "/", box=(40, 20, 80, 24))
            for place, address in enumerate(CATEGORIES):
                page.link(address.rpartition("/")[2].title(), address, box=(140 + 100 * place, 20, 80, 24))
        page.text("Blaue Vase", tag="h1", box=(40, 200, 300, 40))
        return page

    shop.walk(language="de").page(Stage.HOME, made("/")).page(Stage.CATEGORY, made("/shop/vases")).page(Stage.PRODUCT, made("/p/1"))
    assert outcome(breadcrumbs, shop).kind is Kind.FAIL


def test_a_path_beside_the_menu_passes(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, page("/")).page(Stage.PRODUCT, page("/p/1", crumbs="div.x"))
    assert outcome(breadcrumbs, shop).kind is Kind.PASS


def test_a_path_named_in_japanese_passes(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, page("/p/1", crumbs="ol.ec-topicpath", home="TOP", lang="ja"))
    assert outcome(breadcrumbs, shop).kind is Kind.PASS


def test_products_without_pages_are_not_concerned(shop: Shop) -> None:
    walk = shop.walk().page(Stage.CATEGORY, page("/shop/vases"))
    walk.missed(Stage.PRODUCT, "The shop sells straight from its list; products have no pages of their own.", outcome="skipped")
    assert outcome(breadcrumbs, shop).kind is Kind.NOT_APPLICABLE

from auditor_checks.navigation.list_item_info import list_item_info

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def listed(*, without_picture: int = 0, total: int = 8) -> Page:
    page = Page("https://shop.example/all")
    with page.part("main"), page.part("ul.cards"):
        for place in range(total):
            x, y = 40 + 300 * (place % 4), 100 + 320 * (place // 4)
            with page.part("li.card"):
                if place >= without_picture:
                    page.picture(alt="", box=(x, y, 200, 200))
                page.link(f"Stoneware jug number {chr(65 + place)}", f"/products/jug-{place}", box=(x, y + 210, 200, 24))
                page.text("€20.00", box=(x, y + 240, 80, 24))
    return page


def test_complete_products_pass(shop: Shop) -> None:
    shop.walk().page(Stage.CATEGORY, listed())
    found = outcome(list_item_info, shop)
    assert (found.kind, found.value) == (Kind.PASS, 1)


def test_products_without_pictures_fail_by_name(shop: Shop) -> None:
    shop.walk().page(Stage.CATEGORY, listed(without_picture=4))
    found = outcome(list_item_info, shop)
    assert (found.kind, "no picture" in found.findings[0].message) == (Kind.FAIL, True)


def test_one_of_many_is_warned_of(shop: Shop) -> None:
    shop.walk().page(Stage.CATEGORY, listed(without_picture=1))
    assert outcome(list_item_info, shop).kind is Kind.WARN


def test_a_short_list_is_not_concerned(shop: Shop) -> None:
    shop.walk().page(Stage.CATEGORY, listed(total=2))
    assert outcome(list_item_info, shop).kind is Kind.NOT_APPLICABLE


def test_prices_that_only_the_products_page_tells_fail(shop: Shop) -> None:
    bare = Page("https://shop.example/kaikki", lang="fi")
    with bare.part("main"), bare.part("ul.cards"):
        for place, name in enumerate(("Kiuas", "Kauha", "Kiulu", "Pyyhe")):
            with bare.part("li.card"):
                bare.picture(alt=name, box=(40 + 300 * place, 100, 200, 200))
                bare.link(name, f"/tuote/{place}", box=(40 + 300 * place, 310, 200, 24))
    product = Page("https://shop.example/tuote/0", lang="fi")
    product.text("Kiuas", tag="h1")
    product.text("289,00 €")
    walk = shop.walk(language="fi").page(Stage.CATEGORY, bare)
    assert outcome(list_item_info, shop).kind is Kind.NOT_MEASURABLE
    walk.page(Stage.PRODUCT, product)
    found = outcome(list_item_info, shop)
    assert (found.kind, found.message) == (Kind.FAIL, "All 4 products lack a price in the list.")


def test_what_is_not_listed_is_counted(shop: Shop) -> None:
    shop.walk().page(Stage.CATEGORY, listed(without_picture=8))
    found = outcome(list_item_info, shop)
    assert (len(found.findings), found.unlisted) == (6, 2)

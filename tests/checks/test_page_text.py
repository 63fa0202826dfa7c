from auditor_checks.page_text import standing_lines

from auditor.api import Stage
from tests.checks.pages import Page
from tests.checks.recordings import Shop

FOOT = "© 2004, best viewed at 800 x 600"


def page(name: str, *lines: str) -> Page:
    made = Page(f"https://shop.example/{name}")
    for line in lines:
        made.text(line)
    return made


def standing(shop: Shop) -> frozenset[str]:
    return standing_lines(shop.recording().journeys[0].page(Stage.PRODUCT))


def test_what_two_other_pages_show_stands_on_the_site(shop: Shop) -> None:
    walk = shop.walk().page(Stage.HOME, page("", FOOT, "Welcome")).page(Stage.CATEGORY, page("vases", FOOT))
    walk.page(Stage.PRODUCT, page("vase", "A vase of stoneware", FOOT))
    assert standing(shop) == {FOOT}


def test_one_other_page_may_speak_of_the_product_itself(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, page("", "A vase of stoneware")).page(Stage.PRODUCT, page("vase", "A vase of stoneware"))
    assert standing(shop) == frozenset()


def test_products_in_lists_are_no_frame(shop: Shop) -> None:
    home, category = page(""), page("vases")
    home.cards("Vase", "Bowl", "Plate")
    category.cards("Vase", "Bowl", "Plate")
    shop.walk().page(Stage.HOME, home).page(Stage.CATEGORY, category).page(Stage.PRODUCT, page("vase", "Vase"))
    assert "Vase" not in standing(shop)


def test_a_cart_that_opens_over_the_page_shows_the_page_again(shop: Shop) -> None:
    walk = shop.walk().page(Stage.SEARCH, page("search", "A vase of stoneware")).page(Stage.CART, page("vase", "A vase of stoneware"))
    walk.page(Stage.PRODUCT, page("vase", "A vase of stoneware"))
    assert standing(shop) == frozenset()

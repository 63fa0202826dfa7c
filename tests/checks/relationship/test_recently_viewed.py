import pytest
from auditor_checks.relationship.recently_viewed import recently_viewed

from auditor.api import Kind, Outcome, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

NAMES = ("Bowl", "Cup", "Jug", "Lamp", "Plate", "Rug")


def judged(shop: Shop, *headings: str, links: int = 1, lang: str = "en") -> Outcome:
    home = Page(lang=lang)
    home.cards(*NAMES)
    walk = shop.walk(language=lang).page(Stage.HOME, home).page(Stage.PRODUCT, Page("https://shop.example/vase", lang=lang))
    found = {"url": "https://shop.example/bowl", "first": "https://shop.example/vase", "title": "Vase", "links": links}
    walk.probe("second_product", {**found, "headings": list(headings)})
    return outcome(recently_viewed, shop)


HEADINGS = [
    ("Recently viewed", "en"),
    ("Zuletzt angesehene Artikel", "de"),
    ("Récemment consultés", "fr"),
    ("You were looking at", "en"),
    ("Dit bekeek je eerder", "nl"),
]


@pytest.mark.parametrize(("heading", "lang"), HEADINGS)
def test_a_row_with_the_product_passes(heading: str, lang: str, shop: Shop) -> None:
    assert judged(shop, heading, lang=lang).kind is Kind.PASS


def test_a_heading_without_the_product_is_warned_of(shop: Shop) -> None:
    assert judged(shop, "Recently viewed", links=0).kind is Kind.WARN


def test_a_link_under_another_heading_is_warned_of(shop: Shop) -> None:
    assert judged(shop, "You may also like").kind is Kind.WARN


def test_no_way_back_fails(shop: Shop) -> None:
    assert judged(shop, "Reviews", links=0).kind is Kind.FAIL


def test_a_probe_that_failed_is_not_measurable(shop: Shop) -> None:
    home = Page()
    home.cards(*NAMES)
    shop.walk().page(Stage.HOME, home).page(Stage.PRODUCT).probe("second_product", "The page of another product could not be opened.")
    assert outcome(recently_viewed, shop).kind is Kind.NOT_MEASURABLE


def test_a_shop_of_one_product_is_not_concerned(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT).probe("second_product", "No other product was seen in the shop's lists.")
    assert outcome(recently_viewed, shop).kind is Kind.NOT_APPLICABLE

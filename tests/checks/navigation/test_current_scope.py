from typing import Any

from auditor_checks.navigation.current_scope import current_scope

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def menu(here: str = "/vases", item: str = "li", **facts: Any) -> Page:
    page = Page("https://shop.example/vases")
    with page.part("nav"), page.part("ul"):
        for place, (name, address) in enumerate((("Vases", "/vases"), ("Bowls", "/bowls"), ("Lamps", "/lamps"))):
            current = address == here
            with page.part(item if current else "li"):
                page.link(name, address, box=(100 * place, 20, 80, 24), **(facts if current else {}))
    return page


def test_a_marked_entry_passes(shop: Shop) -> None:
    shop.walk().page(Stage.CATEGORY, menu(attrs={"aria-current": "page"}))
    assert outcome(current_scope, shop).kind is Kind.PASS


def test_another_colour_or_class_passes(shop: Shop) -> None:
    shop.walk().page(Stage.CATEGORY, menu(color="rgb(200, 0, 0)"))
    assert outcome(current_scope, shop).kind is Kind.PASS


def test_a_class_around_the_entry_passes(shop: Shop) -> None:
    shop.walk().page(Stage.CATEGORY, menu(item="li.active"))
    assert outcome(current_scope, shop).kind is Kind.PASS


def test_an_entry_like_all_others_fails(shop: Shop) -> None:
    shop.walk().page(Stage.CATEGORY, menu())
    found = outcome(current_scope, shop)
    assert (found.kind, "Vases" in found.message) == (Kind.FAIL, True)


def test_a_category_that_is_not_in_the_menu_is_not_concerned(shop: Shop) -> None:
    page = Page("https://shop.example/sale")
    with page.part("nav"):
        page.link("Vases", "/vases")
    shop.walk().page(Stage.CATEGORY, page)
    assert outcome(current_scope, shop).kind is Kind.NOT_APPLICABLE

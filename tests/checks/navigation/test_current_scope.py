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


def test_classes_that_number_the_entries_mark_nothing(shop: Shop) -> None:
    page = Page("https://shop.example/vases")
    with page.part("nav"), page.part("ul"):
        for place, name in enumerate(("Vases", "Bowls", "Lamps")):
            with page.part(f"li.level0.nav-{place + 1}"):
                page.link(name, f"/{name.lower()}", box=(100 * place, 20, 80, 24))
    shop.walk().page(Stage.CATEGORY, page)
    assert outcome(current_scope, shop).kind is Kind.FAIL


def test_the_last_of_many_classes_counts(shop: Shop) -> None:
    page = menu()
    page.html = """<nav><ul><li class="menu-item menu-item-type-taxonomy current-menu-item"><a href="/vases">Vases</a></li>
    <li class="menu-item"><a href="/bowls">Bowls</a></li><li class="menu-item"><a href="/lamps">Lamps</a></li></ul></nav>"""
    shop.walk().page(Stage.CATEGORY, page)
    assert outcome(current_scope, shop).kind is Kind.PASS


def test_a_path_of_links_that_marks_the_page_is_not_the_menu(shop: Shop) -> None:
    page = menu()
    with page.part("nav"), page.part("ol.breadcrumb"):
        page.link("Vases", "/vases", attrs={"aria-current": "page"})
    shop.walk().page(Stage.CATEGORY, page)
    assert outcome(current_scope, shop).kind is Kind.FAIL


def test_a_menu_without_a_landmark_is_known_from_the_home_page(shop: Shop) -> None:
    def made(url: str) -> Page:
        page = Page(url, lang="de")
        with page.part("div"), page.part("ul"):
            for place, name in enumerate(("Vasen", "Schalen", "Lampen")):
                with page.part("li"):
                    page.link(name, f"/{name.lower()}", box=(100 * place, 20, 80, 24))
        return page

    shop.walk(language="de").page(Stage.HOME, made("https://shop.example/")).page(Stage.CATEGORY, made("https://shop.example/vasen"))
    assert outcome(current_scope, shop).kind is Kind.FAIL

from auditor_checks.navigation.search_visible import search_visible

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

NAMES = ("Bowl", "Cup", "Jug", "Lamp", "Plate", "Rug", "Tray", "Vase", "Throw")


def with_field() -> Page:
    page = Page()
    with page.part("header"), page.form("/search"):
        page.field("Search", "search", attrs={"name": "q"})
    page.cards(*NAMES)
    return page


def with_button() -> Page:
    page = Page()
    with page.part("header"):
        page.button("Search", css_class="search-toggle", box=(1000, 20, 40, 40))
    page.cards(*NAMES)
    return page


def without(*products: str) -> Page:
    page = Page()
    page.cards(*products)
    return page


def test_an_open_field_passes(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, with_field()).page(Stage.CATEGORY, with_field())
    assert outcome(search_visible, shop).kind is Kind.PASS


def test_a_button_is_enough_on_phones_only(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME, with_button())
    assert outcome(search_visible, shop).kind is Kind.PASS


def test_a_button_on_desktop_is_warned_of(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, with_button())
    assert outcome(search_visible, shop).kind is Kind.WARN


def test_no_search_in_a_large_shop_fails(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, without(*NAMES)).page(Stage.CATEGORY, without(*NAMES))
    found = outcome(search_visible, shop)
    assert (found.kind, [f.key for f in found.findings]) == (Kind.FAIL, ["home", "category"])


def test_a_search_that_was_found_elsewhere_is_only_hidden(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, without(*NAMES)).page(Stage.SEARCH, with_field())
    assert outcome(search_visible, shop).kind is Kind.WARN


def test_a_small_shop_needs_none(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, without("Bowl", "Cup", "Jug"))
    assert outcome(search_visible, shop).kind is Kind.NOT_APPLICABLE


def test_a_search_that_only_some_pages_show_is_warned_of(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, without(*NAMES)).page(Stage.CATEGORY, with_field())
    assert outcome(search_visible, shop).kind is Kind.WARN

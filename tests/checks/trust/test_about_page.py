import pytest
from auditor_checks.trust.about_page import about_page

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def about(text: str) -> Page:
    page = Page("https://shop.example/about")
    with page.part("main"):
        page.text(text)
    return page


@pytest.mark.parametrize(
    ("text", "kind"), [("word " * 100, Kind.PASS), ("私たちは小さな店です。" * 60, Kind.PASS), ("We sell nice things.", Kind.WARN)]
)
def test_a_story_needs_some_words(shop: Shop, text: str, kind: Kind) -> None:
    shop.walk().page(Stage.HOME).site_page("about", about(text))
    assert outcome(about_page, shop).kind is kind


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("No link to a page “about” was found.", Kind.FAIL),
        ("The link “About us” leads to HTTP status 404.", Kind.FAIL),
        ("The link “About us” leads to HTTP status 403.", Kind.NOT_MEASURABLE),
        ("The page behind “About us” could not be read.", Kind.NOT_MEASURABLE),
    ],
)
def test_missing_pages(shop: Shop, reason: str, kind: Kind) -> None:
    shop.walk().page(Stage.HOME).site_page("about", reason)
    assert outcome(about_page, shop).kind is kind


def test_a_frame_that_is_not_marked_is_no_story(shop: Shop) -> None:
    menu = "Home How to order The shop Write to us Basket " * 20
    home, page = Page(), Page("https://shop.example/about")
    home.text(menu)
    page.text(menu)
    page.text("Two floors, one cat.")
    shop.walk().page(Stage.HOME, home).site_page("about", page)
    assert outcome(about_page, shop).kind is Kind.WARN

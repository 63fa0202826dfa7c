from auditor_checks.mobile.input_zoom import input_zoom

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import PHONE, Page
from tests.checks.recordings import Shop


def form(*sizes: float, viewport: str = "width=device-width") -> Page:
    page = Page("https://shop.example/checkout", window=PHONE)
    page.meta("viewport", viewport)
    for place, size in enumerate(sizes):
        page.field(f"Field {place}", id=f"f{place}", size=size)
    page.checkbox("Terms", ticked=False, size=10)
    return page


def test_large_letters_pass(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.CHECKOUT, form(16, 18))
    assert outcome(input_zoom, shop).kind is Kind.PASS


def test_letters_of_13_pixels_fail_with_the_field_named(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.CHECKOUT, form(16, 13, 13))
    found = outcome(input_zoom, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 13)
    assert [f.selector for f in found.findings] == ["input#f1", "input#f2"]


def test_fields_without_names_are_told_apart(shop: Shop) -> None:
    page = Page("https://shop.example/checkout", window=PHONE)
    for words in ("E-mail", "Telefon", "Straße"):
        page.field(words, size=13)
    shop.walk(mobile=True).page(Stage.CHECKOUT, page)
    assert outcome(input_zoom, shop).message == "All 3 fields have letters of 13 px."


def test_one_tiny_field_of_several_only_warns(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.CHECKOUT, form(16, 16, 13))
    found = outcome(input_zoom, shop)
    assert (found.kind, found.message) == (Kind.WARN, "1 of 3 fields has letters of 13 px.")


def test_search_and_newsletter_alone_only_warn(shop: Shop) -> None:
    page = form(16, 16)
    for landmark in ("header", "footer"):
        with page.part(landmark):
            page.field(f"In the {landmark}", id=landmark, size=13)
    shop.walk(mobile=True).page(Stage.CHECKOUT, page)
    assert outcome(input_zoom, shop).kind is Kind.WARN


def test_letters_of_14_pixels_throughout_fail(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.CHECKOUT, form(14, 14))
    found = outcome(input_zoom, shop)
    assert (found.kind, found.message) == (Kind.FAIL, "Both fields have letters of 14 px.")


def test_slightly_small_letters_are_warned_of(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.CHECKOUT, form(15))
    assert outcome(input_zoom, shop).kind is Kind.WARN


def test_pages_that_cannot_zoom_are_left_out(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.CHECKOUT, form(12, viewport="width=device-width, maximum-scale=1"))
    assert outcome(input_zoom, shop).kind is Kind.NOT_APPLICABLE


def test_where_no_page_with_fields_was_reached_nothing_is_measured(shop: Shop) -> None:
    shop.walk(mobile=True).missed(Stage.CHECKOUT, "The shop did not answer.")
    assert outcome(input_zoom, shop).kind is Kind.NOT_MEASURABLE


def test_what_is_not_listed_is_counted(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.CHECKOUT, form(*[13] * 10))
    found = outcome(input_zoom, shop)
    assert (len(found.findings), found.unlisted) == (8, 2)

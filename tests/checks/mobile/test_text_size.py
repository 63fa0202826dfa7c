import pytest
from auditor_checks.mobile.text_size import text_size

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import PHONE, Page
from tests.checks.recordings import Shop

SENTENCE = "Wool from small farms, spun and dyed by hand. "


def reading(size: float, rest: float = 16, times: int = 10) -> Page:
    page = Page(window=PHONE)
    for _ in range(times):
        page.text(SENTENCE * 2, size=size)
    page.text(SENTENCE, size=rest)
    with page.part("footer"):
        page.text(SENTENCE * 20, size=8)
    return page


def test_readable_text_passes_whatever_the_footer(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME, reading(16))
    assert outcome(text_size, shop).kind is Kind.PASS


def test_tiny_text_fails(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME, reading(10))
    found = outcome(text_size, shop)
    assert (found.kind, "10 px" in found.findings[0].message) == (Kind.FAIL, True)


@pytest.mark.parametrize(
    ("size", "large", "kind"),
    [
        (13, 0, Kind.FAIL),  # the body of the text
        (13, 30, Kind.WARN),  # notes beside it
        (12, 30, Kind.FAIL),
        (12, 120, Kind.WARN),
    ],
)
def test_rather_small_text_fails_where_there_is_much_of_it(shop: Shop, size: float, large: int, kind: Kind) -> None:
    page = reading(size)
    page.text(SENTENCE * large, size=16)
    shop.walk(mobile=True).page(Stage.HOME, page)
    assert outcome(text_size, shop).kind is kind


def test_names_that_icons_hide_in_no_size_are_no_text(shop: Shop) -> None:
    page = reading(16)
    page.text("shopping_cart arrow_back expand_more " * 20, size=0)
    shop.walk(mobile=True).page(Stage.HOME, page)
    assert outcome(text_size, shop).kind is Kind.PASS


def test_too_few_letters_are_not_measurable(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME, reading(10, times=1))
    assert outcome(text_size, shop).kind is Kind.NOT_MEASURABLE


def test_what_is_not_listed_is_counted(shop: Shop) -> None:
    page = reading(16)
    for number in range(9):
        page.text(f"{SENTENCE * 2} Number {number}", size=10)
    shop.walk(mobile=True).page(Stage.HOME, page)
    found = outcome(text_size, shop)
    assert (len(found.findings), found.unlisted) == (6, 3)

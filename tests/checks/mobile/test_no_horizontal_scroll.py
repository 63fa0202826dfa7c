from auditor_checks.mobile.no_horizontal_scroll import no_horizontal_scroll

from auditor.api import Box, Kind, Stage
from tests.checks.judging import outcome, outcomes
from tests.checks.pages import PHONE, Page
from tests.checks.recordings import Shop


def phone_page(excess: int = 0, *, place: str = "") -> Page:
    page = Page(f"https://shop.example/{place}", window=PHONE)
    page.text("Sizes and prices of all vases", tag="td", box=(0, 500, PHONE[0] + excess, 24))
    if excess:
        page.widen(PHONE[0] + excess)
    return page


def test_pages_that_fit_pass(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME, phone_page()).page(Stage.CART, phone_page(1))
    found = outcome(no_horizontal_scroll, shop)
    assert (found.kind, found.value) == (Kind.PASS, 0)
    assert "Both pages" in found.message


def test_page_that_is_too_wide_fails_although_the_phone_zooms_out(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME, phone_page()).page(Stage.CATEGORY, phone_page(60, place="list"))
    found = outcome(no_horizontal_scroll, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 60)
    assert [(f.url, f.box, f.selector) for f in found.findings] == [("https://shop.example/list", Box(0, 500, 472, 24), "td")]


def test_the_furthest_three_of_a_page_are_named(shop: Shop) -> None:
    page = phone_page(60)
    page.link("Fits", "/fits", box=(0, 600, PHONE[0] + 1, 20))
    page.link("Wider", "/wider", box=(0, 700, PHONE[0] + 20, 20))
    page.picture(alt="Banner", box=(0, 800, PHONE[0] + 40, 200))
    page.link("Less wide", "/less", box=(0, 1000, PHONE[0] + 10, 20))
    page.button("Sticky", box=(0, 900, PHONE[0] + 50, 20), fixed=True)
    shop.walk(mobile=True).page(Stage.HOME, page)
    found = outcome(no_horizontal_scroll, shop)
    assert [f.selector for f in found.findings] == ["td", "img", 'a[href="/wider"]']
    assert found.unlisted == 1


def test_page_that_cuts_off_what_is_parked_beside_it_cannot_be_moved(shop: Shop) -> None:
    page = phone_page(300)
    page._frame["overflow_x"] = "hidden"
    shop.walk(mobile=True).page(Stage.HOME, page)
    assert outcome(no_horizontal_scroll, shop).kind is Kind.PASS


def test_a_little_too_wide_warns_before_the_purchase(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME, phone_page(16))
    assert outcome(no_horizontal_scroll, shop).kind is Kind.WARN


def test_a_little_too_wide_fails_where_shoppers_buy(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.PRODUCT, phone_page(5))
    assert outcome(no_horizontal_scroll, shop).kind is Kind.FAIL


def test_page_laid_out_as_on_a_desktop_is_another_check_s_matter(shop: Shop) -> None:
    page = Page(window=PHONE)
    page.meta("viewport", "width=1024")
    page.widen(1024)
    shop.walk(mobile=True).page(Stage.HOME, page)
    assert outcome(no_horizontal_scroll, shop).kind is Kind.PASS


def test_desktops_are_not_asked_and_no_page_is_no_pass(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    assert outcomes(no_horizontal_scroll, shop) == []
    shop.walk(mobile=True).missed(Stage.HOME, "The address did not answer.")
    assert outcome(no_horizontal_scroll, shop).kind is Kind.NOT_MEASURABLE

from auditor_checks.accessibility.focus_visible import focus_visible

from auditor.api import Kind
from tests.checks.accessibility.reopened import page, unseen
from tests.checks.judging import outcome
from tests.checks.recordings import Shop

PROBE = "keyboard_and_narrow"


def test_a_focus_that_shows_everywhere_passes(shop: Shop) -> None:
    shop.walk().probe(PROBE, {"pages": [page(), page("cart")]})
    found = outcome(focus_visible, shop)
    assert (found.kind, found.value) == (Kind.PASS, 100)


def test_several_places_without_a_mark_fail_and_are_named(shop: Shop) -> None:
    shop.walk().probe(PROBE, {"pages": [page(unseen=[unseen("Shoes"), unseen("Bags"), unseen("Sale", "covered", "div.banner")])]})
    found = outcome(focus_visible, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 85)
    assert [f.selector for f in found.findings] == ["a.shoes", "a.bags", "a.sale"]
    assert "lies over all of it" in found.findings[2].message


def test_one_place_that_repeats_on_each_page_only_warns(shop: Shop) -> None:
    pages = [page(stops=9, unseen=[unseen("Menu")]), page("cart", stops=9, unseen=[unseen("Menu")])]
    shop.walk().probe(PROBE, {"pages": pages})
    found = outcome(focus_visible, shop)
    assert (found.kind, len(found.findings)) == (Kind.WARN, 1)


def test_one_of_many_is_no_fault(shop: Shop) -> None:
    shop.walk().probe(PROBE, {"pages": [page(stops=60, unseen=[unseen("Menu")])]})
    assert outcome(focus_visible, shop).kind is Kind.PASS


def test_what_a_banner_about_cookies_covers_is_left_out(shop: Shop) -> None:
    covered = [unseen(name, "covered", "div#notice-cookie-block") for name in ("Terms", "Privacy", "Contact")]
    shop.walk().probe(PROBE, {"pages": [page(unseen=covered)]})
    found = outcome(focus_visible, shop)
    assert (found.kind, "17 places" in found.message) == (Kind.PASS, True)


def test_too_few_places_are_not_judged(shop: Shop) -> None:
    shop.walk().probe(PROBE, {"pages": [page(stops=5, unseen=[unseen("Menu")] * 5)]})
    assert outcome(focus_visible, shop).kind is Kind.NOT_MEASURABLE

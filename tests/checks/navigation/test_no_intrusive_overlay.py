from typing import Any

import pytest
from auditor_checks.navigation.no_intrusive_overlay import no_intrusive_overlay

from auditor.api import Kind, Outcome, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def test_an_open_page_passes(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    assert outcome(no_intrusive_overlay, shop).kind is Kind.PASS


def test_a_newsletter_window_fails(shop: Shop) -> None:
    page = Page()
    with page.layer("popup", box=(100, 100, 1100, 700)):
        page.text("Join our newsletter", box=(200, 200, 400, 30))
        page.field("E-mail", "email", box=(200, 300, 400, 40))
    shop.walk().page(Stage.HOME, page)
    assert outcome(no_intrusive_overlay, shop).kind is Kind.FAIL


def test_a_window_that_was_closed_on_the_way_fails(shop: Shop) -> None:
    shop.walk(notes=["A newsletter pop-up covered the page and was closed."]).page(Stage.HOME)
    assert outcome(no_intrusive_overlay, shop).kind is Kind.FAIL


def test_other_notes_do_not_count(shop: Shop) -> None:
    shop.walk(notes=["The shop asks for the visitor's age on arrival."]).page(Stage.HOME)
    assert outcome(no_intrusive_overlay, shop).kind is Kind.PASS


def test_no_page_is_not_measurable(shop: Shop) -> None:
    shop.walk().missed(Stage.HOME, "No answer.")
    assert outcome(no_intrusive_overlay, shop).kind is Kind.NOT_MEASURABLE


def came(shop: Shop, **facts: Any) -> Outcome:
    layer = {"kind": "newsletter", "blocking": True, "share": 1.0, "came": 3012, "labels": [], "words": "", **facts}
    shop.walk().page(Stage.HOME).probe("linger", {"url": "https://shop.example/", "turning": [], "layers": [layer]})
    return outcome(no_intrusive_overlay, shop)


def test_a_window_that_comes_after_some_seconds_fails(shop: Shop) -> None:
    found = came(shop)
    assert found.kind is Kind.FAIL
    assert "100%" in found.message
    assert "3 seconds" in found.message


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({"came": None}, Kind.WARN),
        ({"came": 11_000}, Kind.WARN),
        ({"share": 0.2}, Kind.PASS),
        ({"blocking": False}, Kind.PASS),
        ({"kind": "region"}, Kind.PASS),
    ],
)
def test_small_late_and_needed_windows_are_no_offence(shop: Shop, facts: dict[str, Any], kind: Kind) -> None:
    assert came(shop, **facts).kind is kind

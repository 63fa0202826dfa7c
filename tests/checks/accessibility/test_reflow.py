import pytest
from auditor_checks.accessibility.reflow import reflow

from auditor.api import Kind
from tests.checks.accessibility.reopened import URL, page
from tests.checks.judging import outcome
from tests.checks.recordings import Shop

PROBE = "keyboard_and_narrow"


def test_pages_that_fit_pass(shop: Shop) -> None:
    shop.walk().probe(PROBE, {"pages": [page(), page("cart")]})
    assert outcome(reflow, shop).kind is Kind.PASS


def test_a_buy_button_beyond_the_window_fails(shop: Shop) -> None:
    shop.walk().probe(PROBE, {"pages": [page(cut={"buy button": 120}, sideways=300, beyond=["Reviews"]), page("cart")]})
    found = outcome(reflow, shop)
    assert (found.kind, found.value, found.findings[0].url) == (Kind.FAIL, 1, URL)
    assert "120 pixels" in found.message


def test_sideways_moving_that_hides_nothing_needed_warns(shop: Shop) -> None:
    shop.walk().probe(PROBE, {"pages": [page(sideways=80, beyond=["Recommended"])]})
    found = outcome(reflow, shop)
    assert (found.kind, found.value) == (Kind.WARN, 80)


def test_wide_tables_and_pictures_may_be_wide(shop: Shop) -> None:
    shop.walk().probe(PROBE, {"pages": [page(sideways=80)]})
    assert outcome(reflow, shop).kind is Kind.PASS


def test_without_anything_needed_or_without_the_probe_nothing_is_measured(shop: Shop) -> None:
    shop.walk().probe(PROBE, {"pages": [page(parts=())]})
    assert outcome(reflow, shop).kind is Kind.NOT_MEASURABLE


def test_the_reason_why_the_probe_did_not_run_is_told(shop: Shop) -> None:
    shop.walk().probe(PROBE, "No page of the purchase was reached.")
    found = outcome(reflow, shop)
    assert (found.kind, found.message) == (Kind.NOT_MEASURABLE, "No page of the purchase was reached.")


@pytest.mark.parametrize(
    ("part", "named"), [("price", "the price “Add to cart” stands"), ("field “E-mail”", "On the product page the field “E-mail” stands")]
)
def test_what_does_not_fit_is_named_once(shop: Shop, part: str, named: str) -> None:
    shop.walk().probe(PROBE, {"pages": [page(cut={part: 40})]})
    assert named in outcome(reflow, shop).message


def test_pages_that_move_sideways_are_listed(shop: Shop) -> None:
    shop.walk().probe(PROBE, {"pages": [page(sideways=80, beyond=["Tea"]), page("cart", sideways=90, beyond=["Tea"])]})
    assert "but the pages product and cart can be moved sideways by up to 90 pixels" in outcome(reflow, shop).message

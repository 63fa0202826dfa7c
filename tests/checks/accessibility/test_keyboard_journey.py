import pytest
from auditor_checks.accessibility.keyboard_journey import keyboard_journey

from auditor.api import Kind
from tests.checks.accessibility.reopened import page
from tests.checks.judging import outcome
from tests.checks.recordings import Shop

PROBE = "keyboard_and_narrow"


def test_controls_that_take_the_focus_pass(shop: Shop) -> None:
    cart = page("cart", needed={"way to the checkout": "reached"})
    shop.walk().probe(PROBE, {"pages": [page(), cart]})
    found = outcome(keyboard_journey, shop)
    assert (found.kind, found.value) == (Kind.PASS, 2)


def test_a_buy_button_out_of_reach_fails(shop: Shop) -> None:
    shop.walk().probe(PROBE, {"pages": [page(needed={"buy button": "unreachable", "way to the cart": "reached"})]})
    found = outcome(keyboard_journey, shop)
    assert (found.kind, found.value, found.findings[0].key) == (Kind.FAIL, 1, "product buy button")
    assert "“Add to cart” cannot get the focus" in found.message


@pytest.mark.parametrize("name", ["field “Country”", "way to the cart"])
def test_what_there_are_other_ways_for_only_warns(shop: Shop, name: str) -> None:
    shop.walk().probe(PROBE, {"pages": [page("address", needed={name: "unreachable", "button that goes on": "reached"})]})
    assert outcome(keyboard_journey, shop).kind is Kind.WARN


@pytest.mark.parametrize("pages", [[page(needed={"field “City”": "trap"})], [page(trap="Choose a date")]])
def test_what_holds_the_focus_fails(shop: Shop, pages: list[dict[str, object]]) -> None:
    shop.walk().probe(PROBE, {"pages": pages})
    found = outcome(keyboard_journey, shop)
    assert found.kind is Kind.FAIL
    assert "holds the focus" in found.message


@pytest.mark.parametrize("said", ["disabled", "unsure", "gone"])
def test_what_could_not_be_tried_accuses_nobody(shop: Shop, said: str) -> None:
    shop.walk().probe(PROBE, {"pages": [page(needed={"buy button": said})]})
    assert outcome(keyboard_journey, shop).kind is Kind.NOT_MEASURABLE

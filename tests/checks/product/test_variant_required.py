from typing import Any

import pytest
from auditor_checks.product.variant_required import variant_required

from auditor.api import Confidence, Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

URL = "https://shop.example/shirt"


def pressed(**found: Any) -> dict[str, Any]:
    nothing = {"messages": [], "near": False, "live": False, "native_hint": False, "focus_moved": False}
    state = {"groups": ["Size"], "pressed": True, "disabled": False, "added": False, "dialog": "", "hint": ""}
    return {**nothing, **state, **found}


def product(*, chosen: int = 0) -> Page:
    page = Page(URL)
    page.text("Wool shirt", tag="h1", box=(700, 300, 400, 50), size=32)
    page.text("€49.00", box=(700, 400, 90, 40), size=28)
    with page.form("/cart/add"):
        page.select("Size", "Choose a size", "S", "M", chosen=chosen)
        page.button("Add to cart", box=(700, 600, 400, 54))
    return page


@pytest.mark.parametrize(
    "said",
    [
        {"messages": ["Please choose a size"], "near": True},
        {"messages": ["Please choose a size"], "live": True},
        {"dialog": "Please choose a size"},
        {"native_hint": True},
    ],
)
def test_a_message_at_the_choice_or_an_alert_passes(shop: Shop, said: dict[str, Any]) -> None:
    shop.walk().page(Stage.PRODUCT, product()).probe("variant_required", pressed(**said))
    assert outcome(variant_required, shop).kind is Kind.PASS


def test_silence_fails_and_points_at_the_choice(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product()).probe("variant_required", pressed())
    found = outcome(variant_required, shop)
    assert found.kind is Kind.FAIL
    assert "“Size”" in found.message
    assert found.findings[0].url == URL
    assert found.findings[0].box is not None


def test_button_that_is_off_without_a_word_fails(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product()).probe("variant_required", pressed(pressed=False, disabled=True))
    assert outcome(variant_required, shop).kind is Kind.FAIL


@pytest.mark.parametrize(
    "said",
    [
        {"messages": ["Please choose a size"]},
        {"focus_moved": True},
        {"pressed": False, "disabled": True, "hint": "Select a size"},
    ],
)
def test_half_an_explanation_warns(shop: Shop, said: dict[str, Any]) -> None:
    shop.walk().page(Stage.PRODUCT, product()).probe("variant_required", pressed(**said))
    found = outcome(variant_required, shop)
    assert (found.kind, found.findings[0].url) == (Kind.WARN, URL)


def test_product_added_all_the_same_warns_with_less_confidence(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product()).probe("variant_required", pressed(added=True))
    found = outcome(variant_required, shop)
    assert (found.kind, found.confidence) == (Kind.WARN, Confidence.MEDIUM)


def test_product_with_a_variant_chosen_in_advance_is_left_out(shop: Shop) -> None:
    why = "The product has no choice that is still open."
    shop.walk().page(Stage.PRODUCT, product(chosen=1)).probe("variant_required", why)
    assert outcome(variant_required, shop).kind is Kind.NOT_APPLICABLE


def test_open_choice_without_a_probe_is_not_measurable(shop: Shop) -> None:
    why = "The buy button could not be pressed."
    shop.walk().page(Stage.PRODUCT, product()).probe("variant_required", why)
    found = outcome(variant_required, shop)
    assert found.kind is Kind.NOT_MEASURABLE
    assert why.rstrip(".") in found.message


def test_journey_without_a_product_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    assert outcome(variant_required, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize(
    ("groups", "named"),
    [(["(Required)"], "a variant"), (["Size: (Required)", "Farbe *"], "“Size” and “Farbe”"), (["* [Pflichtfeld]"], "a variant")],
)
def test_a_mark_beside_a_choice_is_not_its_name(shop: Shop, groups: list[str], named: str) -> None:
    shop.walk().page(Stage.PRODUCT, product()).probe("variant_required", pressed(groups=groups, native_hint=True))
    assert outcome(variant_required, shop).message == f"The browser points at {named}."


def test_a_button_that_comes_into_view_is_no_message(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product()).probe("variant_required", pressed(messages=["Back to top"]))
    assert outcome(variant_required, shop).kind is Kind.FAIL


def test_another_product_that_was_tried_is_the_one_shown(shop: Shop) -> None:
    other = "https://shop.example/chair"
    shop.walk().page(Stage.PRODUCT, product(chosen=1)).probe("variant_required", pressed(url=other))
    found = outcome(variant_required, shop)
    assert (found.kind, found.findings[0].url, found.findings[0].box) == (Kind.FAIL, other, None)

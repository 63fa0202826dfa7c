from typing import Any

from auditor_checks.accessibility.status_messages import status_messages

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.recordings import Shop


def variant(*, live: bool) -> dict[str, Any]:
    return {"disabled": False, "added": False, "live": live, "dialog": "", "focus_moved": False}


def form(*, focus: bool, disabled: bool = False) -> dict[str, Any]:
    return {"disabled": disabled, "summary": False, "focus": focus, "native": False}


def test_both_announced_pass(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT).probe("variant_required", variant(live=True)).probe("empty_submit", form(focus=True))
    assert (outcome(status_messages, shop).kind, outcome(status_messages, shop).value) == (Kind.PASS, 2)


def test_one_of_two_warns(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT).probe("variant_required", variant(live=True)).probe("empty_submit", form(focus=False))
    assert outcome(status_messages, shop).kind is Kind.WARN


def test_none_of_two_fails(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT).probe("variant_required", variant(live=False)).probe("empty_submit", form(focus=False))
    assert outcome(status_messages, shop).kind is Kind.FAIL


def test_a_new_page_is_no_status_message(shop: Shop) -> None:
    silent = form(focus=False) | {"loaded": True}
    shop.walk().page(Stage.PRODUCT).probe("variant_required", "The product has no choice.").probe("empty_submit", silent)
    assert outcome(status_messages, shop).kind is Kind.NOT_APPLICABLE


def test_a_new_page_does_not_excuse_the_other_moment(shop: Shop) -> None:
    silent = form(focus=False) | {"loaded": True}
    shop.walk().page(Stage.PRODUCT).probe("variant_required", variant(live=False)).probe("empty_submit", silent)
    found = outcome(status_messages, shop)
    assert (found.kind, [f.key for f in found.findings]) == (Kind.FAIL, ["Buying without a choice"])


def test_a_shop_that_says_nothing_has_nothing_to_announce(shop: Shop) -> None:
    nothing: dict[str, list[str]] = {"messages": []}
    shop.walk().page(Stage.PRODUCT).probe("variant_required", variant(live=False) | nothing).probe(
        "empty_submit", form(focus=False) | nothing
    )
    assert outcome(status_messages, shop).kind is Kind.NOT_MEASURABLE


def test_no_error_that_came_up_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT).probe("variant_required", "The product has no choice.").probe(
        "empty_submit", form(focus=True, disabled=True)
    )
    assert outcome(status_messages, shop).kind is Kind.NOT_MEASURABLE

from auditor_checks.navigation.filter_feedback import filter_feedback

from auditor.api import Kind, Outcome, Stage
from tests.checks.judging import outcome
from tests.checks.recordings import Shop


def judged(shop: Shop, **found: bool) -> Outcome:
    seen = {"filter": "Wool", "url": "https://shop.example/all", "before": 16, "after": 5}
    good = {"list_changed": True, "state_shown": True, "address_changed": True, "undone": True}
    shop.walk().page(Stage.CATEGORY).probe("filter_used", {**seen, **good, **found})
    return outcome(filter_feedback, shop)


def test_a_filter_that_is_seen_and_taken_back_passes(shop: Shop) -> None:
    assert judged(shop).kind is Kind.PASS


def test_an_address_that_stays_is_warned_of(shop: Shop) -> None:
    found = judged(shop, address_changed=False)
    assert (found.kind, found.value) == (Kind.WARN, 3)


def test_a_filter_that_does_nothing_fails(shop: Shop) -> None:
    assert judged(shop, list_changed=False, state_shown=False, address_changed=False, undone=False).kind is Kind.FAIL


def test_a_list_without_filters_is_not_concerned(shop: Shop) -> None:
    shop.walk().page(Stage.CATEGORY).probe("filter_used", "The list shows no filter that could be ticked.")
    assert outcome(filter_feedback, shop).kind is Kind.NOT_APPLICABLE


def test_no_list_is_not_measurable(shop: Shop) -> None:
    shop.walk().missed(Stage.CATEGORY, "No list was found.")
    assert outcome(filter_feedback, shop).kind is Kind.NOT_MEASURABLE


def test_a_list_that_never_changed_is_not_said_to_be_stuck(shop: Shop) -> None:
    found = judged(shop, list_changed=False, address_changed=False, undone=False)
    assert (found.kind, "taking it back" in found.message) == (Kind.FAIL, False)

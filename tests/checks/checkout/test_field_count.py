import pytest
from auditor_checks.checkout.field_count import field_count

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import form, payment
from tests.checks.judging import outcome
from tests.checks.recordings import Shop


def questions(number: int) -> dict[str, dict[str, object]]:
    return {f"Question {n}": {} for n in range(number)}


@pytest.mark.parametrize(("more", "kind"), [(0, Kind.PASS), (6, Kind.PASS), (7, Kind.WARN), (9, Kind.WARN), (10, Kind.FAIL)])
def test_fields_are_counted_once_over_all_pages(shop: Shop, more: int, kind: Kind) -> None:
    page = form(more=questions(more))
    shop.walk().page(Stage.CHECKOUT, page).page(Stage.ADDRESS, page).page(Stage.PAYMENT, payment())
    found = outcome(field_count, shop)
    assert (found.kind, found.value) == (kind, 6 + more)


def test_a_short_form_is_not_measurable_before_the_way_has_ended(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form()).missed(Stage.PAYMENT, "The address was refused.")
    assert outcome(field_count, shop).kind is Kind.NOT_MEASURABLE


def test_a_long_form_is_long_whatever_follows(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form(more=questions(12)))
    assert outcome(field_count, shop).kind is Kind.FAIL


def test_a_region_that_becomes_a_list_is_one_question(shop: Shop) -> None:
    region = {"Region": {"attrs": {"name": "region", "autocomplete": "address-level1"}}}
    again = {"Region": {"attrs": {"name": "region_code", "autocomplete": "address-level1"}}}
    shop.walk().page(Stage.CHECKOUT, form(more=region)).page(Stage.ADDRESS, form(more=again)).page(Stage.PAYMENT, payment())
    assert outcome(field_count, shop).value == 7


def test_only_what_can_be_left_out_is_called_so(shop: Shop) -> None:
    """Where a page marks nothing, a field without a mark may well be needed."""
    page = form(mark="", more={**questions(9), "Company": {"attrs": {"autocomplete": "organization"}}})
    shop.walk().page(Stage.ADDRESS, page).page(Stage.PAYMENT, payment())
    assert [f.key for f in outcome(field_count, shop).findings] == ["company"]

from auditor_checks.checkout.guest_option import guest_option

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.recordings import Shop


def test_checkout_that_goes_on_passes(shop: Shop) -> None:
    shop.walk().page(Stage.CHECKOUT).page(Stage.ADDRESS)
    assert outcome(guest_option, shop).kind is Kind.PASS


def test_demanded_account_fails(shop: Shop) -> None:
    shop.walk(ended="login_required", failure_code="account_required", message="An account is demanded.")
    found = outcome(guest_option, shop)
    assert (found.kind, found.message) == (Kind.FAIL, "An account is demanded.")


def test_shop_behind_a_login_and_journey_cut_short_are_not_measurable(shop: Shop) -> None:
    shop.walk(ended="login_required", failure_code="login_wall", message="Only after logging in.")
    found = outcome(guest_option, shop)
    assert (found.kind, found.message) == (Kind.NOT_MEASURABLE, "Only after logging in.")


def test_journey_that_ended_before_the_address_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.CART).missed(Stage.CHECKOUT, "No way to the checkout was found.")
    assert outcome(guest_option, shop).kind is Kind.NOT_MEASURABLE

import pytest
from auditor_checks.checkout.inline_validation import inline_validation

from auditor.api import Kind
from tests.checks.checkout.trials import AT, mistake, sent, trial
from tests.checks.judging import outcome
from tests.checks.recordings import Shop


def test_a_message_that_comes_and_goes_in_time_passes(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(mistakes=[mistake("email", AT)]))
    found = outcome(inline_validation, shop)
    assert (found.kind, found.value) == (Kind.PASS, 3)


def test_a_red_frame_alone_is_shown_too(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(mistakes=[mistake("email", after_blur=True, marked=True, clears=True)]))
    assert outcome(inline_validation, shop).kind is Kind.PASS


@pytest.mark.parametrize(("facts", "value"), [({"early": True}, 2), ({"clears": False}, 2), ({"early": True, "clears": False}, 1)])
def test_a_message_too_early_or_too_long_warns(shop: Shop, facts: dict[str, bool], value: int) -> None:
    shop.walk().probe("form_trial", trial(mistakes=[mistake("email", AT, **facts)]))
    found = outcome(inline_validation, shop)
    assert (found.kind, found.value, len(found.findings)) == (Kind.WARN, value, 3 - value)


def test_silence_until_the_form_is_sent_fails(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(mistakes=[mistake("email"), mistake("postcode")], sent=sent(("email", AT))))
    found = outcome(inline_validation, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 0)
    assert "“E-mail” and “Postcode”" in found.message


def test_a_postcode_that_is_never_checked_says_nothing(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(mistakes=[mistake("postcode")], sent=sent()))
    assert outcome(inline_validation, shop).kind is Kind.NOT_APPLICABLE


def test_a_form_of_two_fields_is_left_out(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(fields=2, mistakes=[mistake("email")]))
    assert outcome(inline_validation, shop).kind is Kind.NOT_APPLICABLE


def test_without_a_field_to_mistype_nothing_is_measured(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(mistakes=[mistake("email", after_blur=None)]))
    assert outcome(inline_validation, shop).kind is Kind.NOT_MEASURABLE


def test_fields_that_were_marked_before_tell_nothing(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(mistakes=[mistake("email", after_blur=None)]))
    found = outcome(inline_validation, shop)
    assert found.kind is Kind.NOT_MEASURABLE
    assert "before anything was typed" in found.message


@pytest.mark.parametrize(("said", "kind"), [((), Kind.FAIL), ((AT,), Kind.PASS)])
def test_an_e_mail_address_asked_on_a_page_of_its_own_counts(shop: Shop, said: tuple[str, ...], kind: Kind) -> None:
    shop.walk().probe("form_trial", trial(fields=3)).probe("more_form_trial", trial(mistakes=[mistake("email", *said)], fields=2))
    assert outcome(inline_validation, shop).kind is kind

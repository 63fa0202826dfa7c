import pytest
from auditor_checks.checkout.tolerant_input import tolerant_input

from auditor.api import Kind
from tests.checks.checkout.trials import AT, mistake, sent, taken, trial
from tests.checks.judging import outcome
from tests.checks.recordings import Shop

CHECKED = [mistake("email", AT), mistake("postcode", "Eine Postleitzahl hat 5 Ziffern.")]
SPACES, BRACKETS = "country code and spaces", "brackets and hyphens"


def test_formats_that_are_all_taken_pass(shop: Shop) -> None:
    formats = [taken("email", "a space at the end"), taken("postcode", "a space at the end")]
    shop.walk().probe("form_trial", trial(mistakes=CHECKED, formats=formats))
    found = outcome(tolerant_input, shop)
    assert (found.kind, found.value, found.threshold) == (Kind.PASS, 2, "2 of 2")


def test_one_refusal_warns(shop: Shop) -> None:
    formats = [taken("email", "a space at the end"), taken("phone", SPACES, "Nur Ziffern.")]
    shop.walk().probe("form_trial", trial(mistakes=CHECKED, formats=formats))
    found = outcome(tolerant_input, shop)
    assert (found.kind, found.value) == (Kind.WARN, 1)
    assert "Nur Ziffern." in found.findings[0].message


def test_two_refusals_fail(shop: Shop) -> None:
    formats = [taken("phone", SPACES, "Digits only."), taken("phone", BRACKETS, "Digits only.")]
    shop.walk().probe("form_trial", trial(mistakes=CHECKED, formats=formats))
    assert outcome(tolerant_input, shop).kind is Kind.FAIL


def test_what_is_looked_at_on_sending_only_counts_as_it_was_sent(shop: Shop) -> None:
    formats = [taken("email", "a space at the end"), taken("phone", SPACES)]
    later = sent(("email", AT), formats=[taken("email", "a space at the end", "Invalid."), taken("phone", SPACES, "Invalid.")])
    shop.walk().probe("form_trial", trial(mistakes=[mistake("email")], formats=formats, sent=later))
    found = outcome(tolerant_input, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 0)


def test_what_was_never_seen_to_be_checked_does_not_count(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(mistakes=[mistake("email")], formats=[taken("email", "a space at the end")]))
    found = outcome(tolerant_input, shop)
    assert found.kind is Kind.NOT_MEASURABLE
    assert "no button" in found.message  # a form that only its order button sends is never sent


@pytest.mark.parametrize("told", ["The telephone number may contain only digits.", "- Il cellulare deve contenere solo cifre."])
def test_errors_told_in_a_list_do_not_show_what_is_taken(shop: Shop, told: str) -> None:
    formats = [taken("email", "a space at the end"), taken("phone", SPACES)]
    shop.walk().probe("form_trial", trial(mistakes=[mistake("email")], formats=formats, sent=sent(told=[told])))
    assert outcome(tolerant_input, shop).kind is Kind.NOT_MEASURABLE


def test_a_form_the_browser_held_back_was_not_looked_at_by_the_shop(shop: Shop) -> None:
    formats = [taken("email", "a space at the end"), taken("phone", SPACES)]
    shop.walk().probe("form_trial", trial(mistakes=[mistake("email")], formats=formats, sent=sent(native=True)))
    assert outcome(tolerant_input, shop).kind is Kind.NOT_MEASURABLE


def test_what_a_further_form_refuses_counts(shop: Shop) -> None:
    formats = [taken("email", "a space at the end", "No spaces."), taken("phone", SPACES, "Nur Ziffern.")]
    shop.walk().probe("form_trial", trial()).probe("more_form_trial", trial(mistakes=[mistake("email", AT)], formats=formats))
    assert outcome(tolerant_input, shop).kind is Kind.FAIL


def test_what_the_address_form_takes_is_not_judged_by_a_further_one(shop: Shop) -> None:
    own, other = [taken("email", "a space at the end")], [taken("email", "a space at the end", "No spaces.")]
    walk = shop.walk().probe("form_trial", trial(mistakes=CHECKED, formats=own))
    walk.probe("more_form_trial", trial(mistakes=CHECKED, formats=other))
    assert outcome(tolerant_input, shop).kind is Kind.PASS


def test_formats_that_only_sending_tried_count(shop: Shop) -> None:
    later = sent(("email", AT), formats=[taken("email", "a space at the end", "Invalid."), taken("phone", SPACES, "Invalid.")])
    shop.walk().probe("form_trial", trial(mistakes=[mistake("email")], formats=[], sent=later))
    assert outcome(tolerant_input, shop).kind is Kind.FAIL

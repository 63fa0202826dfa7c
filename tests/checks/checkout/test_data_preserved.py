from typing import Any

from auditor_checks.checkout.data_preserved import data_preserved

from auditor.api import Kind, Severity
from tests.checks.checkout.trials import AT, CHECKOUT, sent, trial
from tests.checks.judging import outcome
from tests.checks.recordings import Shop


def look(kept: int, *lost: str) -> dict[str, Any]:
    return {"url": CHECKOUT, "kept": kept, "lost": list(lost), "form": True, "status": 200}


def returned(back: dict[str, Any] | None, reload: dict[str, Any] | None = None, **facts: bool) -> dict[str, Any]:
    return {"url": CHECKOUT, "given": 6, "back": back, "reload": reload, "held_back": False, "kept_whole": False, "leaves": False, **facts}


def test_an_address_that_is_there_each_time_passes(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(sent=sent(("email", AT)))).probe("form_return", returned(look(6), look(6)))
    found = outcome(data_preserved, shop)
    assert (found.kind, found.value) == (Kind.PASS, 3)


def test_a_form_that_comes_back_empty_after_an_error_fails(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(sent=sent(("email", AT), lost=["First name", "Street", "City"])))
    found = outcome(data_preserved, shop)
    assert (found.kind, found.severity or data_preserved.severity) == (Kind.FAIL, Severity.CRITICAL)
    assert "“First name”, “Street” and “City”" in found.message


def test_one_answer_of_many_that_is_lost_warns(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(sent=sent(("email", AT), lost=["City"])))
    found = outcome(data_preserved, shop)
    assert (found.kind, found.severity) == (Kind.WARN, Severity.MAJOR)


def test_an_empty_form_after_back_fails(shop: Shop) -> None:
    shop.walk(mobile=True).probe("form_return", returned(look(0, "Name", "Street", "City", "Postcode")))
    assert outcome(data_preserved, shop).kind is Kind.FAIL


def test_an_empty_form_that_browsers_may_keep_says_nothing(shop: Shop) -> None:
    shop.walk(mobile=True).probe("form_return", returned(look(0, "Name", "Street", "City"), kept_whole=True))
    assert outcome(data_preserved, shop).kind is Kind.NOT_MEASURABLE


def test_what_is_there_after_reloading_was_not_lost_by_going_back(shop: Shop) -> None:
    shop.walk(mobile=True).probe("form_return", returned(look(0, "Name", "Street", "City"), look(6), kept_whole=True))
    assert outcome(data_preserved, shop).kind is Kind.PASS


def test_an_address_that_is_lost_only_by_reloading_warns(shop: Shop) -> None:
    shop.walk(mobile=True).probe("form_return", returned(look(6), look(0, "Name", "Street", "City")))
    found = outcome(data_preserved, shop)
    assert (found.kind, found.value) == (Kind.WARN, 1)
    assert "loading the page again" in found.message


def test_a_page_that_needs_what_is_held_back_is_not_judged(shop: Shop) -> None:
    shop.walk(mobile=True).probe("form_return", returned(look(0, "Name", "Street", "City"), held_back=True))
    assert outcome(data_preserved, shop).kind is Kind.NOT_MEASURABLE


def test_a_form_that_takes_mistakes_and_is_not_returned_to_is_not_measurable(shop: Shop) -> None:
    accepted = {"pressed": True, "accepted": True, "status": 200}
    shop.walk().probe("form_trial", trial(sent=accepted)).probe("form_return", "Going back did not lead to the address form.")
    assert outcome(data_preserved, shop).kind is Kind.NOT_MEASURABLE


def test_the_occasions_are_named_together(shop: Shop) -> None:
    shop.walk().probe("form_return", returned(look(0, "Name", "Street"), look(0, "Name", "Street")))
    found = outcome(data_preserved, shop)
    assert found.message == "After going back and after loading the page again “Name” and “Street” must be typed again."


def test_other_answers_are_told_apart_and_fields_without_a_label_are_named(shop: Shop) -> None:
    shop.walk().probe("form_return", returned(look(0, "given_name", "Street"), look(1, "Street")))
    found = outcome(data_preserved, shop)
    assert found.message == (
        "After going back “given name” and “Street” must be typed again; after loading the page again “Street” must be typed again."
    )
    assert found.findings[0].message == "“given name” and “Street” are empty after going back."


def test_one_answer_of_a_first_step_is_not_the_whole_form(shop: Shop) -> None:
    shop.walk().probe("form_return", returned(look(0, "E-mail address")))
    assert outcome(data_preserved, shop).kind is Kind.WARN

from typing import Any

import pytest
from auditor_checks.checkout.empty_submit import empty_submit

from auditor.api import Kind, Severity
from tests.checks.judging import outcome
from tests.checks.recordings import Shop

URL = "https://shop.example/checkout"


def sent(required: int, explained: int, **found: Any) -> dict[str, Any]:
    messages = ["Please fill in this field"] * explained
    state = {
        "pressed": True,
        "disabled": False,
        "native": False,
        "focus": False,
        "summary": False,
        "url": URL,
    }
    return {**state, "required": required, "explained": explained, "messages": messages, **found}


@pytest.mark.parametrize("led", [{"focus": True}, {"summary": True}])
def test_every_field_explained_and_the_shopper_led_there_passes(shop: Shop, led: dict[str, Any]) -> None:
    shop.walk().probe("empty_submit", sent(6, 6, **led))
    found = outcome(empty_submit, shop)
    assert (found.kind, found.value) == (Kind.PASS, 1.0)


def test_explained_but_focus_left_behind_warns(shop: Shop) -> None:
    shop.walk().probe("empty_submit", sent(6, 6))
    found = outcome(empty_submit, shop)
    assert (found.kind, found.severity) == (Kind.WARN, Severity.MAJOR)
    assert "focus" in found.findings[0].message


def test_most_fields_explained_warns_and_lists_the_others(shop: Shop) -> None:
    shop.walk().probe("empty_submit", sent(5, 3, focus=True, unexplained=["City", "Postcode"]))
    found = outcome(empty_submit, shop)
    assert (found.kind, found.value) == (Kind.WARN, 0.6)
    assert [(f.key, f.url) for f in found.findings] == [("City", URL), ("Postcode", URL)]


def test_nineteen_of_twenty_fields_are_enough(shop: Shop) -> None:
    shop.walk().probe("empty_submit", sent(20, 19, focus=True, unexplained=["Title"]))
    assert outcome(empty_submit, shop).kind is Kind.PASS


def test_one_message_for_all_is_feedback_but_explains_no_field(shop: Shop) -> None:
    shop.walk().probe("empty_submit", sent(5, 0, messages=["Please check your details"]))
    found = outcome(empty_submit, shop)
    assert (found.kind, found.severity) == (Kind.FAIL, Severity.MAJOR)


@pytest.mark.parametrize(
    ("labels", "messages"),
    [
        (["Your name *", "Town *"], ["Your name is missing.", "Town is missing."]),
        (["Straße *", "Ort:"], ["Bitte prüfen Sie:", "Straße: Pflichtfeld", "Ort: Pflichtfeld"]),
        (["Cognome*", "CAP*"], ["- Il campo Cognome è obbligatorio.", "- Il campo CAP è obbligatorio."]),
    ],
)
def test_a_list_that_names_every_field_is_a_warning(shop: Shop, labels: list[str], messages: list[str]) -> None:
    shop.walk().probe("empty_submit", sent(2, 0, unexplained=labels, messages=messages, loaded=True))
    found = outcome(empty_submit, shop)
    assert (found.kind, found.severity, found.value) == (Kind.WARN, Severity.MAJOR, 0)
    assert found.message == "The errors of 2 of 2 required fields are told in a list, not at the fields."


def test_a_list_that_names_some_fields_only_still_fails(shop: Shop) -> None:
    shop.walk().probe("empty_submit", sent(3, 0, unexplained=["Name", "Town", "Postcode"], messages=["Name is missing."]))
    assert outcome(empty_submit, shop).kind is Kind.FAIL


def test_few_fields_explained_fails_as_major(shop: Shop) -> None:
    shop.walk().probe("empty_submit", sent(5, 2, focus=True))
    found = outcome(empty_submit, shop)
    assert (found.kind, found.severity, found.value) == (Kind.FAIL, Severity.MAJOR, 0.4)


def test_no_feedback_at_all_fails_as_critical(shop: Shop) -> None:
    shop.walk().probe("empty_submit", sent(5, 0))
    found = outcome(empty_submit, shop)
    assert (found.kind, found.severity or empty_submit.severity) == (Kind.FAIL, Severity.CRITICAL)
    assert found.findings[0].url == URL


def test_hints_of_the_browser_alone_warn(shop: Shop) -> None:
    shop.walk().probe("empty_submit", sent(5, 0, native=True, focus=True))
    assert outcome(empty_submit, shop).kind is Kind.WARN


def test_button_that_stays_off_warns(shop: Shop) -> None:
    shop.walk().probe("empty_submit", sent(5, 0, pressed=False, disabled=True))
    assert outcome(empty_submit, shop).kind is Kind.WARN


def test_form_that_may_be_empty_is_left_out(shop: Shop) -> None:
    shop.walk().probe("empty_submit", sent(5, 0, accepted_empty=True))
    assert outcome(empty_submit, shop).kind is Kind.NOT_APPLICABLE


def test_without_required_fields_or_without_the_probe_nothing_is_measured(shop: Shop) -> None:
    shop.walk().probe("empty_submit", sent(0, 0))
    assert outcome(empty_submit, shop).kind is Kind.NOT_MEASURABLE


def test_probe_that_did_not_run_is_not_measurable(shop: Shop) -> None:
    shop.walk().probe("empty_submit", "The form was already filled in.")
    assert outcome(empty_submit, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize(
    ("required", "explained", "said"),
    [
        (6, 6, "All 6 required fields get a message of their own, and"),
        (6, 0, "None of 6 required fields gets a message of its own."),
        (6, 1, "Only 1 of 6 required fields gets a message of its own."),
        (1, 1, "The required field gets a message of its own, and"),
    ],
)
def test_it_is_said_in_plain_words(shop: Shop, required: int, explained: int, said: str) -> None:
    shop.walk().probe("empty_submit", sent(required, explained, focus=True) | {"messages": ["Please fill in all fields"]})
    assert outcome(empty_submit, shop).message.startswith(said)


def test_a_focus_that_moves_is_an_answer_without_words(shop: Shop) -> None:
    shop.walk().probe("empty_submit", sent(4, 0, focus=True))
    assert outcome(empty_submit, shop).kind is Kind.WARN

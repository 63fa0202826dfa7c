from auditor_checks.checkout.error_not_colour_only import error_not_colour_only

from auditor.api import Kind
from tests.checks.checkout.trials import AT, mistake, sent, trial
from tests.checks.judging import outcome
from tests.checks.recordings import Shop

RED_FRAME = {"after_blur": True, "marked": True}


def test_words_that_can_be_read_pass(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(mistakes=[mistake("email", AT)]))
    found = outcome(error_not_colour_only, shop)
    assert (found.kind, found.value) == (Kind.PASS, 8.4)


def test_a_frame_without_a_word_after_sending_fails(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(mistakes=[mistake("email", **RED_FRAME)], sent=sent(marked=["email", "postcode"])))
    assert outcome(error_not_colour_only, shop).kind is Kind.FAIL


def test_new_words_that_may_speak_of_it_are_no_proof_of_silence(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(sent=sent(marked=["email"], fresh=2)))
    assert outcome(error_not_colour_only, shop).kind is Kind.NOT_MEASURABLE


def test_a_summary_at_the_top_is_words_too(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(sent=sent(marked=["email"], told=["Please check your details."])))
    assert outcome(error_not_colour_only, shop).kind is Kind.PASS


def test_a_frame_with_the_browsers_hint_passes(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(sent=sent(marked=["email"], native=True)))
    assert outcome(error_not_colour_only, shop).kind is Kind.PASS


def test_a_frame_alone_while_typing_warns_where_sending_was_not_seen(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(mistakes=[mistake("email", **RED_FRAME)]))
    assert outcome(error_not_colour_only, shop).kind is Kind.WARN


def test_pale_words_warn(shop: Shop) -> None:
    pale = [["rgb(255, 140, 140)", "rgb(255, 255, 255)"]]
    shop.walk().probe("form_trial", trial(sent=sent(("email", AT), colours=pale)))
    found = outcome(error_not_colour_only, shop)
    assert (found.kind, found.value) == (Kind.WARN, 2.2)


def test_words_on_a_picture_pass_without_a_number(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(sent=sent(("email", AT), colours=[["rgb(200, 0, 0)", ""]])))
    found = outcome(error_not_colour_only, shop)
    assert (found.kind, found.value) == (Kind.PASS, None)


def test_silence_is_left_to_another_check(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(sent=sent()))
    assert outcome(error_not_colour_only, shop).kind is Kind.NOT_APPLICABLE


def test_without_any_error_nothing_is_measured(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial())
    assert outcome(error_not_colour_only, shop).kind is Kind.NOT_MEASURABLE

import pytest
from auditor_checks.checkout.address_assist import address_assist

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import ENGLISH, GERMAN, form
from tests.checks.checkout.trials import mistake, trial
from tests.checks.judging import outcome
from tests.checks.recordings import Shop, request


@pytest.mark.parametrize(
    ("helped", "said"),
    [
        ({"filled": ["city"]}, "The postcode fills in the city."),
        ({"filled": ["city", "street"]}, "The postcode fills in the city and the street."),
        ({"filled": [], "suggestions": 4}, "Typing the street suggests 4 addresses."),
    ],
)
def test_a_town_or_suggestions_pass(shop: Shop, helped: dict[str, object], said: str) -> None:
    shop.walk().probe("form_trial", trial(help={"suggestions": 0, "asked": False, **helped}))
    found = outcome(address_assist, shop)
    assert (found.kind, found.message) == (Kind.PASS, said)


@pytest.mark.parametrize(("lang", "words"), [("en", "Find address"), ("de", "Adresse suchen")])
def test_a_button_that_looks_up_the_address_passes(shop: Shop, lang: str, words: str) -> None:
    page = form(GERMAN if lang == "de" else ENGLISH, lang=lang)
    page.button(words)
    shop.walk().page(Stage.ADDRESS, page, network=[]).probe("form_trial", trial())
    assert outcome(address_assist, shop).kind is Kind.PASS


def test_a_service_in_the_network_passes(shop: Shop) -> None:
    loaded = [request("https://api.getaddress.io/script.js")]
    shop.walk().page(Stage.ADDRESS, form(), network=loaded).probe("form_trial", trial())
    assert outcome(address_assist, shop).kind is Kind.PASS


def test_a_postcode_whose_form_is_checked_is_no_help(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form(), network=[]).probe("form_trial", trial(mistakes=[mistake("postcode", "5 digits, please.")]))
    assert outcome(address_assist, shop).kind is Kind.FAIL


def test_no_help_at_all_fails(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form(), network=[]).probe("form_trial", trial())
    assert outcome(address_assist, shop).kind is Kind.FAIL


def test_a_server_that_was_asked_and_stayed_silent_is_not_judged(shop: Shop) -> None:
    asked = trial(help={"filled": [], "suggestions": 0, "asked": True})
    shop.walk().page(Stage.ADDRESS, form(), network=[]).probe("form_trial", asked)
    assert outcome(address_assist, shop).kind is Kind.NOT_MEASURABLE


def test_help_that_was_not_tried_is_no_accusation(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(help={"filled": [], "suggestions": 0, "asked": False, "tried": []}))
    assert outcome(address_assist, shop).kind is Kind.NOT_MEASURABLE


def test_half_of_it_tried_warns(shop: Shop) -> None:
    helped = {"filled": [], "suggestions": 0, "asked": False, "tried": ["street"]}
    shop.walk().page(Stage.ADDRESS, form(), network=[]).probe("form_trial", trial(help=helped))
    found = outcome(address_assist, shop)
    assert (found.kind, found.message) == (Kind.WARN, "No addresses are suggested while the street is typed.")

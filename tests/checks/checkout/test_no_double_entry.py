from auditor_checks.checkout.no_double_entry import no_double_entry

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import GERMAN, form
from tests.checks.judging import outcome
from tests.checks.recordings import Shop


def test_one_e_mail_field_passes(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form())
    assert outcome(no_double_entry, shop).kind is Kind.PASS


def test_a_repeated_e_mail_warns(shop: Shop) -> None:
    page = form(GERMAN, lang="de", more={"E-Mail wiederholen": {"type": "email", "attrs": {"name": "email_repeat"}}})
    shop.walk(language="de").page(Stage.ADDRESS, page)
    found = outcome(no_double_entry, shop)
    assert (found.kind, found.value) == (Kind.WARN, 1)


def test_an_address_asked_again_at_the_payment_step_fails(shop: Shop) -> None:
    must = {"required": True, "value": ""}
    again = form(
        more={
            "Postcode": {**must, "attrs": {"name": "card_postcode", "autocomplete": "postal-code"}},
            "Phone": {**must, "attrs": {"name": "card_phone", "autocomplete": "tel"}},
        }
    )
    first = form(more={"Phone": {"attrs": {"name": "phone", "autocomplete": "tel"}}})
    shop.walk().page(Stage.ADDRESS, first).page(Stage.PAYMENT, again)
    assert outcome(no_double_entry, shop).kind is Kind.FAIL


def test_without_the_form_nothing_is_measured(shop: Shop) -> None:
    shop.walk().missed(Stage.ADDRESS, "An account is demanded.")
    assert outcome(no_double_entry, shop).kind is Kind.NOT_MEASURABLE

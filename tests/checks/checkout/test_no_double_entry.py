import pytest
from auditor_checks.checkout.no_double_entry import no_double_entry

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import GERMAN, form
from tests.checks.judging import outcome
from tests.checks.pages import Page
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


@pytest.mark.parametrize(
    ("lang", "label", "kind"), [("de", "E-Mail wiederholen", Kind.WARN), ("en", "Repeat e-mail", Kind.WARN), ("en", "Phone", Kind.PASS)]
)
def test_a_form_on_a_page_of_its_own_counts(shop: Shop, lang: str, label: str, kind: Kind) -> None:
    contact = Page("https://shop.example/checkout/contact", lang=lang)
    with contact.form():
        contact.field("E-Mail" if lang == "de" else "E-mail", "email", attrs={"name": "email"})
        contact.field(label, "tel" if kind is Kind.PASS else "email", attrs={"name": "other"})
    address = form(GERMAN, lang="de") if lang == "de" else form()
    shop.walk(language=lang).page(Stage.ADDRESS, address).beside("form-1", contact)
    assert outcome(no_double_entry, shop).kind is kind

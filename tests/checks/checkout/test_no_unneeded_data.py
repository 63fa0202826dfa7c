from auditor_checks.checkout.no_unneeded_data import no_unneeded_data

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import GERMAN, form
from tests.checks.judging import outcome
from tests.checks.recordings import Shop

MUST = {"required": True}


def test_an_address_alone_passes(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form())
    assert outcome(no_unneeded_data, shop).kind is Kind.PASS


def test_one_needless_field_warns(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form(more={"Date of birth": MUST}))
    assert outcome(no_unneeded_data, shop).kind is Kind.WARN


def test_two_needless_fields_fail_in_german(shop: Shop) -> None:
    page = form(GERMAN, lang="de", more={"Geburtsdatum": MUST, "Anrede": MUST})
    shop.walk(language="de").page(Stage.ADDRESS, page)
    found = outcome(no_unneeded_data, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 2)
    assert "Geburtsdatum" in found.message


def test_what_may_stay_empty_is_not_demanded(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form(more={"Date of birth": {}, "Company": {}}))
    assert outcome(no_unneeded_data, shop).kind is Kind.PASS


def test_a_tax_number_is_demanded_where_it_is_custom(shop: Shop) -> None:
    shop.walk(country="IT").page(Stage.ADDRESS, form(more={"Tax ID": {**MUST, "attrs": {"name": "tax_id"}}}))
    assert outcome(no_unneeded_data, shop).kind is Kind.PASS


def test_an_asterisk_demands_and_the_label_of_the_next_row_does_not(shop: Shop) -> None:
    page = form(GERMAN, lang="de", more={"Anrede": {"box": (300, 700, 300, 24)}, "Firma": {"box": (300, 740, 300, 24)}})
    page.text("Anrede *", box=(100, 700, 190, 24))
    page.text("Straße *", box=(100, 768, 190, 24))
    shop.walk(language="de").page(Stage.ADDRESS, page)
    found = outcome(no_unneeded_data, shop)
    assert (found.kind, found.message) == (Kind.WARN, "The checkout demands “Anrede”.")


def test_a_company_may_have_to_be_known(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form(more={"Company": MUST, "Date of birth": MUST}))
    assert outcome(no_unneeded_data, shop).kind is Kind.WARN

from auditor_checks.checkout.address_line2 import address_line2

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import GERMAN, form
from tests.checks.judging import outcome
from tests.checks.recordings import Shop


def test_a_form_without_rare_fields_passes(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form())
    assert outcome(address_line2, shop).kind is Kind.PASS


def test_a_rare_field_in_sight_warns_and_is_named(shop: Shop) -> None:
    page = form(GERMAN, lang="de", more={"Adresszusatz": {"attrs": {"name": "address2"}}})
    shop.walk(language="de").page(Stage.ADDRESS, page)
    found = outcome(address_line2, shop)
    assert found.kind is Kind.WARN
    assert "Adresszusatz" in found.message


def test_a_rare_field_that_must_be_filled_in_fails(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form(more={"Company": {"required": True}}))
    assert outcome(address_line2, shop).kind is Kind.FAIL


def test_a_field_of_another_name_is_none(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form(more={"Street, second part": {"attrs": {"name": "address2"}, "required": True}}))
    assert outcome(address_line2, shop).kind is not Kind.FAIL


def test_it_does_not_apply_where_addresses_are_longer(shop: Shop) -> None:
    shop.walk(country="BR").page(Stage.ADDRESS, form(more={"Address line 2": {}}))
    assert outcome(address_line2, shop).kind is Kind.NOT_APPLICABLE

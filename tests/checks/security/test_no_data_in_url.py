from auditor_checks.security.no_data_in_url import no_data_in_url

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.recordings import Shop, disclosure


def test_nothing_typed_in_addresses_passes(shop: Shop) -> None:
    sent = [disclosure("https://shop.example/save", place="body"), disclosure("https://tracker.example.net/t")]
    shop.walk().page(Stage.ADDRESS, typed=sent)
    assert outcome(no_data_in_url, shop).kind is Kind.PASS


def test_address_of_the_shop_with_the_email_fails_once(shop: Shop) -> None:
    told = disclosure("https://api.shop.example/known", written="base64")
    shop.walk().page(Stage.ADDRESS, typed=[told, told]).page(Stage.PAYMENT, typed=[told])
    found = outcome(no_data_in_url, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 1)
    assert "e-mail address (base64)" in found.message


def test_where_nothing_was_typed_it_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.CART).missed(Stage.ADDRESS, "An account is demanded.")
    found = outcome(no_data_in_url, shop)
    assert found.kind is Kind.NOT_MEASURABLE
    assert "An account is demanded." in found.message


def test_form_that_a_script_usually_sends_otherwise_warns(shop: Shop) -> None:
    address = "https://shop.example/checkout"
    early = {**disclosure(address), "kind": "document"}
    usual = {**disclosure(address, place="body"), "method": "POST"}
    shop.walk().page(Stage.ADDRESS, typed=[usual])
    shop.walk(mobile=True).page(Stage.ADDRESS, typed=[early, usual])
    found = outcome(no_data_in_url, shop)
    assert (found.kind, found.value) == (Kind.WARN, 1)

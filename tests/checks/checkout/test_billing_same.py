from auditor_checks.checkout.billing_same import billing_same

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import form
from tests.checks.judging import outcome, outcomes
from tests.checks.recordings import Shop

BILLING = {
    f"Billing {label}": {"attrs": {"name": f"billing_{name}", "autocomplete": f"billing {token}"}, "required": True}
    for name, label, token in (
        ("street", "street", "address-line1"),
        ("postcode", "postcode", "postal-code"),
        ("city", "city", "address-level2"),
    )
}


def test_one_address_passes(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form())
    assert outcome(billing_same, shop).kind is Kind.PASS


def test_two_addresses_fail(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form(more=BILLING))
    assert outcome(billing_same, shop).kind is Kind.FAIL


def test_two_addresses_in_sight_although_the_box_is_ticked_warn(shop: Shop) -> None:
    page = form(more=BILLING)
    page.checkbox("My billing address is the same", ticked=True)
    shop.walk().page(Stage.ADDRESS, page)
    assert outcome(billing_same, shop).kind is Kind.WARN


def test_an_unticked_box_that_spares_the_second_address_warns_in_two_languages(shop: Shop) -> None:
    for mobile, words in ((False, "Ship to my billing address"), (True, "Rechnungsadresse entspricht Lieferadresse")):
        page = form(more=BILLING, lang="de" if mobile else "en")
        page.checkbox(words, ticked=False)
        shop.walk(mobile=mobile, language="de" if mobile else "en").page(Stage.ADDRESS, page)
    found = outcomes(billing_same, shop)
    assert {o.kind for o in found} == {Kind.WARN}
    assert "is not ticked in advance" in found[0].message


def test_without_the_form_nothing_is_measured(shop: Shop) -> None:
    shop.walk().missed(Stage.ADDRESS, "An account is demanded.")
    assert outcome(billing_same, shop).kind is Kind.NOT_MEASURABLE

import pytest
from auditor_checks.checkout.no_prechecked_consent import no_prechecked_consent

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import CHECKOUT
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


@pytest.mark.parametrize(
    ("country", "lang", "label", "ticked", "kind"),
    [
        ("IE", "en", "Yes, send me the newsletter", False, Kind.PASS),
        ("IE", "en", "Yes, send me the newsletter", True, Kind.FAIL),
        ("DE", "de", "Ja, ich möchte den Newsletter erhalten", True, Kind.FAIL),
        ("GB", "en", "Keep me up to date with news and offers", True, Kind.FAIL),
        ("US", "en", "Email me with news and offers", True, Kind.WARN),
        ("IE", "en", "Do not send me the newsletter", True, Kind.PASS),
        ("DE", "de", "Ich möchte keinen Newsletter", True, Kind.PASS),
        ("IE", "en", "Billing address is the same", True, Kind.PASS),
    ],
)
def test_only_a_ticked_wish_for_advertising_is_one(shop: Shop, country: str, lang: str, label: str, ticked: bool, kind: Kind) -> None:
    page = Page(CHECKOUT, lang=lang)
    page.checkbox(label, ticked=ticked)
    shop.walk(country=country, language=lang).page(Stage.ADDRESS, page)
    assert outcome(no_prechecked_consent, shop).kind is kind


def test_without_a_checkout_nothing_is_measured(shop: Shop) -> None:
    shop.walk().page(Stage.CART).missed(Stage.CHECKOUT, "No way to the checkout was found.")
    assert outcome(no_prechecked_consent, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize(
    ("label", "lang", "country"),
    [("Recevoir la lettre de Colombe", "fr", "BE"), ("Ja tak, send mig nyheder og tilbud på e-mail", "da", "DK")],
)
def test_a_letter_by_another_name_is_advertising(shop: Shop, label: str, lang: str, country: str) -> None:
    page = Page("https://shop.example/checkout", lang=lang)
    page.checkbox(label, ticked=True)
    shop.walk(language=lang, country=country).page(Stage.CHECKOUT, page)
    assert outcome(no_prechecked_consent, shop).kind is Kind.FAIL

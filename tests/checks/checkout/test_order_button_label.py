import pytest
from auditor_checks.checkout.order_button_label import order_button_label

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import PAYMENT, payment
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


@pytest.mark.parametrize(
    ("country", "lang", "label", "kind"),
    [
        ("IE", "en", "Order and pay now", Kind.PASS),
        ("DE", "de", "Zahlungspflichtig bestellen", Kind.PASS),
        ("FR", "fr", "Payer ma commande", Kind.PASS),
        ("FR", "fr", "Commander", Kind.WARN),
        ("IE", "en", "Place order", Kind.WARN),
        ("DE", "de", "Bestellung abschicken", Kind.FAIL),
        ("GB", "en", "Place order", Kind.NOT_APPLICABLE),
        ("IE", "en", "Continue", Kind.NOT_MEASURABLE),
    ],
)
def test_the_label_must_speak_of_paying(shop: Shop, country: str, lang: str, label: str, kind: Kind) -> None:
    shop.walk(country=country, language=lang).page(Stage.PAYMENT, payment(lang=lang, button=label))
    assert outcome(order_button_label, shop).kind is kind


@pytest.mark.parametrize(("label", "kind"), [("Bestelling plaatsen", Kind.WARN), ("Afspraak maken", Kind.NOT_MEASURABLE)])
def test_a_button_that_comes_up_once_a_way_to_pay_is_chosen_counts(shop: Shop, label: str, kind: Kind) -> None:
    page = payment(lang="nl", button="Verder", total="")
    page.text("Kies een betaalmethode en plaats de bestelling, wij bezorgen het binnen twee dagen bij je thuis.")
    page.button(label, visible=False)
    shop.walk(country="NL", language="nl").page(Stage.PAYMENT, page)
    assert outcome(order_button_label, shop).kind is kind


@pytest.mark.parametrize(("country", "lang", "label"), [("IE", "en", "Continue to review"), ("DK", "da", "Fortsæt til gennemgang")])
def test_a_button_that_names_the_next_page_is_not_the_last(shop: Shop, country: str, lang: str, label: str) -> None:
    page = payment(lang=lang, button=label)
    shop.walk(country=country, language=lang).page(Stage.PAYMENT, page)
    assert outcome(order_button_label, shop).kind is Kind.NOT_MEASURABLE


def last_form(label: str, lang: str, *, action: str = "/step", heading: str = "", terms: str = "") -> Page:
    """A payment step whose button says nothing about ordering."""
    page = Page(PAYMENT, lang=lang)
    with page.part("main"):
        if heading:
            page.text(heading, tag="h1")
        with page.form(action):
            page.text({"en": "Payment method", "nl": "Betaalmethode", "sv": "Betalning"}[lang], tag="h2")
            for method in ("Credit card", "PayPal", "iDEAL"):
                page.field(method, "radio", attrs={"name": "payment"}, value=method)
            if terms:
                page.checkbox(terms, ticked=False)
            page.button(label)
    return page


TERMS = {"en": "I agree to the terms and conditions", "nl": "Ik ga akkoord met de algemene voorwaarden"}


@pytest.mark.parametrize(
    ("lang", "label", "facts"),
    [
        ("en", "Confirm", {"action": "/checkout/place-order/"}),
        ("nl", "Bevestigen", {"action": "/order/submit"}),
        ("en", "Confirm", {"heading": "Review your order", "terms": TERMS["en"]}),
        ("nl", "Bevestigen", {"heading": "Controleren en betalen", "terms": TERMS["nl"]}),
    ],
)
def test_a_bare_confirm_that_ends_the_order_fails(shop: Shop, lang: str, label: str, facts: dict[str, str]) -> None:
    country = {"en": "IE", "nl": "NL"}[lang]
    shop.walk(country=country, language=lang).page(Stage.PAYMENT, last_form(label, lang, **facts))
    found = outcome(order_button_label, shop)
    assert found.kind is Kind.FAIL
    assert label in found.message


@pytest.mark.parametrize(
    ("lang", "label", "facts"),
    [
        ("en", "Confirm", {}),
        ("nl", "Bevestigen", {"action": "/checkout/payment"}),
        ("en", "Confirm", {"heading": "Payment", "terms": TERMS["en"]}),
        ("en", "Confirm", {"heading": "Review your order"}),
        ("en", "Continue", {"heading": "Review your order", "terms": TERMS["en"]}),  # a last page may follow
        ("nl", "Verder", {"heading": "Controleren en betalen", "terms": TERMS["nl"]}),
    ],
)
def test_a_confirm_that_may_only_end_a_step_is_not_judged(shop: Shop, lang: str, label: str, facts: dict[str, str]) -> None:
    country = {"en": "IE", "nl": "NL"}[lang]
    shop.walk(country=country, language=lang).page(Stage.PAYMENT, last_form(label, lang, **facts))
    assert outcome(order_button_label, shop).kind is Kind.NOT_MEASURABLE


def test_a_button_that_pays_in_words_of_its_own_passes_where_the_terms_are_accepted(shop: Shop) -> None:
    page = last_form("Slutför köpet och betala 157 kr", "sv", terms="Jag har läst och godkänner köpvillkoren")
    shop.walk(country="SE", language="sv").page(Stage.PAYMENT, page)
    assert outcome(order_button_label, shop).kind is Kind.PASS

import pytest
from auditor_checks.checkout.order_button_label import order_button_label

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import payment
from tests.checks.judging import outcome
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

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
        ("US", "en", "Email me with news and offers", True, Kind.FAIL),
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


@pytest.mark.parametrize(
    ("label", "lang", "country", "name"),
    [
        ("Ja, mail mij De Wolpost met tips en aanbiedingen (niet verplicht)", "nl", "NL", ""),
        ("Ja, ich möchte die Garnpost mit Ideen und Angeboten per E-Mail bekommen. Abbestellen ist jederzeit möglich.", "de", "AT", ""),
        ("Yes, send me the newsletter. No spam, unsubscribe at any time.", "en", "IE", ""),
        ("Oui, je reçois les offres par e-mail (non obligatoire)", "fr", "FR", ""),
        ("Sí, quiero las ofertas en mi correo", "es", "ES", ""),
        ("Ja, ich will die Garnpost", "de", "DE", "customer[newsletter]"),
    ],
)
def test_what_is_promised_beside_it_declines_nothing(shop: Shop, label: str, lang: str, country: str, name: str) -> None:
    page = Page(CHECKOUT, lang=lang)
    page.checkbox(label, ticked=True, attrs={"name": name})
    shop.walk(country=country, language=lang).page(Stage.ADDRESS, page)
    assert outcome(no_prechecked_consent, shop).kind is Kind.FAIL


@pytest.mark.parametrize(
    ("label", "lang", "country", "name"),
    [
        ("Mail mij de factuur (niet verplicht)", "nl", "NL", "invoice_mail"),
        ("Ich möchte die Rechnung per E-Mail erhalten", "de", "DE", "invoice"),
        ("Please do not mail me offers. You can change this at any time.", "en", "IE", ""),
        ("Ik wil geen mails met aanbiedingen", "nl", "NL", "newsletter"),
        ("Newsletter abbestellen", "de", "DE", "newsletter"),
        ("Ich verzichte darauf", "de", "DE", "newsletter_optout"),
        ("Remember me for the next time", "en", "IE", "remember"),
        ("Garantie von fünf Jahren, wie in unseren Angeboten", "de", "DE", "warranty"),
    ],
)
def test_other_boxes_and_refusals_are_no_advertising(shop: Shop, label: str, lang: str, country: str, name: str) -> None:
    page = Page(CHECKOUT, lang=lang)
    page.checkbox(label, ticked=True, attrs={"name": name})
    shop.walk(country=country, language=lang).page(Stage.ADDRESS, page)
    assert outcome(no_prechecked_consent, shop).kind is Kind.PASS


@pytest.mark.parametrize(
    ("label", "lang", "country", "name"),
    [
        ("Avísame por correo de las novedades de mi pedido", "es", "ES", ""),
        ("Inviami via e-mail le novità sul mio ordine", "it", "IT", ""),
        ("Recevoir ma facture par e-mail ; les réductions y figurent", "fr", "FR", ""),
        ("Rechnung per E-Mail (spart Papier, Rabatte sichtbar)", "de", "DE", ""),
        ("Neželám si dostávať informačné e-maily", "sk", "SK", "newsletter"),
        ("No spam, please", "en", "IE", "newsletter"),
        ("Bitte keinen Spam schicken", "de", "DE", "newsletter"),
        ("Unsubscribe me at any time from all e-mails", "en", "IE", "newsletter"),
        ("Keep me up to date on my order by email", "en", "IE", "email_marketing"),
    ],
)
def test_letters_about_the_order_and_refusals_of_any_make_are_none(shop: Shop, label: str, lang: str, country: str, name: str) -> None:
    page = Page("https://shop.example/checkout", lang=lang)
    page.checkbox(label, ticked=True, attrs={"name": name})
    shop.walk(language=lang, country=country).page(Stage.CHECKOUT, page)
    assert outcome(no_prechecked_consent, shop).kind is Kind.PASS

import pytest
from auditor_checks.postpurchase.withdrawal_function import withdrawal_function

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.linked import linked, with_footer
from tests.checks.recordings import Shop


@pytest.mark.parametrize(
    ("label", "lang", "country", "kind"),
    [
        ("Withdraw from contract here", "en", "IE", Kind.PASS),
        ("Vertrag widerrufen", "de", "DE", Kind.PASS),
        ("Se rétracter ici", "fr", "FR", Kind.PASS),
        ("Widerrufsbelehrung", "de", "DE", Kind.WARN),
        ("Returns", "en", "US", Kind.NOT_APPLICABLE),
    ],
)
def test_links_in_the_footer(shop: Shop, label: str, lang: str, country: str, kind: Kind) -> None:
    shop.walk(language=lang, country=country).page(Stage.HOME, with_footer(label, lang=lang))
    assert outcome(withdrawal_function, shop).kind is kind


def test_a_link_on_the_returns_page_counts(shop: Shop) -> None:
    page = linked(links=("Withdraw from contract here",))
    shop.walk(country="IE").page(Stage.HOME).site_page("returns", page)
    assert outcome(withdrawal_function, shop).kind is Kind.PASS


@pytest.mark.parametrize(("label", "lang", "country"), [("Odstąpienie od umowy", "pl", "PL"), ("Vertrag widerrufen", "de", "DE")])
def test_a_link_to_a_page_that_only_explains_is_none(shop: Shop, label: str, lang: str, country: str) -> None:
    page = linked("14", lang=lang, place=label.casefold().replace(" ", "-"))
    shop.walk(language=lang, country=country).page(Stage.HOME, with_footer(label, lang=lang)).site_page("returns", page)
    assert outcome(withdrawal_function, shop).kind is Kind.WARN


def test_a_page_that_asks_for_the_order_is_one(shop: Shop) -> None:
    page = linked(place="vertrag-widerrufen", lang="de")
    with page.part("main"), page.form():
        page.field("Bestellnummer")
    shop.walk(language="de", country="DE").page(Stage.HOME, with_footer("Vertrag widerrufen", lang="de")).site_page("returns", page)
    assert outcome(withdrawal_function, shop).kind is Kind.PASS


@pytest.mark.parametrize(
    ("label", "lang", "country"),
    [
        ("Formulaire de rétractation à imprimer", "fr", "FR"),
        ("Withdrawal form (PDF)", "en", "IE"),
        ("Muster-Widerrufsformular zum Ausdrucken", "de", "DE"),
    ],
)
def test_a_form_on_paper_withdraws_nothing_online(shop: Shop, label: str, lang: str, country: str) -> None:
    page = linked(lang=lang, links=(label,))
    shop.walk(language=lang, country=country).page(Stage.HOME).site_page("returns", page)
    assert outcome(withdrawal_function, shop).kind is Kind.WARN


@pytest.mark.parametrize(
    ("label", "lang", "country"),
    [("Vertrag hier widerrufen (online oder per Post)", "de", "DE"), ("Withdraw from contract (online or by post)", "en", "IE")],
)
def test_what_can_be_done_online_or_by_post_can_be_done_online(shop: Shop, label: str, lang: str, country: str) -> None:
    shop.walk(language=lang, country=country).page(Stage.HOME, with_footer(label, lang=lang))
    assert outcome(withdrawal_function, shop).kind is Kind.PASS


@pytest.mark.parametrize(
    ("lang", "country", "told"),
    [
        ("it", "IT", "La comunicazione va mandata con lettera raccomandata. Non prendiamo in considerazione richieste online."),
        ("de", "DE", "Bitte erklären Sie den Widerruf per Brief."),
    ],
)
def test_a_withdrawal_by_letter_only_fails(shop: Shop, lang: str, country: str, told: str) -> None:
    shop.walk(language=lang, country=country).page(Stage.HOME).site_page("returns", linked(told, lang=lang))
    assert outcome(withdrawal_function, shop).kind is Kind.FAIL


@pytest.mark.parametrize(
    ("lang", "country", "told", "terms"),
    [
        ("de", "DE", "Bitte erklären Sie den Widerruf per Brief oder E-Mail.", ""),
        ("de", "DE", "Bitte erklären Sie den Widerruf per Brief.", "Für die Rückgabe genügt eine Nachricht an hallo@shop.example."),
        ("en", "IE", "Send us a letter.", "For a return send a message to hello@shop.example."),
        ("en", "IE", "You have 14 days.", ""),
        ("de", "DE", "Bitte per Brief. Nicht online angemeldete Retouren nehmen wir nicht an.", ""),
        ("sv", "SE", "Skriv ut sedeln. Du som kan inte skriva ut sedeln så kontakta oss.", ""),
    ],
)
def test_where_a_message_withdraws_it_warns(shop: Shop, lang: str, country: str, told: str, terms: str) -> None:
    walk = shop.walk(language=lang, country=country).page(Stage.HOME).site_page("returns", linked(told, lang=lang))
    if terms:
        walk.site_page("terms", linked(terms, lang=lang, place="terms"))
    assert outcome(withdrawal_function, shop).kind is Kind.WARN

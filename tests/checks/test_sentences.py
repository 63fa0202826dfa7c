import pytest
from auditor_checks.sentences import about_delivery, delivery_times, sentences

from auditor.api import PageRecord, Stage
from tests.checks.product.product_pages import product
from tests.checks.recordings import Shop


def page(shop: Shop, language: str) -> PageRecord:
    shop.walk(language=language).page(Stage.PRODUCT, product(lang=language))
    return shop.recording().journeys[0].page(Stage.PRODUCT)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Lieferung bis 3. Dezember. Kostenlos!", ["Lieferung bis 3. Dezember.", "Kostenlos!"]),
        ("Free delivery · 30 days to return", ["Free delivery", "30 days to return"]),
        ("送料無料。返品可。", ["送料無料", "返品可"]),
    ],
)
def test_sentences_end_at_stops_and_separators(line: str, parts: list[str]) -> None:
    assert sentences(line) == parts


@pytest.mark.parametrize(
    ("language", "line", "times"),
    [
        ("pl", "Wysyłka w 24 h. 30 dni na zwrot.", ["Wysyłka w 24 h."]),
        ("en", "Delivered in 2 to 3 days, and you have 30 days to return it.", ["Delivered in 2 to 3 days"]),
        ("en", "30 days to return it", []),
        ("de", "Lieferzeit: 2–3 Werktage", ["Lieferzeit: 2–3 Werktage"]),
    ],
)
def test_days_of_delivery_are_told_from_days_of_returns(shop: Shop, language: str, line: str, times: list[str]) -> None:
    assert list(delivery_times(page(shop, language), line)) == times


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "You have 60 days to send it back. Returns are free."),
        ("de", "60 Tage Zeit zum Zurückschicken. Retouren sind kostenlos."),
        ("fr", "Vous avez 60 jours pour le renvoyer. Le retour est gratuit."),
        ("es", "Tienes 60 días para devolverlo. La devolución es gratuita."),
        ("it", "Hai 60 giorni per restituirlo. Il reso è gratuito."),
        ("nl", "Je hebt 60 dagen om het terug te sturen. Retourneren is gratis."),
        ("sv", "Du har 60 dagar på dig att skicka tillbaka. Returen är gratis."),
        ("nb", "Du har 60 dager på å sende varen tilbake. Returen er gratis."),
        ("da", "Du har 60 dage til at sende varen tilbage. Returnering er gratis."),
        ("fi", "Sinulla on 60 päivää aikaa palauttaa. Palautus on maksuton."),
        ("pl", "Masz 60 dni na odesłanie. Zwrot jest bezpłatny."),
    ],
)
def test_sending_back_is_told_without_the_word_returns_too(shop: Shop, language: str, line: str) -> None:
    assert [told for told in delivery_times(page(shop, language), line) if any(character.isdigit() for character in told)] == []


def test_a_line_without_returns_stays_whole(shop: Shop) -> None:
    line = "Order today. It arrives on Tuesday."
    assert about_delivery(page(shop, "en"), line) == [line]

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


def test_a_line_without_returns_stays_whole(shop: Shop) -> None:
    line = "Order today. It arrives on Tuesday."
    assert about_delivery(page(shop, "en"), line) == [line]

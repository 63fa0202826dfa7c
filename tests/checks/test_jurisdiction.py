import pytest
from auditor_checks.jurisdiction import Market, market_of

from tests.checks.recordings import Shop


@pytest.mark.parametrize(
    ("market", "eea", "uk", "imprint"),
    [
        (Market(country="DE"), True, False, True),
        (Market(country="IE", currency="USD"), True, False, False),
        (Market(country="CH", language="de", currency="CHF"), False, False, False),
        (Market(country="GB", currency="EUR"), False, True, False),
        (Market(currency="GBP"), False, True, False),
        (Market(language="de", currency="EUR"), True, False, True),
        (Market(language="de", currency="CHF"), False, False, False),
        (Market(language="sv"), True, False, False),
        (Market(language="en"), False, False, False),
        (Market(), False, False, False),
    ],
)
def test_law_is_told_by_country_then_currency_then_language(market: Market, eea: bool, uk: bool, imprint: bool) -> None:
    assert (market.eea, market.uk, market.demands_imprint) == (eea, uk, imprint)


def test_each_fact_comes_from_the_first_journey_that_knows_it(shop: Shop) -> None:
    shop.walk(product={"currency": "EUR"}, language="")
    shop.walk(mobile=True, country="IE", language="en")
    assert market_of(shop.recording().journeys) == Market("IE", "en", "EUR")

from __future__ import annotations

import pytest

from auditor.demo.places import countries, country_names, regions
from auditor.demo.shape import DIMENSIONS
from auditor.demo.wording import wording


@pytest.mark.parametrize("country", countries().values(), ids=list(countries()))
def test_the_example_of_a_country_fits_its_own_pattern(country: object) -> None:
    example = getattr(country, "example")  # noqa: B009
    accepts = getattr(country, "accepts_postcode")  # noqa: B009
    assert accepts(example, exactly=True)
    assert accepts(example.replace(" ", "").replace("-", "").lower(), exactly=False)


def test_a_postcode_brings_its_town() -> None:
    assert countries()["DE"].town("10115") == "Berlin"
    assert countries()["IE"].town("d02x285") == "Dublin"
    assert countries()["DE"].town("99999") is None
    assert countries()["DE"].town("nonsense") is None


@pytest.mark.parametrize("lang", DIMENSIONS["lang"])
def test_the_home_country_of_every_language_is_delivered_to_and_has_regions(lang: str) -> None:
    market = wording(lang).market
    assert market.country in dict(country_names(market.locale))
    assert len(regions(market.country)) >= 5


def test_letters_in_a_postcode_need_a_full_keyboard() -> None:
    assert countries()["DE"].numeric
    assert not countries()["IE"].numeric
    assert not countries()["PT"].numeric

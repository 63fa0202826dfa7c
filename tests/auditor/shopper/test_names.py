"""What countries are called."""

from __future__ import annotations

import pytest

from auditor.shopper.identity import countries
from auditor.shopper.names import country_names, country_of


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("DE", {"Germany", "Deutschland", "Allemagne", "Alemania", "Tyskland", "Německo", "ドイツ"}),
        ("CH", {"Switzerland", "Schweiz", "Suisse", "Svizzera", "スイス"}),
        ("US", {"United States", "USA", "Vereinigte Staaten", "États-Unis"}),
        ("GB", {"United Kingdom", "UK", "Great Britain", "Vereinigtes Königreich"}),
        ("JP", {"Japan", "Japon", "日本"}),
    ],
)
def test_a_country_in_many_languages(code: str, names: set[str]) -> None:
    assert names <= set(country_names(code))


def test_english_stands_first_and_nothing_twice() -> None:
    names = country_names("NL")
    assert names[0] == "Netherlands"
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("code", countries())
def test_a_country_is_found_by_its_code_and_all_its_names(code: str) -> None:
    assert country_of(code.lower()) == code
    assert {country_of(name) for name in country_names(code)} == {code}


@pytest.mark.parametrize("name", ["", "Atlantis", "Deutsch"])
def test_what_is_no_country(name: str) -> None:
    assert country_of(name) == ""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from auditor.demo.datafile import read_toml
from auditor.demo.shape import DIMENSIONS
from auditor.demo.wording import Market, wording

LANGUAGES = DIMENSIONS["lang"]
OTHERS = [lang for lang in LANGUAGES if lang != "en"]


@pytest.mark.parametrize("lang", OTHERS)
@pytest.mark.parametrize("folder", ["lang", "goods"])
def test_every_language_says_what_english_says(lang: str, folder: str) -> None:
    english, other = _leaves(read_toml(f"{folder}/en.toml")), _leaves(read_toml(f"{folder}/{lang}.toml"))
    assert english.keys() == other.keys()


@pytest.mark.parametrize("lang", OTHERS)
def test_every_language_leaves_the_same_gaps(lang: str) -> None:
    english, other = _leaves(read_toml("lang/en.toml")), _leaves(read_toml(f"lang/{lang}.toml"))
    assert {key: _gaps(english[key]) for key in english} == {key: _gaps(other[key]) for key in english}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_pages_of_a_language_share_an_address(lang: str) -> None:
    paths = read_toml(f"lang/{lang}.toml")["paths"]
    inner = {"add", "update", "extras", "details", "delivery_step", "payment_step", "order", "guest"}
    pages = [word for name, word in paths.items() if name not in inner]
    assert len(pages) == len(set(pages))
    assert all(re.fullmatch(r"[a-z0-9-]+", word) for word in paths.values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_language_has_its_own_prose_and_reviews(lang: str) -> None:
    texts = read_toml(f"descriptions/{lang}.toml")
    assert len(texts["reviews"]) >= 3
    own = lang == "en" or " ".join(texts["common"]["paragraphs"])
    assert own


def test_prices_are_written_as_the_market_does() -> None:
    assert wording("en").money(11900) == "€119.00"
    assert wording("de").money(11900) == "119,00\xa0€"
    assert wording("ja").money(1898000).endswith("18,980")


def test_a_converted_price_is_round_less_a_little() -> None:
    market = Market("SE", "sv_SE", "SEK", 11.4, 1000, 100, 25)
    assert market.price(11900) == 135900
    assert market.price(1) == 900


def test_days_carry_their_weekday() -> None:
    assert wording("en").day(date(2026, 11, 26)) == "Thu 26 Nov"
    assert wording("ja").day(date(2026, 11, 26)) == "11月26日(木)"


def test_an_address_is_built_from_words() -> None:
    assert wording("fr").path("cart/add") == "/panier/ajouter"
    assert wording("de").path("product", "fjell") == "/produkt/fjell"


def _leaves(data: dict[str, Any], before: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in data.items():
        found |= _leaves(value, f"{before}{key}.") if isinstance(value, dict) else {before + key: str(value)}
    return found


def _gaps(text: str) -> set[str]:
    return set(re.findall(r"\{\w+\}", text))

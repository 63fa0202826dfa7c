"""Who buys: a coherent, clearly artificial person with a valid public address in each country."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import phonenumbers

from auditor.errors import ConfigError
from auditor.lexicon.language import language_code

# A reserved domain (RFC 2606): mail to it reaches nobody. Shops that ask the mail server need a configured mailbox.
EMAIL = "storefront.audit@example.com"
GIVEN_NAME, FAMILY_NAME = "Audit", "Tester"
# The country a shop most likely sells to, by the language of its pages; the currency decides first.
_BY_LANGUAGE = {
    "en": "US",
    "de": "DE",
    "fr": "FR",
    "es": "ES",
    "it": "IT",
    "pt": "PT",
    "nl": "NL",
    "pl": "PL",
    "sv": "SE",
    "da": "DK",
    "nb": "NO",
    "fi": "FI",
    "cs": "CZ",
    "ja": "JP",
    "hu": "HU",
    "ro": "RO",
    "el": "GR",
    "tr": "TR",
    "sk": "SK",
    "hr": "HR",
    "sl": "SI",
    "bg": "BG",
    "uk": "UA",
    "et": "EE",
    "lv": "LV",
    "lt": "LT",
    "ca": "ES",
}
_BY_CURRENCY = {
    "GBP": "GB",
    "USD": "US",
    "CAD": "CA",
    "AUD": "AU",
    "NZD": "NZ",
    "CHF": "CH",
    "SEK": "SE",
    "NOK": "NO",
    "DKK": "DK",
    "PLN": "PL",
    "CZK": "CZ",
    "HUF": "HU",
    "RON": "RO",
    "BGN": "BG",
    "JPY": "JP",
    "BRL": "BR",
    "MXN": "MX",
    "ARS": "AR",
    "TRY": "TR",
    "UAH": "UA",
}
_OF_THEMES = {"US", "GB"}
# "$", "kr" and "¥" stand for several currencies, so what is read from prices is a guess.
_OWN_SIGNS = {"EUR", *_BY_CURRENCY} - {"USD", "CAD", "AUD", "NZD", "MXN", "ARS", "SEK", "NOK", "DKK", "JPY"}


@dataclass(frozen=True)
class Identity:
    """One shopper. `postcode` and phone numbers are in the usual local form; `phone` is national, `phone_e164` with +."""

    country: str
    street: str
    number: str
    postcode: str
    city: str
    state: str = ""
    state_code: str = ""
    district: str = ""
    number_first: bool = False
    given_name: str = GIVEN_NAME
    family_name: str = FAMILY_NAME
    given_name_kana: str = ""
    family_name_kana: str = ""
    tax_id: str = ""
    email: str = EMAIL
    phone: str = ""
    phone_e164: str = ""
    birth_date: str = "1985-01-01"

    @property
    def street_line(self) -> str:
        """Street and house number as they are written in the country."""
        if self.country == "JP":
            return f"{self.street}{self.number}"
        return f"{self.number} {self.street}" if self.number_first else f"{self.street} {self.number}"

    @property
    def full_name(self) -> str:
        """The name in the order of the country."""
        return f"{self.family_name} {self.given_name}" if self.country in {"JP", "HU"} else f"{self.given_name} {self.family_name}"

    @property
    def private_values(self) -> tuple[str, ...]:
        """What is typed into forms and must not be kept: longest first, so that parts do not spoil the whole."""
        values = {
            self.email,
            self.phone,
            self.phone_e164,
            self.street_line,
            self.full_name,
            self.postcode,
            self.tax_id,
            f"{self.given_name} {self.family_name}",
            self.street,
            self.family_name if len(self.family_name) > 3 else "",
            "".join(ch for ch in self.phone if ch.isdigit()),
            self.phone_e164.lstrip("+"),
        }
        return tuple(sorted((v for v in values if len(v) >= 4), key=len, reverse=True))


@cache
def _data() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads((files("auditor.shopper") / "identities.toml").read_text(encoding="utf-8"))


def countries() -> tuple[str, ...]:
    """Return the ISO 3166 codes there is an identity for."""
    return tuple(_data())


# Who answers a question of age before it is known where the shop delivers to: only the date of birth is used.
ADULT = Identity(country="", street="", number="", postcode="", city="")


def identity_for(country: str, email: str = "") -> Identity:
    """Return the identity of a country; raises `ConfigError` for one there is none for."""
    code = country.upper()
    if code not in _data():
        raise ConfigError(f"There is no test shopper for the country {country!r}. Known: {', '.join(sorted(_data()))}.")
    made = Identity(country=code, **_data()[code])
    number = phonenumbers.example_number_for_type(code, phonenumbers.PhoneNumberType.MOBILE)
    if number is not None:
        national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
        made = replace(made, phone=national, phone_e164=phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    return replace(made, email=email) if email else made


def likely_country(language: str, currency: str, lang_tag: str = "", host: str = "") -> str:
    """Say which country a shop most likely sells to: region of the language tag, domain, currency, language.

    Themes come with a tag of their own: it is not believed where the page is in another language or its prices are in another
    currency than that country's.
    """
    region = lang_tag.replace("_", "-").partition("-")[2].upper()[:2]
    of_a_theme = region in _OF_THEMES and language_code(lang_tag) not in {language, ""}
    if region in _data() and not of_a_theme and not _pays_otherwise(region, currency):
        return region
    domain = host.partition(":")[0].rpartition(".")[2].upper()
    domain = {"UK": "GB"}.get(domain, domain)
    if domain in _data():
        return domain
    if currency in _BY_CURRENCY:
        return _BY_CURRENCY[currency]
    if currency == "EUR" and language == "en":
        return "DE"
    return _BY_LANGUAGE.get(language, "US")


def _pays_otherwise(country: str, currency: str) -> bool:
    """Whether a currency whose sign is its own is another than the country's, as far as that is known."""
    own = {code for code, place in _BY_CURRENCY.items() if place == country} or {"EUR"}
    return currency in _OWN_SIGNS and currency not in own and (country, currency) != ("BG", "EUR")

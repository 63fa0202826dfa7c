"""Whose law a shop sells under, as far as a recording tells: indications for a lawyer, never a verdict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.api import JourneyRecord

_EEA = frozenset("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split())
_EEA_CURRENCIES = frozenset("EUR SEK DKK NOK ISK PLN CZK HUF RON BGN".split())
# Spoken in the EEA and hardly anywhere else; English, French, Spanish and Portuguese tell nothing.
_EEA_LANGUAGES = frozenset("bg cs da de el et fi hr hu is it lt lv nb nl pl ro sk sl sv".split())
_IMPRINT = frozenset({"DE", "AT"})


@dataclass(frozen=True, slots=True)
class Market:
    """Where a shop sells: the country (ISO 3166, "" if unknown), else currency and language as hints."""

    country: str = ""
    language: str = ""
    currency: str = ""

    @property
    def eea(self) -> bool:
        """Whether the law of the European Union applies."""
        if self.country or self.currency:
            return self.country in _EEA or (not self.country and self.currency in _EEA_CURRENCIES)
        return self.language in _EEA_LANGUAGES

    @property
    def uk(self) -> bool:
        return self.country == "GB" or (not self.country and self.currency == "GBP")

    @property
    def demands_imprint(self) -> bool:
        """Whether a legal notice (Impressum) is demanded: Germany and Austria."""
        return self.country in _IMPRINT or (not self.country and self.eea and self.language == "de")

    @property
    def name(self) -> str:
        """How the market is called in a message."""
        return self.country or self.currency or self.language or "an unknown country"


def market_of(journeys: Iterable[JourneyRecord]) -> Market:
    """Read the market off the journeys: the country the shopper gave or was configured, else the first hints."""
    found = list(journeys)
    return Market(
        next((j.country for j in found if j.country), ""),
        next((j.language for j in found if j.language), ""),
        next((str(j.product["currency"]) for j in found if j.product.get("currency")), ""),
    )

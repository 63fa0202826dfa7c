"""Whose law a shop sells under, as far as a recording tells: indications for a lawyer, never a verdict."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

from auditor.api import JourneyRecord, country_name, language_name, say

_LAW = tomllib.loads((files("auditor_checks") / "jurisdiction.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Market:
    """Where a shop sells: the country (ISO 3166, "" if unknown), else currency and language as hints."""

    country: str = ""
    language: str = ""
    currency: str = ""

    @property
    def eea(self) -> bool:
        """Whether the law of the European Union applies."""
        if self.country:
            return self.country in _LAW["countries"]
        if self.currency:
            return self.currency in _LAW["currencies"]
        return self.language in _LAW["languages"]

    @property
    def uk(self) -> bool:
        """Whether the law of the United Kingdom applies."""
        return self.country == "GB" or (not self.country and self.currency == "GBP")

    @property
    def demands_imprint(self) -> bool:
        """Whether a legal notice (Impressum) is demanded: Germany and Austria."""
        return self.country in _LAW["imprint"] or (not self.country and self.eea and self.language == "de")

    @property
    def name(self) -> str:
        """How the market is called in a message."""
        if self.country:
            return country_name(self.country)
        if self.currency:
            return say("a country that pays in {currency}", currency=self.currency)
        if self.language:
            return say("a country that speaks {language}", language=language_name(self.language))
        return say("an unknown country")


def market_of(journeys: Iterable[JourneyRecord]) -> Market:
    """Read the market off journeys: the country the shopper gave or was configured, else the first hints."""
    found = list(journeys)
    return Market(
        next((j.country for j in found if j.country), ""),
        next((j.language for j in found if j.language), ""),
        next((str(j.product["currency"]) for j in found if j.product.get("currency")), ""),
    )

"""Places: countries the shop delivers to, their postcodes, towns, phone numbers and regions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from babel import Locale

from auditor.demo.datafile import read_toml


@dataclass(frozen=True)
class Country:
    """One country the shop delivers to."""

    code: str
    postcode: str  # the exact written form, as a pattern
    example: str
    phone: str
    carrier: str
    towns: tuple[tuple[str, str], ...]
    local: tuple[str, ...]

    def accepts_postcode(self, written: str, *, exactly: bool) -> bool:
        """Whether this is a postcode here; unless exactly, spaces, hyphens and case do not matter."""
        if exactly:
            return re.fullmatch(self.postcode, written) is not None
        pattern = self.postcode.replace(" ", "").replace(r"\-", "")
        return re.fullmatch(pattern, re.sub(r"[\s-]", "", written).upper()) is not None

    def town(self, postcode: str) -> str | None:
        """The town a postcode belongs to, when it is known."""
        bare = re.sub(r"[\s-]", "", postcode).upper()
        if not self.accepts_postcode(postcode, exactly=False):
            return None
        found = [(len(start), town) for start, town in self.towns if bare.startswith(start)]
        return max(found)[1] if found else None

    @property
    def numeric(self) -> bool:
        """Whether postcodes here are typed on a number pad."""
        return re.search("[A-Z]", self.postcode) is None and "-" not in self.example


@cache
def countries() -> dict[str, Country]:
    """Every country the shop delivers to, by its code."""
    return {
        code: Country(
            code,
            facts["postcode"],
            facts["example"],
            facts["phone"],
            facts["carrier"],
            tuple(facts["towns"].items()),
            tuple(facts.get("local", ())),
        )
        for code, facts in read_toml("countries.toml").items()
    }


@cache
def country_names(locale: str) -> tuple[tuple[str, str], ...]:
    """Code and name of every country, sorted by name in this language."""
    names = Locale.parse(locale).territories
    return tuple(sorted(((code, names[code]) for code in countries()), key=lambda pair: pair[1]))


def regions(country: str) -> tuple[str, ...]:
    """The states or provinces a parcel to this country must name, none for most."""
    return tuple(read_toml("regions.toml").get(country, ()))

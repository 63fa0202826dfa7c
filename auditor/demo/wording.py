"""Wording: every word of one language of the shop, and how its market writes addresses, money and dates."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from auditor.demo.datafile import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True)
class Market:
    """The country a language sells in, and what a euro is there."""

    country: str
    locale: str
    currency: str
    factor: float
    step: int  # prices are multiples of this many hundredths ...
    less: int  # ... less this much, as shops do
    vat: float

    def price(self, cents: int) -> int:
        """A price in EUR cents as a local price in hundredths."""
        if self.factor == 1:
            return cents
        return max(self.step, round(cents * self.factor / self.step) * self.step) - self.less


class Wording:
    """Every word of one language; what a language does not say for itself, English says."""

    def __init__(self, lang: str) -> None:
        texts: dict[str, Any] = {}
        for name in ("lang/en", "goods/en", f"lang/{lang}", f"goods/{lang}"):
            texts = _merged(texts, read_toml(f"{name}.toml"))
        self.lang = lang
        self.market = Market(**texts["market"])
        self.t = _namespace(texts)
        self._texts = texts

    def word(self, group: str, key: str) -> str:
        """One word of a group that is looked up by data, such as a colour."""
        return str(self._texts[group][key])

    def words(self, group: str, key: str | None = None) -> SimpleNamespace:
        """A group of words, or one entry of a group of groups."""
        texts = self._texts[group]
        return _namespace(texts if key is None else texts[key])

    def path(self, name: str, *rest: str) -> str:
        """The address of a page in this language."""
        words = [self._texts["paths"][part] for part in name.split("/")]
        return "/" + "/".join([*words, *rest])

    def money(self, hundredths: int) -> str:
        """An amount as this market writes it."""
        return format_currency(Decimal(hundredths) / 100, self.market.currency, locale=self.market.locale)

    def number(self, value: float) -> str:
        """A number as this market writes it."""
        return format_decimal(value, locale=self.market.locale)

    def day(self, when: date) -> str:
        """A day as this market writes it, short, with its weekday."""
        return format_date(when, self._texts["date"]["day"], locale=self.market.locale)

    def long_day(self, when: date) -> str:
        """A day in full."""
        return format_date(when, "long", locale=self.market.locale)


@cache
def wording(lang: str) -> Wording:
    """The wording of a language, read once."""
    return Wording(lang)


def _merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    result = dict(base)
    for key, value in over.items():
        below = result.get(key)
        result[key] = _merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return result


def _namespace(texts: Mapping[str, Any]) -> SimpleNamespace:
    return SimpleNamespace(**{key: _namespace(value) if isinstance(value, dict) else value for key, value in texts.items()})

"""Amounts of money on a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from price_parser import Price as ParsedPrice

from auditor.observe import Observation, Text

# Signs and codes as shops print them, before or after the amount.
_SIGN = (
    r"€|US\$|CA\$|A\$|AU\$|NZ\$|HK\$|NT\$|MX\$|R\$|S\$|\$|£|¥|￥|円|元|₩|원|₹|Rs\.?|₽|₺|₴|₪|฿|บาท|₫|zł|zl|Kč|Ft|lei|лв|грн|руб|"
    r"kr\.?|SFr\.?|Fr\.|CHF|EUR|USD|GBP|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|JPY|CAD|AUD|NZD|MXN|BRL|ARS|CLP|COP|TRY|UAH|RUB|INR|CNY|KRW|ISK|RSD|TL|dkk|sek|nok"
)
_NUMBER = (
    r"\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d{1,2})?"  # lakhs: 1,29,999
    r"|\d{1,3}(?:[ .,'\u00a0\u202f\u2009’]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,] ?\d{1,2})?"
)
_ROUND = r"[.,][-–—]+|:-"  # what stands for "no cents": 49,-  49.–  49:-
_AMOUNT = re.compile(
    rf"(?:(?<![\w])(?P<before>{_SIGN})\s{{0,2}}(?P<first>{_NUMBER})(?:{_ROUND})?)"
    rf"|(?:(?<![\d.,])(?P<second>{_NUMBER})(?:{_ROUND})?\s{{0,2}}(?P<after>{_SIGN})(?![\w$]))"
    rf"|(?:(?<![\d.,])(?P<third>\d{{1,6}})\s?(?:,[-–—]{{1,2}}|:-|\.[-–—]{{1,2}}\s*$)(?!\d))",
    re.IGNORECASE,
)
_GROUPING = re.compile(r"[\s'’\u202f\u2009](?=\d{3})|,(?=\d\d,\d)")
_MOST_WORDS = 9
_BARE = re.compile(r"\d[\d.,' ]*[.,]\d\d")
_SIGN_ALONE = re.compile(_SIGN, re.IGNORECASE)
_HANGING = re.compile(r"[\s,;:.\-–—|*]+$")
_SUPERSCRIPT_CENTS = re.compile(r"(?<![\d.,])(\d{1,4}) (\d\d)(?![\d.,])")
_LOOSE_CENTS = re.compile(r"(?<=\d) (?=[.,]\d\d(?!\d))")
_CODES = {
    "€": "EUR",
    "eur": "EUR",
    "$": "USD",
    "us$": "USD",
    "usd": "USD",
    "ca$": "CAD",
    "cad": "CAD",
    "a$": "AUD",
    "au$": "AUD",
    "aud": "AUD",
    "nz$": "NZD",
    "nzd": "NZD",
    "hk$": "HKD",
    "nt$": "TWD",
    "mx$": "MXN",
    "mxn": "MXN",
    "r$": "BRL",
    "brl": "BRL",
    "s$": "SGD",
    "£": "GBP",
    "gbp": "GBP",
    "¥": "JPY",
    "￥": "JPY",
    "円": "JPY",
    "jpy": "JPY",
    "元": "CNY",
    "cny": "CNY",
    "₩": "KRW",
    "원": "KRW",
    "krw": "KRW",
    "₹": "INR",
    "inr": "INR",
    "rs": "INR",
    "₽": "RUB",
    "руб": "RUB",
    "rub": "RUB",
    "₺": "TRY",
    "tl": "TRY",
    "try": "TRY",
    "₴": "UAH",
    "грн": "UAH",
    "uah": "UAH",
    "₪": "ILS",
    "฿": "THB",
    "บาท": "THB",
    "₫": "VND",
    "zł": "PLN",
    "zl": "PLN",
    "pln": "PLN",
    "kč": "CZK",
    "czk": "CZK",
    "ft": "HUF",
    "huf": "HUF",
    "lei": "RON",
    "ron": "RON",
    "лв": "BGN",
    "bgn": "BGN",
    "sfr": "CHF",
    "fr": "CHF",
    "chf": "CHF",
    "sek": "SEK",
    "nok": "NOK",
    "dkk": "DKK",
    "ars": "ARS",
    "clp": "CLP",
    "cop": "COP",
    "isk": "ISK",
    "rsd": "RSD",
}


_SURCHARGE = re.compile(r"(?:^|[\s([])[+＋]\s?[^\d\s]{0,3}\s?\d")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money; `currency` is an ISO 4217 code or "" where the sign is shared ("kr")."""

    value: Decimal
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Price:
    """An amount of money that stands on the page in a text."""

    amount: Amount
    text: Text

    @property
    def struck(self) -> bool:
        """Whether it is crossed out, an old price."""
        return self.text.struck

    @property
    def surcharge(self) -> bool:
        """Whether it is what a choice adds to the price ("Oak [+€350.00]")."""
        sign = _SURCHARGE.search(self.text.text)
        return sign is not None and not amounts_in(self.text.text[: sign.start()])

    @property
    def n(self) -> int:
        """The node of its text."""
        return self.text.n


@lru_cache(maxsize=8192)
def amounts_in(text: str) -> tuple[Amount, ...]:
    """Find the amounts of money in a text, in order."""
    if not any(c.isdigit() for c in text):
        return ()
    return tuple(found for match in _AMOUNT.finditer(text) if (found := _amount(match)))


def dearest_in(text: str) -> float:
    """Return the largest amount of money in a text, 0 without one: what an answer may add to an order."""
    return max((float(amount.value) for amount in amounts_in(text)), default=0.0)


def without_amounts(text: str) -> str:
    """Return a text without the amounts of money in it, and without what they leave hanging."""
    return _HANGING.sub("", _AMOUNT.sub(" ", text)).strip() if amounts_in(text) else text


def _amount(match: re.Match[str]) -> Amount | None:
    number = match["first"] or match["second"] or match["third"]
    sign = (match["before"] or match["after"] or "").casefold().rstrip(".")
    value = ParsedPrice.fromstring(_GROUPING.sub("", number)).amount
    return None if value is None else Amount(value, _CODES.get(sign, ""))


def prices(observation: Observation) -> list[Price]:
    """Return the prices a shopper can see, in document order, each once."""
    return list(_prices(observation))


def _prices(observation: Observation) -> Iterator[Price]:
    split: set[int] = set()  # texts that are pieces of a price already read as a whole
    signs = _signs_apart(observation)
    for text in observation.texts:
        if any(p in split for p in (text.n, *observation.ancestors(text.n))):
            continue
        if len(text.text) > 240 or sum(word.isalpha() for word in text.text.split()) > _MOST_WORDS:
            continue  # prose that mentions an amount
        found = amounts_in(_in_one_piece(observation, text) + signs.get(text.n, ""))
        if not found:
            continue
        if text.split or len(found) == 1:
            split.add(text.n)
        for amount in found:
            yield Price(amount, text)


def _signs_apart(observation: Observation) -> dict[int, str]:
    """For texts that are a bare amount ("478.80") the currency's sign that stands next to it as a text of its own."""
    found = {}
    for text, after in pairwise(observation.texts):
        beside = abs(text.box.middle[1] - after.box.middle[1]) < 14 and 0 <= after.box.x - text.box.x < 200
        if beside and _BARE.fullmatch(text.text) and _SIGN_ALONE.fullmatch(after.text.strip()):
            found[text.n] = f" {after.text.strip()}"
    return found


def _in_one_piece(observation: Observation, text: Text) -> str:
    """A text in which the cents of a price stand apart ("12 99 €", "$ 12 .99") with them as one number."""
    if not text.split:
        apart = _SUPERSCRIPT_CENTS.search(text.text)
        pieces = {t.text for t in observation.texts if apart and t.n > text.n and observation.contains(text.n, t.n)}
        if apart is None or apart[2] not in pieces:
            return text.text
    return _SUPERSCRIPT_CENTS.sub(r"\1.\2", _LOOSE_CENTS.sub("", text.text))

"""How a date of birth is written: as a message or placeholder shows it, else as the shopper's country does."""

from __future__ import annotations

import re

from babel import Locale
from babel.dates import get_date_format

from auditor.shopper.identity import Identity

_EXAMPLE = re.compile(r"(?<!\d)(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?!\d)")
# "DD/MM/YYYY", "TT.MM.JJJJ", "gg/mm/aaaa", "jj-mm-aaaa", "pp.kk.vvvv": the year has four letters in all languages.
_LETTERS = re.compile(r"(?<!\w)([^\W\d_]{2,4})([./-])([^\W\d_]{2})\2([^\W\d_]{2,4})(?!\w)")
_NO_COUNTRY = "GB"  # day, month, year, as in most of the world
_MONTH = ("m", "k", "h")  # what the word for month begins with


def dates_as_shown(who: Identity, said: str) -> list[str]:
    """Return the date of birth in the form of each example ("31/05/1970") and each pattern ("DD.MM.YYYY") in a text."""
    forms = [_form_of_example(m) for m in _EXAMPLE.finditer(said)]
    forms += [m.group() for m in _LETTERS.finditer(said) if sum(len(m[n]) == 4 for n in (1, 4)) == 1]
    return [_written(who, form) for form in forms if form]


def usual_date(who: Identity) -> str:
    """Return the date of birth in the short form of the country (Unicode CLDR), the year with four figures."""
    return _written(who, get_date_format("short", Locale.parse(f"und_{who.country or _NO_COUNTRY}")).pattern)


def _form_of_example(example: re.Match[str]) -> str:
    first, sign, second, third = example.groups()
    if (len(first) == 4) == (len(third) == 4):
        return ""
    month_first = int(second) > 12
    rest = ("mm", "dd") if month_first or len(first) == 4 else ("dd", "mm")
    return sign.join(("yyyy", *rest) if len(first) == 4 else (*rest, "yyyy"))


def _written(who: Identity, form: str) -> str:
    year, month, day = who.birth_date.split("-")

    def value(letters: re.Match[str]) -> str:
        word = letters.group().lower()
        return year if word[0] == "y" or len(word) == 4 else month if word.startswith(_MONTH) else day

    return re.sub(r"[^\W\d_]+", value, form)

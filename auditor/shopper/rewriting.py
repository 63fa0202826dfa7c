"""Other ways to write the same answer, for shops that refuse the usual one: as their message shows it, else the common ones."""

from __future__ import annotations

import re
from collections.abc import Iterable

from auditor.shopper.dates import dates_as_shown, usual_date
from auditor.shopper.identity import Identity

# An example in a message or a placeholder: "110 00", "+48225550142", "K1A 0B1", "(11) 91234-5678".
_EXAMPLE = re.compile(r"(?<!\w)\+?\(?\w*\d[\w()]*(?:[ \-./]\(?\w*\d[\w()]*)*")


def rewritten(kind: str, who: Identity, said: str) -> list[str]:
    """Return other ways to write an answer of a kind, likeliest first; empty where there is only one way.

    `said` is what the shop says about the field: message, hint, placeholder.
    """
    if kind == "phone":
        return _unique([*_phones_as_shown(who, said), *_phones(who)])
    if kind == "postcode":
        bare = who.postcode.replace(" ", "").replace("-", "")
        shown = [_shaped(bare, example) for example in _examples(said)]
        return _unique([*shown, who.postcode, bare, who.postcode.replace("-", " "), who.postcode.partition("-")[2]])
    if kind == "birth_date":
        year, month, day = who.birth_date.split("-")
        others = [sign.join((day, month, year)) for sign in "/.-"]
        return _unique([*dates_as_shown(who, said), usual_date(who), *others, who.birth_date, f"{month}/{day}/{year}"])
    ways = {"house_number": [who.number], "full_name": [who.full_name], "street": [who.street_line, who.street]}
    return _unique(ways.get(kind, ()))


def _phones_as_shown(who: Identity, said: str) -> list[str]:
    national = _digits(who.phone)
    short = national.lstrip("0") if national.startswith("0") else national
    found = []
    for example in _examples(said):
        digits = _digits(example)
        if example.startswith("+"):
            found += [_shaped(_digits(who.phone_e164), example.lstrip("+"), "+"), who.phone_e164]
        elif digits.startswith("00"):
            found.append(f"00{_digits(who.phone_e164)}")
        else:
            found += [_shaped(number, example) for number in (national, short) if len(number) == len(digits)]
    return found


def _phones(who: Identity) -> list[str]:
    national = _digits(who.phone)
    code = _digits(who.phone_e164).removesuffix(national.lstrip("0")) if national else ""
    spaced = f"+{code} {who.phone.lstrip('0').strip()}" if code else who.phone_e164
    return [who.phone_e164, national, who.phone, who.phone_e164.lstrip("+"), national.lstrip("0"), spaced, national[-9:], national[-8:]]


def _examples(said: str) -> list[str]:
    """Pieces of a message with at least three digits, as an example of the wanted form has."""
    return [found for found in (m.group().strip() for m in _EXAMPLE.finditer(said)) if len(_digits(found)) >= 3 or found.startswith("+")]


def _shaped(bare: str, example: str, sign: str = "") -> str:
    """Write letters and digits with the separators of an example of the same length; bare where lengths differ."""
    if sum(ch.isalnum() for ch in example) != len(bare):
        return sign + bare
    rest = iter(bare)
    return sign + "".join(next(rest) if ch.isalnum() else ch for ch in example)


def _digits(text: str) -> str:
    return "".join(ch for ch in text if ch.isdigit())


def _unique(ways: Iterable[str]) -> list[str]:
    return [way for way in dict.fromkeys(w.strip() for w in ways) if way]

"""Which value of the shopper belongs into which form field."""

from __future__ import annotations

import re

from auditor.facts.choices import is_placeholder
from auditor.facts.fields import Field
from auditor.facts.prices import dearest_in
from auditor.lexicon import Lexicon, normalise
from auditor.shopper.dates import dates_as_shown, usual_date
from auditor.shopper.identity import Identity
from auditor.shopper.names import country_names

_SURE = 0.75
_DAY_OF_BIRTH = re.compile(r"b(irth)?day")


def value_for(field: Field, identity: Identity, kinds: set[str]) -> str | None:
    """Return what the shopper types into a field, None for a field that stays empty.

    `kinds` are the kinds of all fields of the form: with a separate house number the street goes without one.
    """
    value = _whole(field.kind, identity, kinds)
    if value is None:
        return None
    value = _in_parts(field, value, identity)
    limit = field.control.attrs.get("maxlength", "")
    if limit.isdecimal() and 0 < int(limit) < len(value):
        bare = "".join(ch for ch in value if ch.isalnum())
        value = bare if field.kind in {"phone", "postcode", "tax_id"} and len(bare) <= int(limit) else value[: int(limit)]
    return value


def _whole(kind: str, who: Identity, kinds: set[str]) -> str | None:
    street = who.street if "house_number" in kinds else who.street_line
    table = {
        "email": who.email,
        "email_again": who.email,
        "given_name": who.given_name,
        "family_name": who.family_name,
        "given_name_kana": who.given_name_kana or who.given_name,
        "family_name_kana": who.family_name_kana or who.family_name,
        "full_name": who.full_name,
        "street": street,
        "house_number": who.number,
        "postcode": who.postcode,
        "city": who.city,
        "state": who.state or who.city,
        "phone": who.phone or who.phone_e164,
        "birth_date": who.birth_date,
        "full_address": f"{who.street_line}, {who.postcode} {who.city}",
    }
    if kind == "address2" and who.district:
        return who.district
    if kind == "tax_id" and who.tax_id:
        return who.tax_id
    return table.get(kind)


def _in_parts(field: Field, value: str, who: Identity) -> str:
    place, count = field.part
    if count == 1:
        return _dated(field, who) if field.kind == "birth_date" else value
    if field.kind == "phone":
        pieces = who.phone.replace("(", "").replace(")", "").replace("-", " ").split()
        return _piece(pieces, place, count)
    if field.kind == "postcode":
        return _piece(value.replace("-", " ").split(), place, count)
    if field.kind == "birth_date":
        return dict(zip(("year", "month", "day"), value.split("-"), strict=True))[_part_of_date(field)]
    return value if place == 0 else ""


def _piece(pieces: list[str], place: int, count: int) -> str:
    """Cut a value into as many parts as there are fields, the last one taking the rest."""
    if place < count - 1:
        return pieces[place] if place < len(pieces) else ""
    return "".join(pieces[count - 1 :])


def _part_of_date(field: Field) -> str:
    """Which part of a date one of three fields asks for: as it is named, else by its length and place, day first."""
    said = _DAY_OF_BIRTH.sub(" ", f"{field.control.tokens} {field.control.attrs.get('autocomplete', '')}".lower())
    named = next((part for part in ("year", "month", "day") if part in said), "")
    limit = field.control.attrs.get("maxlength", "")
    if named or limit == "4":
        return named or "year"
    place = min(field.part[0], 2)
    return "day" if place == 2 and limit == "2" else ("day", "month", "year")[place]


def _dated(field: Field, who: Identity) -> str:
    """A date in the form the field shows: ISO for date inputs, else as its placeholder asks, else as the country writes it."""
    if field.control.type == "date":
        return who.birth_date
    return next(iter(dates_as_shown(who, f"{field.control.placeholder} {field.label}")), usual_date(who))


def option_for(field: Field, identity: Identity, lexicon: Lexicon) -> int | None:
    """Return the place of the option of a select that fits the shopper, None if none does."""
    control = field.control
    wanted = _wanted(field.kind, identity)
    usable = [(i, o) for i, o in enumerate(control.options) if not o.disabled]
    for exact in (True, False):
        for i, option in usable:
            value, text = normalise(option.value), normalise(option.text)
            for w in wanted:
                if (exact and w in {value, text}) or (not exact and len(w) > 3 and (w in text or (len(text) > 3 and text in w))):
                    return i
    if field.kind in {"country"}:
        return None
    real = [(i, o.text) for i, o in usable if not is_placeholder(o.value, o.text, i, lexicon)]
    if field.kind:
        return real[0][0] if real else None
    return min(real, key=lambda one: (dearest_in(one[1]), not lexicon.has("no_thanks", one[1], at_least=_SURE)), default=(None, ""))[0]


def _wanted(kind: str, who: Identity) -> list[str]:
    if kind == "country":
        names = [who.country, *country_names(who.country)]
    elif kind == "state":
        names = [who.state, who.state_code, f"{who.country}-{who.state_code}", who.city]
    elif kind == "birth_date":
        names = ["1985", "01", "1", "january"]
    else:
        names = []
    return [n for n in dict.fromkeys(normalise(name) for name in names if name and name.strip("-")) if n]

"""Validation: whether the address form can be accepted, and if not, what is wrong and how to mend it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from babel import Locale

from auditor.demo.places import Country, countries, regions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.demo.shape import Shape
    from auditor.demo.wording import Wording

ALWAYS = ("email", "first_name", "last_name", "address1", "postcode", "city")
BILLING = ("billing_name", "billing_address1", "billing_postcode", "billing_city")
KEPT = (*ALWAYS, *BILLING, "address2", "country", "region", "phone", "billing_same")


def required(typed: Mapping[str, str], shape: Shape) -> list[str]:
    """The fields that must be filled, in the order of the form."""
    names = list(ALWAYS)
    if shape.address == "strict":
        names.append("phone")
    if shape.address == "states" and regions(typed.get("country", "")):
        names.append("region")
    if not typed.get("billing_same"):
        names += BILLING
    return names


def problems(typed: Mapping[str, str], shape: Shape, wording: Wording) -> dict[str, str]:
    """A message for every field that is wrong, in the order of the form."""
    found = {}
    for name in dict.fromkeys([*required(typed, shape), "phone"]):
        value = typed.get(name, "")
        if value.strip():
            message = problem(name, value, typed.get("country", ""), shape, wording)
        elif name in required(typed, shape):
            message = wording.t.errors.missing.format(label=wording.word("fields", name))
        else:
            message = None
        if message:
            found[name] = message
    return found


def problem(name: str, value: str, country_code: str, shape: Shape, wording: Wording) -> str | None:
    """What is wrong with one filled field, in words a shopper can act on."""
    country = countries().get(country_code) or countries()[wording.market.country]
    strict = shape.address == "strict"
    if name == "email":
        return _email(value.strip(), wording)
    if name in ("postcode", "billing_postcode"):
        return _postcode(value.strip(), country, wording, strict)
    if name == "phone":
        return _phone(value, country, wording, strict)
    return None


def _email(value: str, wording: Wording) -> str | None:
    words = wording.t.errors
    before, at, after = value.partition("@")
    if re.search(r"\s", value):
        return str(words.email_space)
    if not at:
        return str(words.email_at)
    if not before:
        return str(words.email_name)
    if not re.fullmatch(r"[^@.]+(\.[^@.]+)+", after):
        return str(words.email_domain)
    return None


def _postcode(value: str, country: Country, wording: Wording, strict: bool) -> str | None:
    if country.accepts_postcode(value, exactly=strict):
        return None
    name = Locale.parse(wording.market.locale).territories[country.code]
    return str(wording.t.errors.postcode.format(country=name, example=country.example))


def _phone(value: str, country: Country, wording: Wording, strict: bool) -> str | None:
    digits = re.sub(r"[\s()./-]", "", value)
    if strict and not re.fullmatch(r"\+\d{7,15}", value.strip()):
        return str(wording.t.errors.phone_strict.format(example=re.sub(r"\s", "", country.phone)))
    if not re.fullmatch(r"\+?\d{7,15}", digits):
        return str(wording.t.errors.phone.format(example=country.phone))
    return None

"""How shoppers mistype an answer, and in which harmless ways they write a right one."""

from __future__ import annotations

import phonenumbers

from auditor.shopper.identity import Identity

_TOO_SHORT = "12"  # no country has postcodes of two digits


def wrong_values(kind: str, who: Identity) -> dict[str, str]:
    """Return wrong answers of a kind under what is wrong with them; empty where nothing is surely wrong."""
    if kind == "email":
        name, _, host = who.email.partition("@")
        half = len(name) // 2
        return {"no @": name, "nothing after the @": f"{name}@", "a space": f"{name[:half]} {name[half:]}@{host}"}
    return {"two digits only": _TOO_SHORT} if kind == "postcode" and who.postcode else {}


def unusual_values(kind: str, who: Identity) -> dict[str, str]:
    """Return right answers under how they are written: as people copy and type them, not as a form may expect them."""
    if kind == "email":
        return {"a space at the end": f"{who.email} "}
    if kind == "postcode" and who.postcode:
        return _postcodes(who.postcode)
    return _phones(who) if kind == "phone" else {}


def _postcodes(usual: str) -> dict[str, str]:
    bare = "".join(ch for ch in usual if ch.isalnum())
    if any(ch.isalpha() for ch in bare):
        return {"small letters": usual.lower(), "no space": bare} if bare != usual else {"small letters": usual.lower()}
    return {"no space or hyphen": bare} if bare != usual else {"a space at the end": f"{usual} "}


def _phones(who: Identity) -> dict[str, str]:
    if not who.phone_e164:
        return {}
    number = phonenumbers.parse(who.phone_e164)
    found = {"country code and spaces": phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)}
    first, _, rest = who.phone.replace("(", "").replace(")", "").replace("-", " ").partition(" ")
    if rest:
        found["brackets and hyphens"] = f"({first}) {rest.replace(' ', '-')}"
    return found

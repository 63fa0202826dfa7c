"""Texts as they stand in a result: JSON that tells how a text was made, and the text made of it again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from auditor.words.message import Listing, Making, Message, Sentence, Series, Term, Value, listing, say, several, together
from auditor.words.terms import country_name, language_name


def kept(text: str) -> dict[str, Any] | None:
    """Return how a text was made, None for a plain string."""
    return _making(text.making) if isinstance(text, Message) else None


def told(making: Mapping[str, Any]) -> Message:
    """Make a text of what was kept of it. Raises `KeyError`, `TypeError` or `ValueError` for what `kept` never returns."""
    match making:
        case {"list": things, "last": last}:
            return listing((_told(thing) for thing in things), last)
        case {"term": "country", "code": code}:
            return country_name(code)
        case {"term": "language", "code": code}:
            return language_name(code)
        case {"series": parts, "between": between}:
            return together(*map(_told, parts), between=between)
        case {"say": one, "many": many, "number": number}:
            values = _values(making)
            values.pop("n", None)
            return several(number, one, many, **values)
    return say(making["say"], **_values(making))


def _making(making: Making) -> dict[str, Any]:
    match making:
        case Listing(things, last):
            return {"list": [_kept(thing) for thing in things], "last": last}
        case Term(kind, code):
            return {"term": kind, "code": code}
        case Series(parts, between):
            return {"series": [_kept(part) for part in parts], "between": between}
        case Sentence(template, values, many, number):
            told = {"say": template, "with": {name: _kept(value) for name, value in values.items()}}
            return told | {"many": many, "number": number} if many else told


def _kept(value: Value) -> object:
    return _making(value.making) if isinstance(value, Message) else value


def _values(making: Mapping[str, Any]) -> dict[str, Value]:
    return {name: _told(value) for name, value in making.get("with", {}).items()}


def _told(value: Any) -> Value:
    if isinstance(value, Mapping):
        return told(value)
    if isinstance(value, str | int | float):
        return value
    raise TypeError(f"{type(value).__name__} cannot stand in a text")

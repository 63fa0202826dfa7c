"""Countries and languages by their codes, which every language has a name of its own for."""

from __future__ import annotations

from typing import Literal

from babel.core import Locale

from auditor.words.message import Message, Term

_ENGLISH = Locale("en", "GB")
_WITH_ARTICLE = {"AE", "BS", "DO", "GB", "NL", "PH", "US"}


def country_name(code: str) -> Message:
    """Name a country by its code (ISO 3166): "Germany", "the Netherlands"."""
    return _term("country", code)


def language_name(code: str) -> Message:
    """Name a language by its code (ISO 639): "German"."""
    return _term("language", code)


def name_of(term: Term, locale: Locale) -> str:
    """Return what a term is called in a locale; a code that is not known is its own name."""
    if term.kind == "language":
        return str(locale.languages.get(term.code, term.code))
    name = str(locale.territories.get(term.code, term.code))
    return f"the {name}" if locale.language == "en" and term.code in _WITH_ARTICLE else name


def _term(kind: Literal["country", "language"], code: str) -> Message:
    term = Term(kind, code)
    return Message(name_of(term, _ENGLISH), term)

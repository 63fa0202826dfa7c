"""What shops say in the checkout besides the concepts of the lexicon: phrases per language in words.toml."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from auditor.api import normalise


def says(concept: str, language: str, *texts: str) -> bool:
    """Whether a text holds a phrase of a concept as whole words, in the page's language or in English."""
    return any(_stands_in(phrase, text) for text in texts for phrase in _phrases(concept, language))


def knows(concept: str, language: str) -> bool:
    """Whether there are phrases of a concept in a language itself."""
    return language in _table()[concept]


def begins_with(concept: str, language: str, text: str) -> bool:
    """Whether a text begins with a phrase of a concept, which an unspaced one may hold anywhere."""
    folded = normalise(text)
    phrases = _phrases(concept, language)
    return any(phrase in folded if _is_unspaced(phrase) else f"{folded} ".startswith(f"{phrase} ") for phrase in phrases)


def without(concept: str, language: str, text: str) -> str:
    """A text folded for matching, less the phrases of a concept."""
    folded = f" {normalise(text)} "
    for phrase in sorted(_phrases(concept, language), key=lambda phrase: (-len(phrase), phrase)):
        folded = folded.replace(phrase if _is_unspaced(phrase) else f" {phrase} ", " ")
    return folded.strip()


def is_called(concept: str, language: str, text: str) -> bool:
    """Whether a text is a phrase of a concept and nothing more."""
    return normalise(text) in _phrases(concept, language)


def consists_of(concept: str, language: str, text: str) -> bool:
    """Whether a text has no other words than those of a concept, in one language that has them."""
    words = set(normalise(text).split())
    own = _table()[concept].get(language)
    return bool(words) and own is not None and words <= {normalise(word) for word in own}


def names_brand(group: str, text: str) -> str:
    """Return the first brand of a group that a text names, "" if none."""
    return next((brand for brand in _table()[group] if _stands_in(normalise(brand), text)), "")


def brands(group: str, texts: Iterable[str], *, written: bool = False) -> set[str]:
    """Return the brands of a group that texts name; in `written` texts those that are words too only as they spell themselves."""
    exact = _table()["also_words"] if written else []
    return {
        brand
        for text in texts
        for brand in _table()[group]
        if _stands_in(normalise(brand), text) and (brand not in exact or _is_spelt(brand, text))
    }


def common_words(language: str) -> frozenset[str]:
    """Return the brands that are everyday words of a language."""
    return frozenset(_table()["common_words"].get(language, ()))


def _is_spelt(brand: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(brand)}(?!\w)", text) is not None


def names_in_markup(group: str, tokens: str) -> bool:
    """Whether names in markup (id, class, name) fit a pattern of the table."""
    return re.search(str(_table()[group]), tokens, re.IGNORECASE) is not None


def listed_for(group: str) -> frozenset[str]:
    """Return a plain list of the table, such as countries."""
    return frozenset(_table()[group])


def _stands_in(phrase: str, text: str) -> bool:
    folded = normalise(text)
    return phrase in folded if _is_unspaced(phrase) else f" {phrase} " in f" {folded} "


def _is_unspaced(phrase: str) -> bool:
    return any(c >= "\u3040" for c in phrase)


@cache
def _phrases(concept: str, language: str) -> frozenset[str]:
    """The phrases of a concept; those of all languages where the page's has none."""
    table = _table()[concept]
    wanted = (language, "en") if language in table else tuple(table)
    return frozenset(normalise(phrase) for code in wanted for phrase in table.get(code, ()))


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files("auditor_checks.checkout") / "words.toml").read_text(encoding="utf-8"))

"""How a phrase of a data file is looked for in a normalised text.

A word that ends in `*` stands for every word that begins so, a `*` alone for one to three words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from auditor.lexicon.normalise import normalise

_SPACED = "\u3040"  # letters from here on belong to scripts that put no spaces between words


def phrase_source(phrases: Iterable[str]) -> str:
    """Return the source of a regular expression that finds one of the phrases as whole words; nothing where there are none."""
    return "|".join(map(_written, dict.fromkeys(phrases))) or r"(?!)"


def _written(phrase: str) -> str:
    if normalise(phrase)[:1] >= _SPACED:
        return re.escape(normalise(phrase))
    return rf"(?<!\w){' '.join(map(_word, phrase.split()))}(?!\w)"


def _word(word: str) -> str:
    if word == "*":
        return r"\w+(?: \w+){0,2}"
    return re.escape(normalise(word.removesuffix("*"))) + (r"\w*" if word.endswith("*") else "")

"""What axe-core's rules demand, in the languages that axe-core itself brings: its locale files, taken with its script.

A translation that falls back on the English term is left to the translators' files of this package.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from auditor.words.message import Message, escaped, own

_FOLDER = files("auditor") / "page_scripts"
_ENGLISH = "_template"
_ASIDE = re.compile(r"""\(['"]?([^()]+?)['"]?\)|['"]([^'"]* [^'"]*)['"]""")  # in brackets, or several words in quotation marks


def demand(rule: str, recorded: str) -> Message:
    """Say what a rule demands; `recorded` is what axe-core said of it in English, for a rule that is not known here."""
    return own(demands().get(rule, recorded))


@cache
def demands(locale: str = _ENGLISH) -> Mapping[str, str]:
    """Return what each rule demands by its id; empty for a locale that axe-core does not speak."""
    file = _FOLDER / f"axe-core.{locale}.json"
    if not file.is_file():
        return {}
    rules = json.loads(file.read_text(encoding="utf-8"))["rules"]
    return {rule: " ".join(texts["help"].split()).rstrip(".") for rule, texts in rules.items() if texts.get("help")}


def translations(language: str) -> Mapping[str, str]:
    """Return axe-core's own translations of what its rules demand, templates by their English."""
    spoken = demands(_locale(language))
    told = {english: spoken.get(rule, "") for rule, english in demands().items()}
    return {escaped(english): escaped(words) for english, words in told.items() if words and not _is_half_english(words, english)}


def untranslated(language: str) -> list[str]:
    """Return what is left to this package's translators."""
    known = translations(language)
    return [template for template in map(escaped, demands().values()) if template not in known]


def _locale(language: str) -> str:
    """Return axe-core's locale of a language: "de", "pt_BR"; the language itself where there is none."""
    if not _FOLDER.is_dir():
        return language
    locales = sorted(
        file.name.split(".")[1] for file in _FOLDER.iterdir() if file.name.startswith("axe-core.") and file.name.endswith(".json")
    )
    return next((locale for locale in locales if locale.partition("_")[0] == language), language)


def _is_half_english(words: str, english: str) -> bool:
    """Whether a translation says a term in English beside it or in its place: "zugänglicher Name (accessible name)"."""
    terms = (term.strip() for aside in _ASIDE.finditer(words) for term in (aside[1] or aside[2]).split("/"))
    return words == english or any(term and term.casefold() in _all_english() for term in terms)


@cache
def _all_english() -> str:
    return "\n".join(demands().values()).casefold()

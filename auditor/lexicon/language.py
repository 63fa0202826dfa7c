"""Which languages there is data for, and which of them a page is written in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

from auditor.lexicon.normalise import normalise

_DATA = files("auditor.lexicon") / "data"
LANGUAGES: tuple[str, ...] = tuple(
    sorted(f.name.removesuffix(".toml") for f in _DATA.iterdir() if f.name.endswith(".toml") and len(f.name) == 7)
)
# Codes that shops use for a language whose data stands under another code.
_ALIASES = {"no": "nb", "nn": "nb", "dk": "da", "cz": "cs", "se": "sv", "jp": "ja", "gr": "el", "ua": "uk"}
_WORD = re.compile(r"[^\W\d_]+")
# Scripts decide before words do.
_SCRIPTS = (("\u3040", "\u30ff", "ja"), ("\uac00", "\ud7af", "ko"), ("\u0370", "\u03ff", "el"), ("\u4e00", "\u9fff", "zh"))


@cache
def load(language: str) -> dict[str, Any]:
    """Read the data of one language: `language`, `stopwords`, `negations`, `phrases` and `not`."""
    return tomli.loads((_DATA / f"{language}.toml").read_text(encoding="utf-8"))


def language_code(tag: str) -> str:
    """Reduce a language tag ("pt-BR", "de_AT", "no") to a code there is data for, or ""."""
    code = tag.replace("_", "-").partition("-")[0].strip().lower()
    code = _ALIASES.get(code, code)
    return code if code in LANGUAGES else ""


# Letters that tell a language from its neighbours.
_LETTERS = {
    "cs": "ěřůťďň",
    "sk": "ľĺŕôťďň",
    "pl": "ąęłżźś",
    "hu": "őű",
    "ro": "ășțş",
    "tr": "ğış",
    "sv": "åäö",
    "da": "æøå",
    "nb": "æøå",
    "fi": "äö",
    "de": "ßüäö",
    "es": "ñ¿¡",
    "pt": "ãõç",
    "fr": "èêçœàù",
    "hr": "čćšžđ",
    "sl": "čšž",
    "et": "õäöü",
    "lv": "āēīū",
    "lt": "ėįųž",
    "ru": "ыэъё",
    "uk": "їєґі",
    "bg": "ъщ",
    "it": "òìù",
    "ca": "·çï",
}
_FOREIGN_SHARE = 0.08  # of the words; English has hardly any letters beyond ASCII


def detect_language(texts: Iterable[str], declared: str = "", usual: str = "") -> str:
    """Say which language a page is written in, as a code there is data for.

    The declared language (html lang) is believed unless the words of the page clearly speak for another one:
    templates are often translated without it. `usual` is what the site's other pages are written in; it decides where the
    page says too little.
    """
    joined = " ".join(texts)
    for first, last, language in _SCRIPTS:
        if sum(first <= c <= last for c in joined) > max(8, len(joined) // 20) and language in LANGUAGES:
            return language
    words = normalise(joined).split()
    if not words:
        return language_code(declared) or "en"
    spelled = [word for word in joined.casefold().split() if any(ch.isalpha() for ch in word)]
    spoken = _WORD.findall(unicodedata.normalize("NFC", joined.casefold()))
    foreign = [word for word in spelled if any(ord(ch) > 127 and ch.isalpha() for ch in word)]
    counts: dict[str, float] = {
        language: sum(word in _stopwords(language) for word in spoken)
        + 0.7 * sum(any(ch in _LETTERS.get(language, "") for ch in word) for word in foreign)
        for language in LANGUAGES
    }
    claimed = language_code(declared)
    if claimed == "en" and len(foreign) >= 5 and len(foreign) > _FOREIGN_SHARE * len(spelled):
        claimed = ""
    if usual and counts.get(usual, 0) >= 0.5 * max(counts.values()) and (not claimed or claimed == "en" or max(counts.values()) < 4):
        return usual
    best = max(counts, key=lambda language: (counts[language], language == claimed))
    if claimed and counts[best] < max(4, 1.6 * counts[claimed]):
        return claimed
    return best if counts[best] >= 2 else claimed or "en"


@cache
def _stopwords(language: str) -> frozenset[str]:
    """As they are written, and without accents for pages that leave them out: Czech "vše" is not Slovenian "vse"."""
    words = load(language)["stopwords"]
    return frozenset([*(unicodedata.normalize("NFC", word.casefold()) for word in words), *(normalise(word) for word in words)])

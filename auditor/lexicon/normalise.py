"""One spelling for matching: case, accents, width and punctuation do not count."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose into base letter and accent.
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_NOT_WORD = re.compile(r"[^\w\U0001F300-\U0001FAFF×✕✖╳☰≡]+", re.UNICODE)
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
# Kana voicing marks are part of the letter: が is not か with an accent.
_VOICING = {"\u3099", "\u309a"}


@lru_cache(maxsize=65536)
def normalise(text: str) -> str:
    """Fold a text for comparison: NFKD, no accents, casefolded, words separated by one space."""
    if text.isascii():  # the same, without what only other letters need
        return _NOT_WORD.sub(" ", text.lower().replace("_", " ")).strip()
    decomposed = unicodedata.normalize("NFKD", text.casefold()).casefold()  # "㍱" has its capital only once it is taken apart
    kept = "".join(c for c in decomposed if c in _VOICING or not unicodedata.combining(c))
    composed = unicodedata.normalize("NFC", kept).translate(_LETTERS)
    return _NOT_WORD.sub(" ", composed.replace("_", " ")).strip()


def is_unspaced(text: str) -> bool:
    """Whether the text is written without spaces between words (Japanese, Chinese, Thai)."""
    return _UNSPACED.search(text) is not None

"""Words and marks by which purposes and ways back to the consent settings are recognised."""

import re
import tomllib
from importlib.resources import files

from auditor.api import Control, normalise

_WORDS = tomllib.loads((files("auditor_checks.privacy") / "consent_words.toml").read_text(encoding="utf-8"))
_LISTS = {name: tuple(dict.fromkeys(normalise(word) for word in _WORDS[name])) for name in ("purposes", "necessary", "reopen")}
_MARKS = re.compile(_WORDS["marks"], re.IGNORECASE)
_SPACED = "\u3000"  # letters beyond it belong to scripts that put no spaces between words
_LONGEST = 60  # characters of a label; longer ones are sentences


def names_purpose(label: str) -> bool:
    """Whether a label names a purpose that needs consent, and nothing that does not."""
    return _holds("purposes", label) and not _holds("necessary", label)


def reopens(control: Control) -> bool:
    """Whether a control brings the consent settings back, by its label or its markup."""
    if any(len(word) <= _LONGEST and _holds("reopen", word) for word in control.words):
        return True
    return _MARKS.search(f"{control.tokens} {control.raw_href}") is not None


def _holds(name: str, text: str) -> bool:
    folded = normalise(text)
    return any(word in folded if word[0] > _SPACED else f" {word} " in f" {folded} " for word in _LISTS[name])

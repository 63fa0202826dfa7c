"""Words and marks by which purposes and ways back to the consent settings are recognised."""

import re
import tomllib
from importlib.resources import files

from auditor.api import Control, PageRecord, normalise

_WORDS = tomllib.loads((files("auditor_checks.privacy") / "consent_words.toml").read_text(encoding="utf-8"))
_LISTS = {
    name: tuple(dict.fromkeys(normalise(word) for word in _WORDS[name])) for name in ("purposes", "necessary", "reopen", "informs", "page")
}
_MARKS = re.compile(_WORDS["marks"], re.IGNORECASE)
_SPACED = "\u3000"  # letters beyond it belong to scripts that put no spaces between words
_LONGEST = 60  # characters of a label; longer ones are sentences


def names_purpose(label: str) -> bool:
    """Whether a label names a purpose that needs consent, and nothing that does not."""
    return _holds("purposes", label) and not _holds("necessary", label)


def names_necessary(label: str) -> bool:
    """Whether a label names what is always allowed."""
    return _holds("necessary", label)


def reopens(control: Control) -> bool:
    """Whether a control brings the consent settings back, by its label or its markup."""
    if any(len(word) <= _LONGEST and _holds("reopen", word) for word in control.words):
        return True
    return _MARKS.search(f"{control.tokens} {control.raw_href}") is not None


def only_informs(page: PageRecord) -> bool:
    """Whether a page's banner says that only what is necessary is set, and names no purpose that needs consent."""
    banner = next((o for o in page.facts.overlays if o.kind == "consent"), None)
    if banner is None:
        return False
    named = {c.n for c in banner.controls}
    told = " ".join(t.text for t in banner.texts if not t.split and t.n not in named and t.control not in named)
    return _holds("informs", told) and not _holds("purposes", told)


def is_cookie_page(control: Control) -> bool:
    """Whether a link leads to a page about cookies by its name."""
    return any(len(word) <= _LONGEST and _holds("page", word) for word in control.words)


def _holds(name: str, text: str) -> bool:
    folded = normalise(text)
    return any(word in folded if word[0] > _SPACED else f" {word} " in f" {folded} " for word in _LISTS[name])

"""Whether the contact page tells another phone number than header and footer do, and what the two are called."""

import re
from collections.abc import Iterator

from auditor.api import PageRecord, Text
from auditor_checks.linked_pages import main_text
from auditor_checks.service.ways import WORDS

_PART = re.compile(r"[:;,/|·•()+\d–—]+|\s-\s|\s&\s")
_ABBREVIATED = 3  # letters; days, hours and what stands between them
_NAMED = 0.85
_GENERAL = ("field_phone", "field_email", "contact")  # what says how, and not for what
_MAIN = 1  # the level of the heading that names the whole page
_TELLING = 8  # last digits by which a number is known, with country code or without


def holds(page: PageRecord, number: str) -> bool:
    """Whether a number stands anywhere in the content of a page, in a closed part of it as well."""
    return number[-_TELLING:] in re.sub(r"\D", "", main_text(page))


def is_general(page: PageRecord, node: int, *, framed: bool) -> bool:
    """Whether what stands beside the text or link with a number, and above it, says how the shop is reached and not for what.

    "Phone: ...", "Call us ..." under "Contact"; no "Orders: ..." and nothing under "Our workshop". Frames have few headings.
    """
    texts = [t for t in page.observation.texts if not t.split]
    at = next((i for i, t in enumerate(texts) if node in {t.n, t.control}), None)
    if at is None:
        return False
    own = texts[at]
    after = [t for t in texts[at + 1 :] if t.control < 0 and t.landmark == own.landmark][:1] if framed else []  # a label may stand below
    before = [t for t in texts[max(at - 1, 0) : at] if t.control < 0 and t.landmark == own.landmark]
    beside = [own, *(t for t in (*before, *after) if not t.heading)]
    heading = next((t for t in reversed(texts[:at]) if t.heading and t.landmark == own.landmark), None)
    known = framed or heading is None or heading.heading == _MAIN or all(_is_general(page, part) for part in _parts(heading))
    return known and all(_is_general(page, part) for text in beside for part in _parts(text))


def _parts(text: Text) -> Iterator[str]:
    return (part for part in _PART.split(text.text) if sum(c.isalpha() for c in part) > _ABBREVIATED)


def _is_general(page: PageRecord, part: str) -> bool:
    if any(page.facts.lexicon.has(concept, part, at_least=_NAMED) for concept in _GENERAL):
        return True
    return any(WORDS.names(kind, part, page) for kind in ("calling", "customer_service", "days", "hours"))

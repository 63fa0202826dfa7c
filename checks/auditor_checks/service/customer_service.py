"""Which number a page gives as that of its customer service, by the label beside it."""

import re

import phonenumbers

from auditor.api import PageRecord, Text, normalise
from auditor_checks.service.ways import WORDS

_CLAUSE = re.compile(r"[,:;.(–—|·•/+\d]|\s-\s")  # what ends a label before hours or the number itself
_PART = re.compile(r"[:;,/|·•()+\d–—-]+")
_KINDS = ("field_phone", "field_email")
_NAMED = 0.85
_MAIN = 1  # the level of the heading that names the whole page


def is_for_customers(page: PageRecord, node: int, *, framed: bool) -> bool:
    """Whether the text or link with a number is called customer service, and nothing else: by its heading or the texts beside it.

    In the content of a page the heading must not be another's: a department has a customer service of its own. A frame has few
    headings, and they may say anything.
    """
    texts = [t for t in page.observation.texts if not t.split]
    at = next((i for i, t in enumerate(texts) if node in {t.n, t.control}), None)
    if at is None:
        return False
    here = texts[at].landmark
    heading = next((t for t in reversed(texts[:at]) if t.heading and t.landmark == here), None)
    if not framed and heading is not None and heading.heading != _MAIN and not _is_label(page, heading) and not _is_contact(page, heading):
        return False
    own, before = texts[at], texts[at - 1] if at else None
    beside = [own] if before is None or before.landmark != here or before.control >= 0 else [own, before]
    if any(_is_label(page, text) for text in beside):
        return True
    if not all(text.heading or _says_phone_alone(page, text) for text in beside):
        return False  # "Orders:" under a heading for customers is for orders
    after = next((t for t in texts[at + 1 :] if t.control < 0 and t.landmark == here), None)
    return any(_is_label(page, text) for text in (heading, after) if text is not None and (text is heading or not text.heading))


def is_of_one_kind(one: str, other: str) -> bool:
    """Whether two numbers in international form are of the same country, area and kind: no free line beside one for calls from abroad."""
    try:
        numbers = [phonenumbers.parse(number) for number in (one, other)]
    except phonenumbers.NumberParseException:
        return False
    kinds = {
        (
            n.country_code,
            phonenumbers.number_type(n),
            phonenumbers.national_significant_number(n)[: phonenumbers.length_of_national_destination_code(n)],
        )
        for n in numbers
    }
    return len(kinds) == 1


def _is_label(page: PageRecord, text: Text) -> bool:
    """Whether a text says customer service and then no more than hours or a number: "(UK)" behind it makes it another."""
    label, *more = _CLAUSE.split(text.text, maxsplit=1)
    rest = normalise(text.text[len(label) :] if more else "").split()
    told = not rest or rest[0][0].isdigit() or WORDS.names("days", rest[0], page)
    return told and WORDS.names("customer_service", label, page)


def _says_phone_alone(page: PageRecord, text: Text) -> bool:
    """Whether a text beside a number names its kind, and nothing that it is for: "Phone:", "Tel. / E-mail"."""
    parts = [part for part in _PART.split(text.text) if part.strip(" .")]
    return all(any(page.facts.lexicon.has(kind, part, at_least=_NAMED) for kind in _KINDS) for part in parts)


def _is_contact(page: PageRecord, heading: Text) -> bool:
    return page.facts.lexicon.has("contact", heading.text, at_least=_NAMED)

"""Lines taken apart: a line may tell of delivery and of returns, each in a sentence or a clause of its own."""

import re
from collections.abc import Iterator

from auditor.api import PageRecord

_SENTENCES = re.compile(r"(?<=[!?;])\s+|(?<=\D\.)\s+|。|；|\s[·•|]\s")  # "3. Dezember" is one
_CLAUSES = re.compile(r",\s+|、|，|\s[–—]\s")


def sentences(line: str) -> list[str]:
    """Return the sentences of a line, and the parts that dots and bars separate."""
    return [sentence for sentence in _SENTENCES.split(line) if sentence]


def before_returns(page: PageRecord, sentence: str) -> str:
    """Return the part of a sentence before its clause on returns: "we send in two days, and you have 14 days to return it"."""
    lexicon = page.facts.lexicon
    if not lexicon.mentions("returns", sentence):
        return sentence
    clauses: list[str] = []
    for clause in _CLAUSES.split(sentence):
        if lexicon.mentions("returns", clause):
            break
        clauses.append(clause)
    return ", ".join(clauses)


def about_delivery(page: PageRecord, line: str) -> list[str]:
    """Return a line, or of one that tells of returns too the parts that do not."""
    if not page.facts.lexicon.mentions("returns", line):
        return [line]
    return [told for sentence in sentences(line) if (told := before_returns(page, sentence))]


def delivery_times(page: PageRecord, line: str) -> Iterator[str]:
    """Return what a line tells of how long delivery takes; the days one has to send something back are no delivery time."""
    return (told for told in about_delivery(page, line) if page.facts.lexicon.mentions("delivery_time", told))

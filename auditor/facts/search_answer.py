"""What the answer to a search says: that nothing was found, and which of its products stand there for any word. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from auditor.facts.page import PageFacts
from auditor.lexicon import normalise

_ELSEWHERE = {"header", "nav", "footer", "search"}
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|[。！？]")
_QUERY = "*"  # where the query stood in a sentence
_COUNTED = re.compile(r"\d*[1-9]\d*")
_LONGEST = 120  # letters; what is longer tells more than what was found
_NAMED = 0.5
_TELLING = 3  # words of a phrase that others may part: "no … products found"


def says_nothing_found(page: PageFacts, query: str, usual: Collection[str] = ()) -> bool:
    """Whether the answer to a query says so: in words for it, or in a sentence that quotes the query and denies.

    `usual` is what a page says that is no such answer (`usual_texts`): "0 items" beside the cart is none either.
    """
    known = set(usual)
    if {folded(text, query) for text in page.saying("no_results")} - known:
        return True
    return any(_denies(page, told) for told in _sentences(page, query) if told not in known)


def usual_texts(page: PageFacts, query: str) -> frozenset[str]:
    """Return what a page says, folded, with the query taken out: what is said of any query is the same then."""
    return frozenset([*(folded(t.text, query) for t in page.observation.texts), *_sentences(page, query)])


def _sentences(page: PageFacts, query: str) -> list[str]:
    told = [t.text for t in page.observation.texts if t.landmark not in _ELSEWHERE and not t.split and t.control < 0]
    plain = (folded(sentence, query) for text in told for sentence in _SENTENCE.split(text))
    return [sentence for sentence in plain if sentence and len(sentence) <= _LONGEST]


def folded(text: str, query: str) -> str:
    """Return a text without case and accents, with the query taken out."""
    return normalise(text).replace(normalise(query), _QUERY)


def _denies(page: PageFacts, told: str) -> bool:
    """Whether a sentence denies what the query asked for: no "12 results", and no phrase with a gap that is a mere pair of words."""
    rest = told.replace(_QUERY, " ")
    if _QUERY in told and page.lexicon.denies(rest) and not _COUNTED.search(rest):
        return True
    match = page.lexicon.match("no_results", rest)
    return match.score >= _NAMED and match.language in {page.lexicon.language, "en"} and len(match.phrase.split()) >= _TELLING


def standing_for_any(names: Sequence[str], usual: Sequence[str]) -> list[str]:
    """Return the products of an answer that are recommended: all those of a meaningless word, if they stand here whole and in order.

    A search that finds something for every word ranks it anew; only what stays as it is was not searched for.
    """
    left = iter(names)
    return list(usual) if all(name in left for name in usual) else []

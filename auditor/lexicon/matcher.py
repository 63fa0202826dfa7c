"""Finds concepts in the texts of a page.

A match is graded from 0 to 1: the whole text is the phrase (1), the phrase stands in it as whole words (less, the longer
the rest), or its words stand in it in order with small gaps. A phrase that only looks like the concept ("continue
shopping" is not "continue") cancels it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from auditor.lexicon.language import LANGUAGES, language_code, load
from auditor.lexicon.normalise import is_unspaced, normalise

PAGE_LANGUAGE, ENGLISH, OTHER = 1.0, 0.95, 0.6
EVERY = "any"  # brands and symbols
_CONTAINED, _GAPPED = 0.55, 0.45
_MAX_GAP = 2
_LABEL_LENGTH = 60  # a longer text is prose that mentions the thing, not its label


@dataclass(frozen=True, slots=True)
class Match:
    """How well a text names a concept (0 to 1), by which phrase of which language."""

    score: float
    phrase: str = ""
    language: str = ""

    def __bool__(self) -> bool:
        return self.score > 0


NO_MATCH = Match(0.0)


@dataclass(frozen=True, slots=True)
class _Phrase:
    text: str
    words: tuple[str, ...]
    unspaced: bool


_ZERO = _Phrase("0", ("0",), unspaced=False)


class Lexicon:
    """The words of one page: its own language first, then English, then the rest.

    `only` restricts it to the languages given, for the ablation that measures what the other languages are worth.
    """

    def __init__(self, language: str = "en", only: Sequence[str] = ()) -> None:
        self.language = language_code(language) or "en"
        self._only = tuple(only)
        order = dict.fromkeys((self.language, "en", *LANGUAGES))
        self._languages = (*(code for code in order if not only or code in only), EVERY)
        self._near = tuple(dict.fromkeys((self.language, "en", EVERY)))
        self.match = lru_cache(maxsize=32768)(self._match)

    def score(self, concept: str, *texts: str) -> float:
        """Grade the best of the texts for a concept, 0 to 1."""
        return max((self.match(concept, text).score for text in texts if text), default=0.0)

    def has(self, concept: str, *texts: str, at_least: float = 0.6) -> bool:
        """Whether one of the texts names the concept clearly enough."""
        return self.score(concept, *texts) >= at_least

    def knows(self, *texts: str, at_least: float = 0.6) -> bool:
        """Whether one of the texts names anything at all that shops have names for."""
        return any(self.has(concept, *texts, at_least=at_least) for concept in load(self.language)["phrases"])

    def mentions(self, concept: str, text: str) -> bool:
        """Whether a text of any length holds a phrase of the concept as whole words, in the page's language or English."""
        folded = normalise(text)
        if not folded:
            return False
        words = f" {folded} "
        for language in self._near:
            if any(_stands_in(no, folded, words) for no in _phrases(language, "not", concept)):
                return False
            if any(_stands_in(phrase, folded, words) for phrase in _phrases(language, "phrases", concept)):
                return True
        return False

    def holds(self, concept: str, text: str) -> bool:
        """Whether a phrase of the concept stands in a text as whole words, whatever else the text says."""
        folded = normalise(text)
        words = f" {folded} "
        return bool(folded) and any(_stands_in(p, folded, words) for code in self._near for p in _phrases(code, "phrases", concept))

    def denies(self, text: str) -> bool:
        """Whether a text holds a negation of the page's own language or a zero: the "no" of one language is a preposition of another."""
        folded = normalise(text)
        words = f" {folded} "
        return bool(folded) and any(_stands_in(p, folded, words) for p in (_ZERO, *_negations(self.language)))

    def best(self, concepts: Iterable[str], text: str) -> tuple[str, Match]:
        """Return the concept that names the text best, with its match; ("", no match) if none does."""
        graded = [(concept, self.match(concept, text)) for concept in concepts]
        concept, match = max(graded, key=lambda item: item[1].score, default=("", NO_MATCH))
        return (concept, match) if match else ("", NO_MATCH)

    def phrases(self, concept: str) -> tuple[str, ...]:
        """All phrases of a concept in the page's language and English, most usual first."""
        return tuple(p for code in self._near for p in load(code)["phrases"].get(concept, ()))

    def _match(self, concept: str, text: str) -> Match:
        folded = normalise(text)
        if not folded:
            return NO_MATCH
        words = tuple(folded.split())
        speakers = _speakers(concept)
        speaking = {code for word in words for code in speakers.get(word, ())}
        if is_unspaced(folded):
            speaking |= _UNSPACED
        best = NO_MATCH
        for language in (code for code in self._languages if code in speaking):
            weight = PAGE_LANGUAGE if language in {self.language, EVERY} else ENGLISH if language == "en" else OTHER
            if weight <= best.score:
                continue
            grade, phrase = _grade(language, concept, folded, words)
            if grade * weight > best.score:
                best = Match(grade * weight, phrase, language)
        return best


def _grade(language: str, concept: str, folded: str, words: tuple[str, ...]) -> tuple[float, str]:
    spaced = f" {folded} "
    refusing = [no for no in _phrases(language, "not", concept) if _stands_in(no, folded, spaced)]
    # A label that is a phrase of the concept word for word is meant, though "payment" alone would speak against it.
    if refusing and (folded not in _texts(language, concept) or any(no.text == folded for no in refusing)):
        return 0.0, ""
    grades = ((_grade_phrase(phrase, folded, words), phrase.text) for phrase in _phrases(language, "phrases", concept))
    return max(grades, default=(0.0, ""), key=lambda item: item[0])


_UNSPACED = frozenset({"ja", "zh", "th"})


def _grade_phrase(phrase: _Phrase, folded: str, words: tuple[str, ...]) -> float:
    if phrase.text == folded:
        return 1.0
    if len(phrase.text) > len(folded):
        return 0.0
    share = len(phrase.text) / len(folded)
    prose = 1.0 if len(folded) <= _LABEL_LENGTH else _LABEL_LENGTH / len(folded)
    if phrase.unspaced:
        return (_CONTAINED + (1 - _CONTAINED) * share) * prose if phrase.text in folded else 0.0
    if f" {phrase.text} " in f" {folded} ":
        return (_CONTAINED + (1 - _CONTAINED) * share) * prose
    if len(phrase.words) > 1 and _in_order(phrase.words, words):
        return (_GAPPED + (1 - _CONTAINED) * share) * prose
    return 0.0


def _in_order(phrase: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the phrase's words stand in the text in order, at most a few words apart."""
    for start, word in enumerate(words):
        if word != phrase[0]:
            continue
        at = start
        for wanted in phrase[1:]:
            following = words[at + 1 : at + 2 + _MAX_GAP]
            if wanted not in following:
                break
            at += 1 + following.index(wanted)
        else:
            return True
    return False


def _stands_in(phrase: _Phrase, folded: str, spaced: str) -> bool:
    return phrase.text in folded if phrase.unspaced else f" {phrase.text} " in spaced


@cache
def _phrases(language: str, table: str, concept: str) -> tuple[_Phrase, ...]:
    return _folded(load(language).get(table, {}).get(concept, ()))


@cache
def _negations(language: str) -> tuple[_Phrase, ...]:
    return _folded(load(language)["negations"])


def _folded(phrases: Iterable[str]) -> tuple[_Phrase, ...]:
    seen = dict.fromkeys(normalise(phrase) for phrase in phrases)
    return tuple(_Phrase(text, tuple(text.split()), is_unspaced(text)) for text in seen if text)


@cache
def _texts(language: str, concept: str) -> frozenset[str]:
    return frozenset(phrase.text for phrase in _phrases(language, "phrases", concept))


@cache
def _speakers(concept: str) -> Mapping[str, frozenset[str]]:
    """Return for each word in which languages a phrase of the concept holds it: only those need be looked at."""
    found: dict[str, set[str]] = defaultdict(set)
    for language in (*LANGUAGES, EVERY):
        for phrase in _phrases(language, "phrases", concept):
            for word in phrase.words:
                found[word].add(language)
    return {word: frozenset(codes) for word, codes in found.items()}

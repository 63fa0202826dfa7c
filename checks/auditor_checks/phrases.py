"""Words for what the lexicon of journeys does not name: data files with a table per concept and a list per language.

A phrase that ends in `*` stands for every word that begins so; case, accents and punctuation do not matter. What stands
under `any` is written alike in all languages (brands, standards).
"""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from auditor.api import PageRecord, normalise, phrase_source

_EVERY = "any"
_LETTER_GAP = r"\W+(?:\w+\W+){0,2}"  # up to two words between a number and its unit


class Phrases:
    """The concepts of one data file beside the checks."""

    def __init__(self, package: str, file: str) -> None:
        self._tables: dict[str, dict[str, list[str]]] = tomllib.loads((files(package) / file).read_text(encoding="utf-8"))
        self._pattern = lru_cache(maxsize=512)(self._compile)
        self._numbered = lru_cache(maxsize=64)(self._compile_numbered)

    def knows(self, page: PageRecord) -> bool:
        """Whether there are words of the page's language, so that finding none means something."""
        return any(page.facts.language in table for table in self._tables.values())

    def holds(self, concept: str, page: PageRecord) -> bool:
        """Whether there are words of one concept in the page's language."""
        return page.facts.language in self._tables[concept]

    def listed(self, concept: str) -> tuple[str, ...]:
        """Return what stands under `any`, as it is written."""
        return tuple(self._tables[concept].get(_EVERY, ()))

    def mentions(self, concept: str, text: str, page: PageRecord) -> bool:
        """Whether a text holds a phrase of the concept in the page's language or English."""
        return bool(self._pattern(concept, page.facts.language).search(normalise(text)))

    def names(self, concept: str, text: str, page: PageRecord) -> bool:
        """Whether a text is a phrase of the concept and nothing else: a label rather than prose."""
        return self._pattern(concept, page.facts.language).fullmatch(normalise(text)) is not None

    def without(self, concept: str, text: str, page: PageRecord) -> str:
        """Return a text, written for comparison, without the phrases of the concept."""
        return self._pattern(concept, page.facts.language).sub(" | ", normalise(text))

    def any_mentions(self, concept: str, lines: tuple[str, ...], page: PageRecord) -> bool:
        """Whether one of the lines holds a phrase of the concept."""
        return any(self.mentions(concept, line, page) for line in lines)

    def numbers_of(self, concept: str, text: str, page: PageRecord) -> list[int]:
        """Return the whole numbers that a unit follows, such as the 30 of "30 calendar days"."""
        return [int(n) for n in self._numbered(concept, page.facts.language).findall(normalise(text))]

    def _compile(self, concept: str, language: str) -> re.Pattern[str]:
        return re.compile(self._source(concept, language))

    def _compile_numbered(self, concept: str, language: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\d)(\d{{1,3}})(?:\s*|{_LETTER_GAP})(?:{self._source(concept, language)})")

    def _source(self, concept: str, language: str) -> str:
        table = self._tables[concept]
        return phrase_source(p for code in (language, "en", _EVERY) for p in table.get(code, ()))

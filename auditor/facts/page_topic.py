"""What a page of information is about, by what it says: shops give the links to their terms, help or returns names of their own.

A topic is known by several signals: phrases of different kinds, numbers, ways of contact, a heading or an address that
names it. One that much of the page speaks of is meant; where two topics compete, neither is.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from auditor.facts.page import PageFacts
from auditor.facts.patterns import QUESTION_MARKS
from auditor.facts.prices import amounts_in
from auditor.lexicon import detect_language, normalise, phrase_source

_DATA: dict[str, Any] = tomllib.loads((files("auditor.facts") / "page_topic.toml").read_text(encoding="utf-8"))
COMPANY_NUMBERS: tuple[re.Pattern[str], ...] = tuple(map(re.compile, _DATA["company_numbers"]))
COMPANY_ADDRESSES: tuple[re.Pattern[str], ...] = tuple(map(re.compile, _DATA["company_addresses"]))

# How many signals a topic needs, and which it has besides its own phrases.
_LEAST = {"terms": 3, "privacy": 4, "imprint": 3, "returns": 3, "delivery_info": 4, "contact": 4, "about": 4}
_SHOWN: Mapping[str, Sequence[str]] = {"imprint": ("number",), "delivery_info": ("amounts", "carriers"), "contact": ("mail", "phone")}
_NEEDED = {"delivery_info": "amounts"}  # without it, delivery is only mentioned
_SHARED: Mapping[str, Sequence[str]] = {
    "returns": ("days",),
    "delivery_info": ("days", "areas", "price"),
    "contact": ("writes", "dials", "form", "address", "hours"),
    "about": ("year", "we"),
}
TOPICS = frozenset({*_LEAST, "faq"})
_OTHERS = ("tracking", "warranty", "accessibility", "loyalty", "login", "cart", "search_results", "size_guide", "newsletter", "gift_card")
_YIELDING = "contact"  # what stands on other pages of information too
_LEAST_GRADE, _AHEAD = 0.14, 2.0  # and how many times that of the next topic
_TERMS_AHEAD = 1.2  # terms have chapters on returns, delivery and data
_LEAST_OF_ABOUT = 0.25  # articles tell of people and years as well
_LEAST_WORDS = 25  # with fewer, a page says too little to be known by
_MOST_CARDS = 2
_NAMED, _NAMED_OTHERWISE = 0.85, 0.7  # how clearly a heading or an address names a topic
_FREQUENT = 0.02  # of the words, where a page speaks of "us"
_QUESTIONS, _QUESTION_SHARE, _QUESTION_LENGTH = 4, 0.2, 160  # how many, of the lines, characters
_MANY_QUESTIONS = 6  # whatever they ask, no other page puts so many
_MATTERS = (("delivery_info", "bringing"), ("returns", "send_back"))  # what customers of any shop ask, besides how to pay
_ELSEWHERE = frozenset({"header", "nav", "footer", "dialog", "search"})
_PATTERNS: Mapping[str, Sequence[re.Pattern[str]]] = {
    "number": COMPANY_NUMBERS,
    "address": COMPANY_ADDRESSES,
    "mail": (re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}"),),
    "phone": (re.compile(r"(?<![\w.])(?:\+|\(?0)\d[\d\s()/.–-]{6,}\d"),),
    "year": (re.compile(r"(?<![\d.,©/-])(?:1[6-9]\d\d|20[0-2]\d)(?![\d.,]*\d)"),),
}
_POST = re.compile(r"/(blogs?|news|journal|magazine?|posts?|articles?|stories|recipes?|press)/", re.IGNORECASE)
_TITLE_PARTS = re.compile(r"\s[|–—·•-]\s|\s?[|:]\s")


@dataclass(frozen=True, slots=True)
class Topic:
    """What a page is about, and how clearly it says so (0 to 1)."""

    concept: str
    grade: float


def page_topic(facts: PageFacts, wanted: Collection[str], standing: Collection[str] = ()) -> Topic | None:
    """Return which of the wanted concepts a page is about, None if none is or that is not sure.

    `standing` are texts that stand on other pages of the shop too, and tell nothing of this one.
    """
    page = _Reading(facts, standing)
    if page.words < _LEAST_WORDS or _sells(facts) or _is_post(facts):
        return None
    grades = {topic: grade for topic in _LEAST if (grade := page.grade(topic)) >= _LEAST_GRADE}
    if grades.get("about", 1.0) < _LEAST_OF_ABOUT:
        del grades["about"]
    if asked := page.share_of_questions():
        grades["faq"] = asked
    if len(grades) > 1:
        grades.pop(_YIELDING, None)
    if "terms" in grades:
        grades.pop("imprint", None)  # terms say who the other side is, and an imprint has no terms
    first, second, *_ = *sorted(grades, key=lambda topic: -grades[topic]), "", ""
    ahead = _TERMS_AHEAD if first == "terms" else _AHEAD
    if first not in wanted or _is_named_otherwise(facts, first) or (second and grades[first] < ahead * grades[second]):
        return None
    return Topic(first, grades[first])


class _Reading:
    """The text of the page itself, a line per piece, in the language that is written there."""

    def __init__(self, facts: PageFacts, standing: Collection[str]) -> None:
        self.facts = facts
        known = {*standing, *(text.text for overlay in facts.overlays for text in overlay.texts)}
        own = [t for t in facts.observation.texts if not t.split and t.landmark not in _ELSEWHERE and not t.fixed]
        self.lines = [t.text for t in own if t.text not in known]
        self.words = sum(len(line.split()) for line in self.lines)
        self.language = detect_language(self.lines, facts.language)
        self._folded = [normalise(line) for line in self.lines]
        self._links = [c.raw_href for c in facts.observation.visible if c.landmark not in _ELSEWHERE]

    def grade(self, topic: str) -> float:
        """How clearly the page is about a topic: the share of its text, and of the signals; 0 where those are too few."""
        proper = {signal: self._saying(topic, signal) for signal in _DATA[topic]}
        if not any(proper.values()):
            return 0.0
        proper |= {signal: self._showing(signal) for signal in _SHOWN.get(topic, ())}
        shared = [self._has(signal) for signal in _SHARED.get(topic, ())]
        told = sum(map(bool, proper.values())) + sum(shared) + _is_named(self.facts, topic)
        if told < _LEAST[topic] or not proper.get(_NEEDED.get(topic, ""), True):
            return 0.0
        return self._share(set().union(*proper.values())) * told / (len(proper) + len(shared) + 1)

    def share_of_questions(self) -> float:
        """How much of the text answers questions; 0 where they are few, or do not ask what a shop's customers ask."""
        questions = {n for n, line in enumerate(self.lines) if self._asks(line)}
        if len(questions) < max(_QUESTIONS, _QUESTION_SHARE * len(self.lines)):
            return 0.0
        matters = sum(bool(questions & self._saying(topic, signal)) for topic, signal in _MATTERS)
        matters += any(self.facts.lexicon.holds("payment_method", self.lines[n]) for n in questions)
        if matters < len(_MATTERS) and len(questions) < _MANY_QUESTIONS and not _is_named(self.facts, "faq"):
            return 0.0
        return self._share(range(min(questions), len(self.lines)))

    def _share(self, speaking: Iterable[int]) -> float:
        return sum(len(self.lines[n]) for n in speaking) / sum(map(len, self.lines))

    def _saying(self, topic: str, signal: str) -> set[int]:
        """The lines that hold a phrase of a signal."""
        pattern = _pattern(topic, signal, self.language)
        return {n for n, line in enumerate(self._folded) if pattern.search(line)}

    def _showing(self, signal: str) -> set[int]:
        """The lines that hold a number or name of a kind."""
        return {n for n, line in enumerate(self.lines) if self._shows(signal, line)}

    def _shows(self, signal: str, line: str) -> bool:
        match signal:
            case "amounts":
                return any(True for _ in amounts_in(line))
            case "carriers":
                return self.facts.lexicon.holds("shipping_choice", line)
            case _:
                return any(pattern.search(line) for pattern in _PATTERNS[signal])

    def _has(self, signal: str) -> bool:
        """Whether a page has a signal that is not a topic's alone."""
        match signal:
            case "year" | "address":
                return bool(self._showing(signal))
            case "writes":
                return any(href.startswith("mailto:") for href in self._links)
            case "dials":
                return any(href.startswith("tel:") for href in self._links)
            case "form":
                return any(c.tag == "textarea" and c.visible and c.landmark not in _ELSEWHERE for c in self.facts.observation.controls)
            case "we":
                spoken = " ".join(self._folded)
                return len(_pattern("shared", "we", self.language).findall(spoken)) >= _FREQUENT * len(spoken.split())
            case _:
                return bool(self._saying("shared", signal))

    def _asks(self, line: str) -> bool:
        end = line.rstrip(" +-–▾▸⌄")
        return len(end) <= _QUESTION_LENGTH and (end.endswith(QUESTION_MARKS) or (self.language == "el" and end.endswith(";")))


def _sells(facts: PageFacts) -> bool:
    return len(facts.cards) > _MOST_CARDS or facts.buy_box.button is not None


def _is_post(facts: PageFacts) -> bool:
    """Whether it is one of many articles, which may speak of anything."""
    return bool(_POST.search(urlsplit(facts.url).path) or facts.structured.of_type("BlogPosting", "NewsArticle", "Recipe"))


def _is_named(facts: PageFacts, *topics: str, at_least: float = _NAMED) -> bool:
    """Whether the heading, a part of the title or the last part of the address names one of the topics."""
    headings = [t for t in facts.observation.headings if t.landmark not in _ELSEWHERE]
    first = next((t.text for t in headings if t.heading == 1), next((t.text for t in headings if t.heading == 2), ""))
    last = urlsplit(facts.url).path.rstrip("/").rpartition("/")[2].partition(".")[0]
    names = (first, last, *_TITLE_PARTS.split(facts.observation.title))
    return any(facts.lexicon.has(topic, *names, at_least=at_least) for topic in topics)


def _is_named_otherwise(facts: PageFacts, topic: str) -> bool:
    """Whether a page calls itself something else: that on tracking a parcel speaks of delivery throughout."""
    return not _is_named(facts, topic) and _is_named(facts, *(TOPICS - {topic}), *_OTHERS, at_least=_NAMED_OTHERWISE)


@cache
def _pattern(topic: str, signal: str, language: str) -> re.Pattern[str]:
    return re.compile(phrase_source(_phrases(_DATA[topic][signal], language)))


def _phrases(table: Mapping[str, Sequence[str]], language: str) -> Iterator[str]:
    for code in (language, "any"):
        yield from table.get(code, ())

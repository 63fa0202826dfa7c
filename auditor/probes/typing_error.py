"""A search with a typing error: whether the product is still found, and not merely recommended to all who find nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from auditor.browser.tab import Tab
from auditor.facts.cards import Card, title_similarity
from auditor.facts.page import PageFacts
from auditor.facts.search_answer import says_nothing_found, standing_for_any, usual_texts
from auditor.journey.search import queries
from auditor.lexicon import normalise
from auditor.observe import Control
from auditor.probes.search_no_results import NONSENSE

_NO_LETTERS = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # scripts of syllables, or without spaces
_SAME = 0.6
_LONG = 6  # letters of a word in which one may be missing


def longest_word(query: str) -> str:
    """Return the word that tells most."""
    return max(query.split(), key=len, default="")


def misspelt(query: str) -> str:
    """Return the query with the third letter of its longest word missing, "" if no word is long enough."""
    longest = longest_word(query)
    if len(longest) < _LONG or not longest.isalpha() or _NO_LETTERS.search(longest):
        return ""
    return query.replace(longest, longest[:2] + longest[3:], 1)


def with_query(url: str, query: str, other: str) -> str:
    """Return the address of results with another query in it, "" if the query does not stand in the address."""
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    if any(normalise(value) == normalise(query) for _, value in pairs):
        changed = [(name, other if normalise(value) == normalise(query) else value) for name, value in pairs]
        return urlunsplit(parts._replace(query=urlencode(changed)))
    segments = parts.path.split("/")
    if any(normalise(unquote(s)) == normalise(query) for s in segments):
        changed_path = "/".join(quote(other) if normalise(unquote(s)) == normalise(query) else s for s in segments)
        return urlunsplit(parts._replace(path=changed_path))
    return ""


@dataclass(frozen=True)
class Search:
    """The search that found the product of the visit, to be asked again by its address."""

    tab: Tab
    results: str
    query: str
    product: PageFacts
    title: str

    def address(self, other: str) -> str:
        """The address of another query's results, "" if the query does not stand in the address."""
        return with_query(self.results, self.query, other)

    async def ask(self, other: str) -> PageFacts | None:
        """Open the results of another query."""
        address = self.address(other)
        return await self.open(address) if address else None

    async def open(self, url: str) -> PageFacts | None:
        """Open a page; None if it does not open."""
        landing = await self.tab.goto(url)
        return None if landing.error else await self.tab.look()


@dataclass(frozen=True)
class _Answer:
    """A page of results, and which of its products stand there for a meaningless word too."""

    page: PageFacts
    product: str
    title: str
    says_nothing: bool = False
    recommended: tuple[str, ...] = ()
    nothing: PageFacts | None = None

    @property
    def shown(self) -> bool:
        """Whether the product stands on the page, by which reason ever."""
        return self.itself or any(c.href == self.product for c in _links(self.page)) or bool(self._names & set(_names(self.page)))

    @property
    def itself(self) -> bool:
        """Whether the search led straight to the product's page."""
        return title_similarity(self.title, self.page.buy_box.title) >= _SAME and self.page.buy_box.button is not None

    @property
    def found(self) -> bool:
        """Whether the product is shown for the words asked: not as a recommendation alone, which one more mention tells."""
        if self.nothing is None or self.itself or not self._names & set(self.recommended):
            return self.shown
        return self._mentions(self.page) > self._mentions(self.nothing)

    @property
    def _names(self) -> set[str]:
        return {name for name in (*_names(self.page), *self.recommended) if title_similarity(self.title, name) >= _SAME}

    def _mentions(self, page: PageFacts) -> int:
        names = {name.replace(" ", "") for name in self._names}  # letters that are set off as found part a word
        return sum(normalise(t.text).replace(" ", "") in names for t in page.observation.texts if not t.split)


async def with_longer_name(search: Search, cards: Iterable[Card]) -> Search | None:
    """Ask for another product of the lists seen instead, where no word of the first one's name is long enough.

    None without one, or where its page does not open or is called otherwise.
    """
    here = urlsplit(search.product.url)
    sold = (c for c in cards if not c.sold_out and not c.unusual and urlsplit(c.target).netloc == here.netloc)
    named = ((c, query) for c in sold if urlsplit(c.target).path != here.path for query in queries(c.title)[:1])
    card, query = next(((c, query) for c, query in named if misspelt(query)), (None, ""))
    results = search.address(query) if card else ""
    product = await search.open(card.target) if card and results else None
    if product is None or title_similarity(query, product.buy_box.title) < _SAME:
        return None
    return replace(search, results=results, query=query, product=product, title=product.buy_box.title)


async def with_typo(search: Search, nothing: PageFacts | None) -> tuple[dict[str, Any] | None, list[PageFacts]]:
    """Leave out a letter of the longest word, alone where it finds the product alone: a whole name may be found by its other words.

    `nothing` is the answer to a meaningless word. Returns what came of it, and the pages of results that were opened.
    """
    word = longest_word(search.query)
    alone = await search.ask(word)
    right = _answer(search, alone, word, nothing) if alone else None
    finds = right is not None and right.found and not right.says_nothing
    asked = word if finds else search.query
    seen = await search.ask(misspelt(asked))
    if seen is None:
        return None, [alone] if alone else []
    said = usual_texts(alone, word) if alone and finds else frozenset()
    answer = _answer(search, seen, misspelt(asked), nothing, said, sure=finds)
    if not answer.found and not await _still_finds(search, asked):
        return {"unsure": True}, [page for page in (alone, seen) if page is not None]
    names = _names(seen)
    return {
        "query": misspelt(asked),
        "right": asked,
        "url": seen.url,
        "status": seen.status,
        "found": answer.found,
        "shown": len(names),
        "products": len(names) - len(answer.recommended),
        "says_nothing_found": answer.says_nothing,
        "corrected": _offers(seen, asked, search.product.url, nothing),
    }, [page for page in (alone, seen) if page is not None]


async def _still_finds(search: Search, query: str) -> bool:
    """Whether the right words show the product by their address: a shop may refuse so many searches, or be too slow for them."""
    again = await search.ask(query)
    return again is not None and _Answer(again, search.product.url, search.title).shown


def _answer(
    search: Search, page: PageFacts, query: str, nothing: PageFacts | None, said: frozenset[str] = frozenset(), *, sure: bool = True
) -> _Answer:
    """Read a page of results. Where it is not `sure` that the search tells words apart, only a page that says so found nothing."""
    usual = said | usual_texts(search.product, query)
    says = says_nothing_found(page, query, usual)
    told_apart = nothing is None or (says_nothing_found(nothing, NONSENSE, usual) and not says) or not (sure or says)
    names = [] if nothing is None or told_apart else _names(nothing)
    return _Answer(page, search.product.url, search.title, says, tuple(standing_for_any(_names(page), names)), nothing)


def _names(page: PageFacts) -> list[str]:
    return [normalise(card.title) for card in page.cards]


def _links(page: PageFacts) -> list[Control]:
    return [c for c in page.observation.visible if c.href]


def _offers(seen: PageFacts, right: str, product: str, nothing: PageFacts | None) -> bool:
    """Whether a link that is no product and stands there for this word only offers the right one."""
    others = {product, *(card.target for card in seen.cards), *(c.href for c in (_links(nothing) if nothing else ()))}
    return any(normalise(right) in normalise(c.label_text) and c.href not in others for c in _links(seen))

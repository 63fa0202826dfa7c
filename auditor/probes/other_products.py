"""Which products of the lists seen may leave a choice to the shopper. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from urllib.parse import urldefrag, urlsplit

from auditor.facts.cards import Card
from auditor.facts.page import PageFacts

_LONGEST = 40  # letters of what a card asks: "Select options"
_SURE = 0.75


def likely_with_choices(pages: Sequence[PageFacts], here: str) -> list[str]:
    """Return the addresses of other products than that of `here`: those whose cards ask to choose, then those of other parts of the shop.

    Of those alike the one seen last comes first.
    """
    here = urldefrag(here)[0]
    cards: dict[str, bool] = {}
    for page in reversed(pages):
        for card in reversed(page.cards):
            address = urldefrag(card.target)[0]
            sold = address.startswith("http") and not card.sold_out and not card.unusual
            if sold and address != here and urlsplit(address).netloc == urlsplit(here).netloc:
                cards[address] = asks_to_choose(page, card) or cards.get(address, False)
    parts: Counter[str] = Counter({_part(here): 1})  # products of one kind have choices alike
    ranked = []
    for address, asks in cards.items():
        ranked.append((not asks, parts[_part(address)], address))
        parts[_part(address)] += 1
    return [address for *_, address in sorted(ranked)]


def asks_to_choose(page: PageFacts, card: Card) -> bool:
    """Whether a card says, where others offer to buy at once, that something must be chosen first: on a button or a link to its page."""
    observation = page.observation
    pressed = [c for c in observation.visible if c.is_button and observation.contains(card.n, c.n) and c.n != card.link.n]
    words = [word for c in pressed for word in c.words] + [t.text for t in observation.texts if observation.contains(card.n, t.n)]
    return any(len(told) <= _LONGEST and page.lexicon.has("choose_option", told, at_least=_SURE) for told in words)


def _part(url: str) -> str:
    return urlsplit(url).path.rpartition("/")[0]

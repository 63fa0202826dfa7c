"""What a page shows in answer to a press on the buy button, in whatever words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from auditor.facts.cards import title_similarity
from auditor.facts.page import PageFacts
from auditor.facts.patterns import addressed
from auditor.lexicon.normalise import normalise
from auditor.observe import Box, Control, Text

_FRAME = frozenset({"header", "nav", "footer"})
_NEAR = 320  # CSS pixels between a buy button and its answer
_LEADS = 0.5  # confidence from which on a link leads to the cart
_ALIKE = 0.6
_DIGITS = re.compile(r"\d+")


def offers_cart(before: PageFacts, after: PageFacts) -> bool:
    """Whether the same page now has one more way to the cart, outside its header, that is not the cart's count."""
    if not _same_page(before, after):
        return False
    return len(list(_ways(after))) > len(list(_ways(before)))


def _ways(facts: PageFacts) -> Iterator[Control]:
    carts = {c.control.href for c in facts.cart_links if c.p >= _LEADS and not addressed("cart_add", c.control.href)}
    for control in facts.observation.visible:
        leads = control.href in carts or (addressed("cart", control.href) and not addressed("cart_add", control.href))
        if control.href and leads and control.landmark not in _FRAME and not _DIGITS.search(control.label_text):
            yield control


def answers(before: PageFacts, after: PageFacts, title: str) -> bool:
    """Whether the same page now says something to screen readers too, about the product, near the button or over the page.

    A clock that runs is no news, nor a slide of a carousel elsewhere; a complaint is no answer.
    """
    if not _same_page(before, after) or {t.text for t in after.checkout.errors} - {t.text for t in before.checkout.errors}:
        return False
    buttons = [b.control.box for b in (*before.buy_box.buttons[:1], *after.buy_box.buttons[:1])]
    return any(text.fixed or _names(title, text) or _is_near(text.box, buttons) for text in _live_news(before, after))


def _live_news(before: PageFacts, after: PageFacts) -> Iterator[Text]:
    known = {_uncounted(t.text) for t in before.observation.texts}
    for text in after.observation.texts:
        if text.live and text.landmark not in _FRAME and _uncounted(text.text) not in known:
            yield text


def _same_page(before: PageFacts, after: PageFacts) -> bool:
    return urlsplit(before.url)[:3] == urlsplit(after.url)[:3]


def _uncounted(text: str) -> str:
    """A text without its numbers."""
    return _DIGITS.sub("#", text)


def _names(title: str, text: Text) -> bool:
    return normalise(title) in normalise(text.text) or title_similarity(title, text.text) >= _ALIKE


def _is_near(box: Box, buttons: list[Box]) -> bool:
    return any(box.distance(button) <= _NEAR for button in buttons)

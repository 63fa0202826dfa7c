"""Amounts of a cart or a checkout with the words of their row."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlsplit

from auditor.api import Box, Control, JourneyRecord, Message, PageRecord, Price, Stage, Text, say, without_amounts

_SAME_ROW, _JUST_BEFORE, _LONGEST = 16, 60, 90
_BAR = 160  # CSS pixels; a bar at the edge of a phone's window names the cart, and holds none
_AROUND = frozenset({"nav", "footer"})


@dataclass(frozen=True, slots=True)
class Row:
    """An amount, and what it is for."""

    label: str
    price: Price

    @property
    def value(self) -> Decimal:
        """How much it is."""
        return self.price.amount.value


def rows(page: PageRecord) -> list[Row]:
    """Return the amounts of a page that are not crossed out, each with its words; in a cart drawer, those of the drawer."""
    part = cart_part(page)
    observation = page.observation
    return [
        Row(label_of(page, price, part), price)
        for price in page.facts.prices
        if not price.struck
        and price.text.landmark not in _AROUND | ({"header"} if part is None else set())
        and (part is None or observation.contains(part, price.n))
    ]


def cart_part(page: PageRecord) -> int | None:
    """Return the node of the cart where it lies over another page, None where the page is the cart."""
    if page.stage is not Stage.CART:
        return None
    return next((o.layer.n for o in page.facts.overlays if o.kind == "cart" and not _is_bar(page, o.layer.box)), None)


def leads_to_cart(page: PageRecord) -> bool:
    """Whether a cart that lies over the page is a short one: it has a link to a page of the cart."""
    part = cart_part(page)
    inside = (c for c in page.observation.visible if part is not None and page.observation.contains(part, c.n))
    return any(_leads_to_cart(page, c) for c in inside if c.is_button)


def whole_cart(journey: JourneyRecord) -> PageRecord:
    """Return the page of the cart: that which a short cart over another page leads to, where it was opened."""
    page = journey.page(Stage.CART)
    own = journey.cart_page if leads_to_cart(page) else None
    return own if own is not None else page


def only_confirms(page: PageRecord) -> Message | None:
    """Say so where a page only confirms what was added: its own content has a button to the cart, which is another page."""
    if page.stage is not Stage.CART or cart_part(page) is not None:
        return None
    here = urlsplit(page.url).path.rstrip("/")
    content = (c for c in page.observation.visible if c.href and c.landmark not in _AROUND | {"header", "aside", "dialog"})
    ways = (c for c in content if page.facts.lexicon.has("view_cart", *c.words, at_least=0.9))
    if not any(urlsplit(c.href).path.rstrip("/") not in {here, ""} for c in ways):
        return None
    return say("Only the page that confirms what was added was seen; it leads to the cart, which may show and allow more.")


def _leads_to_cart(page: PageRecord, control: Control) -> bool:
    lexicon = page.facts.lexicon
    places = [part.partition(".")[0] for part in urlsplit(control.href).path.split("/")]
    named = any(lexicon.has("cart", place.replace("-", " ")) for place in places if place)
    return lexicon.has("view_cart", *control.words, at_least=0.75) or (named and control.href != page.url)


def _is_bar(page: PageRecord, box: Box) -> bool:
    """Whether a layer is a bar along the whole window, such as one with icons, or with the total and the button that goes on."""
    return box.height <= _BAR and box.width >= page.observation.viewport[0] - 2


def label_of(page: PageRecord, price: Price, part: int | None = None) -> str:
    """Return the words of an amount: its own, else those to its left in the row, else those just before it."""
    own = without_amounts(price.text.text)
    if _has_words(own):
        return own
    box = price.text.box
    texts = [t for t in page.observation.texts if part is None or page.observation.contains(part, t.n)]
    left = [t for t in _words(texts, price) if abs(t.box.middle[1] - box.middle[1]) < _SAME_ROW and t.box.x < box.x and t.n != price.n]
    if left:
        return min(left, key=lambda t: box.x - t.box.right).text
    before = [t for t in _words(texts, price) if price.n - 12 <= t.n < price.n and t.box.distance(box) < _JUST_BEFORE]
    return before[-1].text if before else ""


def _words(texts: Iterable[Text], price: Price) -> list[Text]:
    return [t for t in texts if t.frame == price.text.frame and len(t.text) <= _LONGEST and _has_words(without_amounts(t.text))]


def _has_words(text: str) -> bool:
    return sum(1.5 if c >= "\u3040" else 1 for c in text if c.isalpha()) >= 3  # 送料, 合計: two signs are a word

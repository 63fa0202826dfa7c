"""What several checks read off a product page: whether it sells goods, its markup, its gallery."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bs4 import Tag

from auditor.api import Control, Missing, PageRecord, Picture, Price, title_similarity, without_amounts
from auditor_checks.page_text import told_lines
from auditor_checks.picture_links import link_leads_away, picture_name, source_leads_away

_ELSEWHERE = frozenset({"header", "nav", "footer", "dialog", "search"})
# Hidden parts that tell nothing of the product: a cart to slide in, consent, a letter to sign up for.
_ASIDE = "(mini|side)-?cart|cart-?(drawer|sidebar|preview|notification|offcanvas)|cookie|consent|newsletter"
_TOP = frozenset({"header", "nav"})
_ALIKE = 0.5
_TELLING = 20  # characters of a closed part; "Loading …" is shorter
_AMOUNT = 30  # characters of an amount of money
_IMAGE_SOURCES = ("src", "data-src", "data-lazy-src", "data-lazy", "data-original", "data-zoom-image", "data-large_image")
_IMAGE_SETS = ("srcset", "data-srcset")
_PRODUCT_TYPES = frozenset({"product", "productgroup", "individualproduct", "productmodel", "vehicle", "book", "car"})


def is_gift_card(page: PageRecord) -> bool:
    """Whether the product is a gift card or another thing that no parcel brings."""
    heading = page.facts.buy_box.heading
    return heading is not None and page.facts.lexicon.has("gift_card", heading.text)


def amount_text(price: Price) -> str:
    """A price as it is written, without the words before and after the amount ("Regular price $98.00")."""
    text = price.text.text
    words = without_amounts(text)
    return (text.replace(words, "").strip(" :,.–-") if words and words in text else text)[:_AMOUNT]


@lru_cache(maxsize=32)
def own_lines(page: PageRecord) -> tuple[str, ...]:
    """Return what the page tells of its product: the cards of other products and the cart left out."""
    observation, cards = page.observation, page.facts.cards
    lines = told_lines(page, _ASIDE)
    if len(cards) < 2:
        return lines
    others = {t.text for t in observation.texts if any(observation.contains(card.n, t.n) for card in cards)}
    return tuple(line for line in lines if line not in others)


def top_lines(page: PageRecord) -> tuple[str, ...]:
    """Return what header and menus say at the top of the page."""
    observation = page.observation
    feet = [r.n for r in observation.regions if r.kind == "footer"]
    texts = (t for t in observation.texts if t.landmark in _TOP and t.box.y < observation.viewport[1])
    return tuple(t.text for t in texts if not any(observation.contains(n, t.n) for n in feet))


@lru_cache(maxsize=32)
def unread_parts(page: PageRecord) -> tuple[str, ...]:
    """Return the names of closed tabs and folds whose content is fetched only when they are opened.

    Where there are some, what was not found may stand there, and its absence is no more than a warning.
    """
    closed = [c for c in page.observation.visible if c.landmark not in _ELSEWHERE and c.is_button and _is_closed(c)]
    try:
        soup = page.soup
    except Missing:
        return tuple(c.label_text for c in closed)

    def is_read(control: Control) -> bool:
        parts = [soup.find(id=name) for name in control.attrs.get("aria-controls", "").split()]
        return bool(parts) and all(part is not None and len(part.get_text(strip=True)) >= _TELLING for part in parts)

    return tuple(c.label_text for c in closed if not is_read(c))


def _is_closed(control: Control) -> bool:
    attrs = control.attrs
    folded = attrs.get("aria-expanded") == "false" and attrs.get("aria-haspopup", "false") == "false"
    return bool(control.label_text) and (folded or (control.role == "tab" and attrs.get("aria-selected") == "false"))


@lru_cache(maxsize=32)
def product_markup(page: PageRecord) -> Mapping[str, Any] | None:
    """Return what the page says of its product in JSON-LD or microdata, None if it says nothing."""
    found = [*page.facts.structured.of_type("Product", "ProductGroup", "IndividualProduct", "ProductModel"), *_microdata(page)]
    heading = page.facts.buy_box.heading
    title = heading.text if heading is not None else page.observation.title

    def fits(item: Mapping[str, Any]) -> tuple[bool, float]:
        return bool(item.get("offers") or item.get("hasVariant")), title_similarity(str(item.get("name", "")), title)

    return max(found, key=fits, default=None)


def offers_of(product: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the offers of a product's markup, those of its variants included."""
    variants = [v for v in _listed(product.get("hasVariant")) if isinstance(v, Mapping)]
    nested = [o for v in (product, *variants) for o in _listed(v.get("offers")) if isinstance(o, Mapping)]
    inner = [i for o in nested for i in _listed(o.get("offers")) if isinstance(i, Mapping)]
    return [*nested, *inner]


def _microdata(page: PageRecord) -> Iterator[Mapping[str, Any]]:
    try:
        source = page.html
    except Missing:
        return
    if "itemtype" not in source or "schema.org" not in source:
        return
    from extruct.w3cmicrodata import MicrodataExtractor  # takes half a second, and few shops have any

    try:
        items = MicrodataExtractor(nested=True, strict=False).extract(source)
    except (ValueError, TypeError, AttributeError):
        return  # markup that cannot be read says nothing
    for item in items:
        kinds = {str(kind).rpartition("/")[2].casefold() for kind in _listed(item.get("type"))}
        if kinds & _PRODUCT_TYPES:
            yield _plain(item)


def _plain(item: Mapping[str, Any]) -> Mapping[str, Any]:
    """Microdata in the shape of JSON-LD."""
    made: dict[str, Any] = {"@type": str(item.get("type", "")).rpartition("/")[2]}
    for key, value in dict(item.get("properties", {})).items():
        values = [_plain(v) if isinstance(v, Mapping) else v for v in _listed(value)]
        made[key] = values if len(values) > 1 else next(iter(values), None)
    return made


def _listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def shows_product(page: PageRecord, picture: Picture) -> bool:
    """Whether a picture is surely the product's: it stands beside the heading, or is the one that the markup names."""
    heading = page.facts.buy_box.heading
    if heading is not None:
        beside = picture.box.y < heading.box.bottom and heading.box.y < picture.box.bottom
        apart = picture.box.right <= heading.box.x or heading.box.right <= picture.box.x
        if (beside and apart) or (picture.alt and title_similarity(picture.alt, heading.text) >= _ALIKE):
            return True
    named = _listed((product_markup(page) or {}).get("image"))
    addresses = [str(i.get("url", "")) if isinstance(i, Mapping) else str(i) for i in named]
    names = {picture_name(a) for a in (*addresses, page.observation.meta.get("og:image", ""))}
    return picture_name(picture.src) in names - {""}


@dataclass(frozen=True)
class Gallery:
    """The pictures of the product: the main one, all that are on screen, and the names of all in the source."""

    main: Picture
    shown: tuple[Picture, ...]
    names: frozenset[str]
    elements: tuple[Tag, ...]

    @property
    def count(self) -> int:
        """How many pictures there are: as many as names, and no fewer than addresses shown alike, whatever the files are called.

        Many shops name all files of a product alike, in folders of their own; side by side in one size they are no sizes of one picture.
        """
        alike = Counter((round(width), round(height)) for _, width, height in {(p.src, p.box.width, p.box.height) for p in self.shown})
        return max(len(self.names), *alike.values(), 0)


@lru_cache(maxsize=32)
def gallery(page: PageRecord) -> Gallery | None:
    """Find the gallery: what stands around the largest picture near the top, up to where heading and buy button begin.

    Pictures that are links to other pages stand for what is sold there.
    """
    main = page.facts.main_picture
    if main is None:
        return None
    box = page.facts.buy_box
    marks = [*(c.control.n for c in box.buttons[:1]), *([box.heading.n] if box.heading else []), *([box.price.n] if box.price else [])]
    observation = page.observation
    holder = main.n
    for node in observation.ancestors(main.n):
        if any(observation.contains(node, mark) for mark in marks) or observation.kinds[node].partition(".")[0] in {"main", "body", "html"}:
            break
        holder = node
    shown = tuple(p for p in observation.pictures if p.kind == "img" and observation.contains(holder, p.n))
    elements = tuple(_source_images(page, main))
    if not _stands_for_another(page, main):  # else the shop shows large pictures on pages of their own
        shown = tuple(p for p in shown if not _stands_for_another(page, p))
        elements = tuple(e for e in elements if not source_leads_away(page.url, e, addresses_of(e)))
    names = {picture_name(p.src) for p in shown} | {picture_name(s) for e in elements for s in addresses_of(e)}
    return Gallery(main, shown, frozenset(n for n in names if n), elements)


def _stands_for_another(page: PageRecord, picture: Picture) -> bool:
    observation = page.observation
    around = (control for n in observation.ancestors(picture.n) if (control := observation.by_node.get(n)) and control.href)
    link = next(around, None)
    return link is not None and link_leads_away(page.url, link, [picture.src])


def _source_images(page: PageRecord, main: Picture) -> list[Tag]:
    """The images around the main one in the source, up to where a main heading or a form with a button begins."""
    try:
        images = page.soup.find_all("img")
    except Missing:
        return []
    name = picture_name(main.src)
    start = next((i for i in images if name and name in {picture_name(s) for s in addresses_of(i)}), None)
    if start is None:
        return []
    holder: Tag = start
    for parent in start.parents:
        if parent.name in {"main", "body", "html"} or parent.find("h1") is not None or parent.select_one("form[action*=cart]") is not None:
            break
        holder = parent
    return [holder] if holder.name == "img" else list(holder.find_all("img"))


def addresses_of(image: Tag) -> list[str]:
    """Return the addresses of an image element."""
    listed = [part.split()[0] for key in _IMAGE_SETS for part in str(image.get(key) or "").split(", ") if part.strip()]
    return [*(value for key in _IMAGE_SOURCES if (value := str(image.get(key) or "").strip())), *listed]

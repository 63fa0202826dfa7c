"""Product cards: the repeated tiles of a product list.

A card is the largest part of the page that holds one product's price (or, where a shop hides prices in lists, one
picture with a link) and no other's. Cards of one list have the same shape.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from auditor.facts.patterns import addressed
from auditor.facts.prices import Price, amounts_in, prices, without_amounts
from auditor.facts.steppers import is_step
from auditor.lexicon import Lexicon, normalise
from auditor.observe import Control, Observation, Picture, Text

_ELSEWHERE = {"header", "nav", "footer", "dialog"}
_TITLE_LENGTH = 160
_FILE = re.compile(r"\.(jpe?g|png|webp|avif|gif|svg)(\?|$)", re.IGNORECASE)
_SURELY = 0.9  # how clearly a button sells, whatever it looks like: a round "+" called "Add to cart"
_FEW = 3
_LONE_TARGETS = 3  # links of a single card; a part of the page with more is no card


@dataclass(frozen=True)
class Card:
    """One product in a list. `link` leads to its page; `n` is the node of the whole card, `list_n` of the list."""

    n: int
    list_n: int
    link: Control
    title: str
    price: Price | None
    pictured: bool
    add_button: Control | None = None
    sold_out: bool = False
    unusual: bool = False  # gift cards, subscriptions: no ordinary parcel

    @property
    def target(self) -> str:
        """Address of the product's page, "" for a card that is pressed by script."""
        return self.link.href


def product_cards(observation: Observation, lexicon: Lexicon) -> list[Card]:
    """Return the product cards of the page, those of the longest list first, each list in document order."""
    cards = _priced_cards(observation, lexicon) or _unpriced_cards(observation, lexicon)
    lists = Counter(card.list_n for card in cards)
    return sorted(cards, key=lambda card: (-lists[card.list_n], card.list_n, card.n))


def _priced_cards(observation: Observation, lexicon: Lexicon) -> list[Card]:
    links = [c for c in observation.visible if _leads_somewhere(c, observation)]
    holding = _holders(observation, (c.n for c in links))
    clusters: dict[int, list[Price]] = defaultdict(list)
    for price in prices(observation):
        if price.text.landmark in _ELSEWHERE or price.text.fixed or lexicon.mentions("free_shipping", price.text.text):
            continue
        link = observation.by_node.get(price.text.control)
        if link is not None and addressed("cart", link.href) and not addressed("cart_add", link.href):
            continue  # what the cart holds by now
        holder = next((a for a in (price.n, *observation.ancestors(price.n)) if a in holding), None)
        if holder is not None:
            clusters[holder].append(price)
    clusters = _separate(observation, clusters)
    if not clusters:
        return []
    roots = _grow(observation, clusters)
    cards = []
    for root, found in roots.items():
        card = _read_card(observation, lexicon, root, found, links)
        if card:
            cards.append(card)
    return _told_apart(observation, _others(observation, _only_lists(observation, cards)))


def _others(observation: Observation, cards: list[Card]) -> list[Card]:
    """Leave out what the page's only main heading stands in, where there are others: on a product's page that is the product."""
    main = [t for t in observation.headings if t.heading == 1 and t.landmark not in {"header", "footer", "dialog"}]
    if len(main) != 1:
        return cards
    return [card for card in cards if not observation.contains(card.n, main[0].n)] or cards


def _told_apart(observation: Observation, cards: list[Card]) -> list[Card]:
    """Name cards whose links are all called alike ("To the sizes") by what stands beside."""
    if len(cards) < _FEW or len({card.title for card in cards}) > 1:
        return cards
    links = [card.link for card in cards]
    return [replace(card, title=_named_beside(observation, card.link, links)[:_TITLE_LENGTH] or card.title) for card in cards]


def _holders(observation: Observation, nodes: Iterable[int]) -> set[int]:
    """Return every node that is or holds one of the nodes."""
    held: set[int] = set()
    for n in nodes:
        for a in (n, *observation.ancestors(n)):
            if a in held:
                break
            held.add(a)
    return held


def _separate(observation: Observation, clusters: dict[int, list[Price]]) -> dict[int, list[Price]]:
    """Drop clusters that hold other clusters: a "from" price above a list is no card."""
    inner: set[int] = set()
    for node in clusters:
        inner.update(a for a in observation.ancestors(node) if a in clusters)
    return {node: found for node, found in clusters.items() if node not in inner}


def _grow(observation: Observation, clusters: dict[int, list[Price]]) -> dict[int, list[Price]]:
    """Grow each cluster to the whole card: while it holds no other cluster, and a complete card only by trimmings."""
    claims: Counter[int] = Counter()
    for node in clusters:
        claims.update({node, *observation.ancestors(node)})
    pictures = sorted(p.n for p in observation.pictures if min(p.box.width, p.box.height) >= 40)
    headings = sorted(t.n for t in observation.headings)
    links = sorted(c.n for c in observation.visible if c.href)

    def inside(nodes: list[int], root: int) -> int:
        return sum(observation.contains(root, n) for n in nodes)

    grown: dict[int, list[Price]] = {}
    for node, found in clusters.items():
        root = node
        for a in observation.ancestors(node):
            if claims[a] > 1 or observation.kinds[a] in {"body", "main"}:
                break
            complete = inside(pictures, root) > 0 and inside(links, root) > 0
            more = inside(pictures, a) > inside(pictures, root) or inside(headings, a) > inside(headings, root)
            if complete and (more or inside(links, a) > inside(links, root) + 2):
                break
            root = a
        grown[root] = found
    return grown


def _read_card(observation: Observation, lexicon: Lexicon, root: int, found: list[Price], links: list[Control]) -> Card | None:
    inside = [c for c in links if observation.contains(root, c.n)]
    if not inside:
        return None
    texts = [t for t in observation.texts if observation.contains(root, t.n)]
    pictures = [p for p in observation.pictures if observation.contains(root, p.n) and min(p.box.width, p.box.height) >= 40]
    link = _main_link(inside, texts, lexicon)
    if link is None:
        return None
    if any(lexicon.has(c, *link.words, at_least=0.7) for c in ("delivery_info", "returns")):
        same = [c.n for c in inside if c.href == link.href]
        if not any(observation.contains(n, p.n) for n in same for p in pictures):
            return None  # the amount is a fee, and the link explains it; a parcel box for sale has its picture linked
    title = _title(link, texts, inside, [p.alt or "" for p in pictures], lexicon)
    words = " ".join(t.text for t in texts if not t.split)
    current = next((p for p in found if not p.struck), found[0] if found else None)
    buttons = [c for c in observation.visible if c.is_button and observation.contains(root, c.n) and c is not link]
    selling = sorted((c for c in buttons if lexicon.has("add_to_cart", *c.words)), key=lambda c: -lexicon.score("add_to_cart", *c.words))
    add = next((c for c in selling if lexicon.score("add_to_cart", *c.words) >= _SURELY or not is_step(observation, c)), None)
    if _sells_here(observation, root, link, add, pictures):
        return None
    return Card(
        n=root,
        list_n=observation.parents[root],
        link=link,
        title=title,
        price=current,
        pictured=bool(pictures),
        add_button=add,
        sold_out=any(lexicon.has("sold_out", t.text, at_least=0.7) for t in texts if len(t.text) < 60),
        unusual=lexicon.mentions("gift_card", title)
        or lexicon.mentions("subscription", title)
        or lexicon.mentions("gift_card", words[:80]),
    )


def _sells_here(observation: Observation, root: int, link: Control, add: Control | None, pictures: list[Picture]) -> bool:
    """Whether a part of the page is the buy box of a product page, and its link (sizes, reviews, brand) a mere aside.

    It holds a button to buy and the page's only main heading, which leads nowhere, or the picture that is named after
    it; its picture leads to no other page.
    """
    headings = [t for t in observation.headings if t.landmark not in _ELSEWHERE]
    level = min((t.heading for t in headings), default=0)
    mains = [t for t in headings if t.heading == level]
    if add is None or len(mains) != 1 or mains[0].control >= 0:
        return False
    same = [c.n for c in observation.visible if c.href == link.href]  # picture and title may each have a link of their own
    main = normalise(mains[0].text).split()
    named = any(main and normalise(p.alt or "").split()[: len(main)] == main for p in pictures)
    if not (named or observation.contains(root, mains[0].n)):
        return False
    return bool(_FILE.search(link.href)) or not any(observation.contains(n, p.n) for n in same for p in pictures)


def _leads_somewhere(control: Control, observation: Observation) -> bool:
    if control.landmark in _ELSEWHERE:
        return False
    if control.tag == "a":
        return (bool(control.href) and not control.raw_href.startswith(("#", "javascript:", "mailto:", "tel:"))) or bool(control.custom)
    return bool(control.custom) and control.custom not in {"editable", "tabindex"} and control.box.area >= 1600


def _main_link(inside: list[Control], texts: list[Text], lexicon: Lexicon) -> Control | None:
    """The link most parts of the card lead by: picture, heading and button often share one target."""

    def unlike(control: Control) -> bool:
        # A product may be named after what is also a word of the shop: a linen bag, an order book.
        if addressed("cart_add", control.href):
            return True
        others = ("add_to_cart", "wishlist", "compare", "quick_view", "cart", "review", "share")
        return any(lexicon.has(c, *control.words, at_least=0.85) for c in others)

    candidates = [c for c in inside if not unlike(c)] or [c for c in inside if lexicon.has("view_product", *c.words)]
    if not candidates:
        return None
    targets = Counter(c.href or c.n for c in candidates)
    headed = {t.control for t in texts if t.heading}
    return max(candidates, key=lambda c: (c.n in headed, targets[c.href or c.n], bool(c.text), c.box.area))


def _title(link: Control, texts: list[Text], inside: list[Control], alts: list[str], lexicon: Lexicon) -> str:
    """The product's name, without a price that stands in the same text."""
    return without_amounts(_named(link, texts, inside, alts, lexicon))[:_TITLE_LENGTH]


def _named(link: Control, texts: list[Text], inside: list[Control], alts: list[str], lexicon: Lexicon) -> str:
    same = [c for c in inside if c.href == link.href] if link.href else [link]
    numbers = {c.n for c in same}
    headings = [t for t in texts if t.heading and not t.struck]
    linked = next((t.text for t in headings if t.control in numbers), "")
    if linked:
        return linked

    def is_plain(text: str) -> bool:
        return not _is_price_like(text) and not lexicon.has("view_product", text, at_least=0.85)

    own = [t for t in texts if t.control in numbers and not t.split and is_plain(t.text)]
    if own:
        return max(own, key=lambda t: (t.size * (1.2 if t.weight >= 600 else 1.0), len(t.text))).text
    if headings:
        return headings[0].text
    for text in (link.text, link.name, *alts):
        if text and is_plain(text):
            return text
    largest = max((t for t in texts if not _is_price_like(t.text)), key=lambda t: (t.size, len(t.text)), default=None)
    return largest.text if largest else ""


@lru_cache(maxsize=4096)
def _is_price_like(text: str) -> bool:
    """Whether a short text is a price or a measure ("€ 49", "250 g", "4.5") rather than a name ("PS5")."""
    letters = sum(c.isalpha() for c in text)
    return letters < 4 and any(c.isdigit() for c in text) and (not text[0].isalpha() or bool(amounts_in(text)))


def _only_lists(observation: Observation, cards: list[Card]) -> list[Card]:
    """Keep cards that come in lists: two or more with one parent or one shape, or a small one with picture and title."""
    parents = Counter(card.list_n for card in cards)
    shapes = Counter(observation.kinds[card.n] for card in cards)

    def listed(card: Card) -> bool:
        if parents[card.list_n] > 1 or shapes[observation.kinds[card.n]] > 1:
            return True
        targets = {c.href for c in observation.visible if c.href and observation.contains(card.n, c.n)}
        return card.pictured and card.price is not None and len(targets) <= _LONE_TARGETS

    return [c for c in cards if c.title and listed(c)]


def _unpriced_cards(observation: Observation, lexicon: Lexicon) -> list[Card]:
    """Lists that show no prices: four or more pictured links of one shape in one place."""
    links = [c for c in observation.visible if _leads_somewhere(c, observation) and c.tag == "a"]
    groups: dict[tuple[str, str], list[Control]] = defaultdict(list)
    pictured = _holders(observation, (p.n for p in observation.pictures if min(p.box.width, p.box.height) >= 60))
    for link in links:
        root = next((a for a in (link.n, *list(observation.ancestors(link.n))[:3]) if a in pictured), None)
        if root is not None:
            groups[(observation.kinds[link.n], observation.kinds[root])].append(link)
    best = max(groups.values(), key=lambda group: (len({c.href for c in group if c.text or c.name}), len(group)), default=[])
    targets: dict[str, Control] = {}
    for link in best:
        if link.href not in targets or len(link.text) > len(targets[link.href].text):
            targets[link.href] = link
    if len(targets) < 4:
        return []
    parent = observation.common_ancestor([link.n for link in targets.values()])
    called = Counter(link.text or link.name for link in targets.values())
    alike = [link for link in targets.values() if called[link.text or link.name] > 1]
    names = {link.n: _named_beside(observation, link, targets.values()) for link in alike}
    return [
        Card(
            n=link.n,
            list_n=parent,
            link=link,
            title=(names.get(link.n) or link.text or link.name)[:_TITLE_LENGTH],
            price=None,
            pictured=True,
            unusual=lexicon.mentions("gift_card", link.text),
        )
        for link in targets.values()
        if link.text or link.name
    ]


def _named_beside(observation: Observation, link: Control, links: Iterable[Control]) -> str:
    """The name that stands beside a link which is called like the others ("Show product"), "" where there is none."""
    others = [other.n for other in links if other is not link]
    name = ""
    for a in list(observation.ancestors(link.n))[:4]:
        if any(observation.contains(a, n) for n in others):
            break
        beside = [t for t in observation.texts if observation.contains(a, t.n) and t.control != link.n and not _is_price_like(t.text)]
        best = max(beside, key=lambda t: (bool(t.heading), t.size, t.weight), default=None)
        name = best.text if best else name
    return name


_NOISE = re.compile(r"\b\d+([.,]\d+)?\b")
_LONGEST_TITLE = 400  # characters; by then a title has said which product it is


def title_similarity(first: str, second: str) -> float:
    """Share of words two product titles have in common, 0 to 1 (overlap of the shorter one)."""
    first, second = first[:_LONGEST_TITLE], second[:_LONGEST_TITLE]
    a, b = set(normalise(_NOISE.sub(" ", first)).split()), set(normalise(_NOISE.sub(" ", second)).split())
    if not a or not b:
        return 1.0 if normalise(first) and normalise(first) == normalise(second) else 0.0
    return len(a & b) / min(len(a), len(b)) if len(a & b) > 1 or min(len(a), len(b)) == 1 else len(a & b) / max(len(a), len(b))

"""Where the page's links and buttons lead: categories, search, menu, cart, checkout, guest entry."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urldefrag, urlsplit

from auditor.facts.buybox import is_wallet
from auditor.facts.cards import Card
from auditor.facts.patterns import addressed, named
from auditor.facts.prices import amounts_in, without_amounts
from auditor.facts.ranking import Candidate, rank
from auditor.lexicon import Lexicon
from auditor.observe import Control, Observation

_COUNT = re.compile(r"(?<!\d)(\d{1,3})(?!\d)")
_PANEL_DEPTH, _PANEL_LABEL = 5, 120
_PERCENT = re.compile(r"%|[<>]")
_SUMMARY = re.compile(r"\d{1,3}\s*\W*(\w+\W*){0,2}$")  # what "1 item - €24.00" leaves without its amount
_TOP = 120  # CSS pixels
_BAR = 0.2  # share of the window; what lies over more of it is no bar
_MENU_LIST = re.compile(r"^(ul|ol|dl|menu)\.(.*[^a-z])?(menu|navbar|navigation|nav)([^a-z].*)?$", re.IGNORECASE)
_DOWNLOAD = re.compile(r"\.(pdf|zip|jpe?g|png|webp|svg|mp4|docx?|xlsx?|rss|xml|ics)(\?|$)", re.IGNORECASE)


def category_links(observation: Observation, lexicon: Lexicon, cards: Sequence[Card], site_host: str) -> list[Candidate]:
    """Rank links for leading to a list of products; hidden menu links count, since a menu can be opened."""
    links = [c for c in observation.controls if _is_link(c) and (c.href or c.visible)]
    parents = Counter(_menu_of(observation, c) for c in links)
    products = {card.link.href for card in cards if card.price is not None}
    pictured = {a for p in observation.pictures if min(p.box.width, p.box.height) >= 60 for a in (p.n, *observation.ancestors(p.n))}
    seen: dict[str, Control] = {}
    for control in links:
        key = urldefrag(control.href)[0] if control.href and not control.raw_href.startswith("#") else f"#{control.n}"
        if key not in seen or (control.visible and not seen[key].visible):
            seen[key] = control

    def features(control: Control) -> Mapping[str, float]:
        words, text = control.words, control.label_text
        target = urlsplit(control.href)
        path = [p for p in target.path.split("/") if p]
        script = control.raw_href.lower().startswith("javascript:")
        same = not control.href or script or target.netloc == site_host or _same_site(target.netloc, site_host)
        return {
            "menu": float(control.landmark in {"nav", "header"} or _in_list_named_menu(observation, control)),
            "address": float(addressed("category", control.href)),
            "shallow": float(bool(control.href) and 1 <= len(path) <= 3),
            "siblings": float(parents[_menu_of(observation, control)] >= 4),
            "short": float(0 < len(text.split()) <= 3 and not any(ch.isdigit() for ch in text)),
            "shop_word": lexicon.score("all_products", *words),
            "pictured": float(control.n in pictured and control.landmark not in {"header", "nav", "footer"}),
            "current": float(bool(control.href) and urldefrag(control.href)[0].rstrip("/") == urldefrag(observation.url)[0].rstrip("/")),
            "service": max(
                float(any(lexicon.has("not_category", w, at_least=0.75) for w in words)),
                float(addressed("service", control.href) or addressed("account", control.href)),
            ),
            "footer": float(control.landmark == "footer"),
            "home": float(bool(control.href) and not path and not target.query and not target.fragment),
            "product": float(control.href in products),
            "foreign": float(not same or control.raw_href.startswith(("mailto:", "tel:", "javascript:window", "whatsapp:"))),
            "action": float(_is_action(control, lexicon) or bool(_DOWNLOAD.search(target.path))),
            "odd": float(control.raw_href == "#" or not text) * (not script),
        }

    return rank("category", ((c, features(c)) for c in seen.values()))


def product_cards_ranked(cards: Sequence[Card]) -> list[Candidate]:
    """Rank product cards for being an ordinary product that can be bought."""
    amounts = sorted(card.price.amount.value for card in cards if card.price and not card.unusual)
    middle = amounts[len(amounts) // 2] if amounts else None
    lists = Counter(card.list_n for card in cards)

    def features(place: int, card: Card) -> Mapping[str, float]:
        near = 0.0
        if middle and card.price and card.price.amount.value > 0:
            ratio = card.price.amount.value / middle
            near = float(min(ratio, 1 / ratio))
        return {
            "listed": min(1.0, lists[card.list_n] / 4),
            "priced": float(card.price is not None),
            "pictured": float(card.pictured),
            "titled": float(3 <= len(card.title) <= 140),
            "add_button": float(card.add_button is not None),
            "address": float(addressed("product", card.target)),
            "middle_price": near,
            "sold_out": float(card.sold_out),
            "unusual": float(card.unusual),
            "first": max(0.0, 1 - place / 8),
        }

    return rank("product_card", ((card.link, features(place, card)) for place, card in enumerate(cards)))


def cart_links(observation: Observation, lexicon: Lexicon) -> list[Candidate]:
    """Rank links and buttons for leading to the cart, icons without a label included."""
    width = max(observation.viewport[0], 1)

    def features(control: Control) -> Mapping[str, float]:
        words = control.words
        top = control.box.y < 220 or control.fixed
        counted = any(_COUNT.search(w) and len(w) < 40 and not amounts_in(w) for w in words)
        cart_word = lexicon.score("cart", *words)
        tells = counted and addressed("cart", control.href)  # "In the basket: 2 items" says what is in it, and adds nothing
        return {
            "address": float(addressed("cart", control.href) and not addressed("cart_add", control.href)),
            "attribute": float(named("cart", control.tokens) and not named("add_to_cart", control.tokens)),
            "text": cart_word,
            "header": float(control.landmark in {"header", "nav"} or top),
            "right": float(top and control.box.middle[0] > 0.6 * width),
            "count": float(counted and (cart_word > 0 or named("cart", control.tokens) or addressed("cart", control.href))),
            "view": lexicon.score("view_cart", *words),
            "layer": float(control.landmark == "dialog"),
            "add": float(
                (lexicon.has("add_to_cart", *words, at_least=0.8) and cart_word < 0.95 and not tells)
                or named("add_to_cart", control.tokens)
            ),
            "other": float(
                any(lexicon.has(c, w, at_least=0.75) for c in ("remove", "continue_shopping", "wishlist", "login", "coupon") for w in words)
            ),
            "checkout": float(lexicon.has("checkout", *words, at_least=0.75)),
        }

    controls = (c for c in observation.visible if c.is_button and not is_wallet(c, lexicon))
    return rank("cart_link", ((c, features(c)) for c in controls))


def update_buttons(observation: Observation, lexicon: Lexicon) -> list[Candidate]:
    """Rank the buttons of a cart for taking over a changed quantity."""

    def features(control: Control) -> Mapping[str, float]:
        return {
            "text": lexicon.score("update_cart", *control.words),
            "submit": float(control.is_submit),
            "other": float(
                any(lexicon.has(c, w, at_least=0.8) for c in ("checkout", "remove", "coupon", "continue_shopping") for w in control.words)
            ),
        }

    return rank("update_cart", ((c, features(c)) for c in observation.visible if c.is_button))


def badge_count(observation: Observation, lexicon: Lexicon) -> int | None:
    """Return the number of items that the header's cart link announces, None if none does."""
    top = (c for c in observation.visible if c.is_button and c.box.y < _TOP and amounts_in(c.text))
    summaries = (c for c in top if _SUMMARY.match(without_amounts(c.text)))
    for control in (*(c.control for c in cart_links(observation, lexicon)[:2]), *summaries):
        texts = [control.text, control.name, *(t.text for t in observation.texts if t.control == control.n or _beside(control, t))]
        for text in texts:
            left = without_amounts(text)
            plain = left == text or _SUMMARY.match(left) or lexicon.has("cart", left)
            match = _COUNT.search(left) if plain and not _PERCENT.search(text) else None
            if match and len(text) < 40:
                return int(match.group(1))
    return None


def _beside(control: Control, text: object) -> bool:
    box = getattr(text, "box", None)
    return box is not None and len(getattr(text, "text", "")) <= 3 and box.distance(control.box) < 6


def checkout_links(
    observation: Observation, lexicon: Lexicon, cards: Sequence[Card], own_forms: set[int], in_cart: bool
) -> list[Candidate]:
    """Rank controls for going from the cart to the checkout; `own_forms` are forms of the checkout itself."""
    sign_ups = email_only_forms(observation, lexicon)

    def features(control: Control) -> Mapping[str, float]:
        words = control.words
        form = observation.forms[control.form] if control.form >= 0 else None
        text = lexicon.score("checkout", *words)
        return {
            "guest": lexicon.score("guest", *words),
            "text": max(
                text,
                0.7 * lexicon.score("continue", *words) if in_cart else 0.0,
                0.8 * lexicon.score("place_order", *words) if in_cart else 0.0,
            ),
            "address": float(
                addressed("checkout", control.href) or (form is not None and control.is_submit and addressed("checkout", form.action))
            ),
            "attribute": float(named("checkout", control.tokens)),
            "in_cart": float(in_cart or control.landmark == "dialog"),
            "size": min(1.0, control.box.area / 8000),
            "submit": float(control.is_submit),
            "wallet": float(is_wallet(control, lexicon)),
            "other": float(
                any(
                    lexicon.has(c, w, at_least=0.7)
                    for c in ("continue_shopping", "coupon", "update_cart", "remove", "login", "wishlist", "cart", "view_cart")
                    for w in words
                )
                and text < 0.9
            ),
            "add": float((lexicon.has("add_to_cart", *words, at_least=0.8) and text < 0.9) or named("add_to_cart", control.tokens)),
            "form": float(control.form in own_forms),
            "signs_up": float(control.is_submit and control.form in sign_ups),
            "header": float(control.landmark in {"header", "nav", "footer"}),
            "in_card": float(
                len(cards) > 1 and any(observation.contains(card.n, control.n) and card.add_button is not None for card in cards)
            ),
        }

    return rank("checkout", ((c, features(c)) for c in observation.visible if c.is_button))


def email_only_forms(observation: Observation, lexicon: Lexicon) -> set[int]:
    """Forms that ask for nothing but an e-mail address: sign-ups everywhere but in a checkout."""
    asked: dict[int, list[Control]] = defaultdict(list)
    for control in observation.fields:
        if control.form >= 0 and not control.is_choice:
            asked[control.form].append(control)

    def is_email(control: Control) -> bool:
        return control.type == "email" or lexicon.has("field_email", control.name, control.placeholder, control.value, control.beside)

    return {form for form, fields in asked.items() if len(fields) == 1 and is_email(fields[0])}


def guest_entries(observation: Observation, lexicon: Lexicon) -> list[Candidate]:
    """Rank controls for going on without an account: buttons, links, tabs, radio buttons, check boxes.

    A plain "Continue" counts where the panel it stands in is about guests.
    """

    def features(control: Control) -> Mapping[str, float]:
        label = observation.label_of(control)
        words = (*control.words, label.text) if label else (*control.words, control.beside)
        value = f"{control.value} {control.tokens}" if control.is_choice else control.tokens
        text = lexicon.score("guest", *words)
        return {
            "text": text,
            "attribute": float(named("guest", control.tokens) or named("guest", control.raw_href)),
            "value": float(control.is_choice and named("guest", value)),
            "announced": 0.0 if control.is_choice or text >= 0.75 else _panel_score(observation, lexicon, control, "guest"),
            "submit": float(control.is_submit),
            "login": float(text < 0.75 and any(lexicon.has("login", w, at_least=0.7) for w in words)),
            "register": float(text < 0.75 and any(lexicon.has("register", w, at_least=0.8) for w in words)),
            "service": float(control.landmark in {"footer"}),
            "social": float(any(brand in w.casefold() for w in words for brand in ("google", "facebook", "apple", "amazon", "paypal"))),
        }

    def shown(control: Control) -> bool:
        label = observation.label_of(control)
        return control.visible or (control.is_choice and label is not None and label.visible)

    controls = (c for c in observation.controls if c.tag != "label" and not c.disabled and shown(c) and (c.is_button or c.is_choice))
    return rank("guest", ((c, features(c)) for c in controls))


def _panel_score(observation: Observation, lexicon: Lexicon, control: Control, concept: str) -> float:
    """How well the words of the smallest panel around a control, before it, name a concept; 0 if the panel holds fields."""
    for node in list(observation.ancestors(control.n))[:_PANEL_DEPTH]:
        before = [t for t in observation.texts if t.n < control.n and t.control < 0 and observation.contains(node, t.n)]
        if before:
            asks = any(observation.contains(node, c.n) for c in observation.fields if c.form < 0 or c.form != control.form)
            return 0.0 if asks else max(lexicon.score(concept, t.text) for t in before if len(t.text) <= _PANEL_LABEL or not t.split)
    return 0.0


def search_fields(observation: Observation, lexicon: Lexicon) -> list[Candidate]:
    """Rank fields for searching products, hidden ones included (they may be behind an icon)."""

    def features(control: Control) -> Mapping[str, float]:
        form = observation.forms[control.form] if control.form >= 0 else None
        around = f"{control.tokens} {control.attrs.get('name', '')}"
        spot = f"{form.id} {form.css_class} {form.action} {form.role}" if form else ""
        words = (control.name, control.placeholder)
        label = observation.label_of(control)
        sends = [c for c in observation.controls if form is not None and c.form == control.form and c.is_submit]
        return {
            "sender": max((lexicon.score("search", *c.words) for c in sends), default=0.0),
            "type": float(control.type == "search" or control.role == "searchbox"),
            "name": float(
                re.fullmatch(
                    r"(q|s|search|query|suche|keyword|keywords|term|st|k|w|buscar|search_query|searchterm|kw|sok|hledat|szukaj|recherche|busca|zoek|cerca|haku|sog)",
                    control.attrs.get("name", ""),
                    re.IGNORECASE,
                )
                is not None
                or named("search", around)
            ),
            "text": lexicon.score("search", *words, label.text if label else ""),
            "role": float(form is not None and (form.role == "search" or named("search", spot))),
            "header": float(control.landmark in {"header", "nav", "search"}),
            "newsletter": float(named("newsletter", f"{around} {spot}") or control.type == "email"),
            "other": float(
                control.type in {"password", "tel", "number"}
                or lexicon.has("field_postcode", *words, at_least=0.8)
                or lexicon.has("coupon", *words, at_least=0.8)
            ),
        }

    return rank("search_field", ((c, features(c)) for c in observation.controls if c.is_text_field and not c.disabled))


def search_openers(observation: Observation, lexicon: Lexicon) -> list[Candidate]:
    """Rank buttons and icons for opening a search field; phones often have them in a bar that stays at the bottom."""
    bars = [layer.n for layer in observation.layers if layer.position in {"fixed", "sticky"} and layer.share < _BAR]

    def features(control: Control) -> Mapping[str, float]:
        words = control.words
        return {
            "text": lexicon.score("search", *words),
            "attribute": float(named("search", control.tokens) or named("search", control.raw_href)),
            "header": float(control.landmark in {"header", "nav", "search"}),
            "top": float(control.box.y < 160 or control.fixed or any(observation.contains(bar, control.n) for bar in bars)),
            "small": float(control.box.area < 6000),
            "link_away": float(bool(control.href) and urldefrag(control.href)[0] != urldefrag(observation.url)[0]),
            "other": float(any(lexicon.has(c, w, at_least=0.8) for c in ("cart", "login", "menu", "close", "wishlist") for w in words)),
        }

    return rank("search_opener", ((c, features(c)) for c in observation.visible if c.is_button))


def menu_openers(observation: Observation, lexicon: Lexicon) -> list[Candidate]:
    """Rank buttons for opening the main menu."""

    def features(control: Control) -> Mapping[str, float]:
        words = control.words
        return {
            "text": lexicon.score("menu", *words),
            "attribute": float(named("menu", f"{control.tokens} {control.attrs.get('aria-controls', '')}")),
            "collapsed": float(control.attrs.get("aria-expanded") == "false"),
            "top": float(control.box.y < 160 or control.fixed),
            "small": float(control.box.area < 8000),
            "header": float(control.landmark in {"header", "nav"}),
            "other": float(
                named("cart", control.tokens)
                or any(lexicon.has(c, w, at_least=0.75) for c in ("cart", "login", "search", "close", "wishlist") for w in words)
            ),
        }

    controls = [
        c for c in observation.visible if (c.is_button or c.tag == "summary") and (not c.href or c.raw_href.startswith("#") or c.custom)
    ]
    hidden = _checkbox_hamburgers(observation, controls)
    return rank("menu_opener", ((c, features(c)) for c in [*controls, *hidden]))


def _checkbox_hamburgers(observation: Observation, controls: Sequence[Control]) -> Iterable[Control]:
    """Labels that open a menu without script, by a hidden check box."""
    del controls
    return [
        c for c in observation.controls if c.tag == "label" and c.visible and c.box.y < 160 and named("menu", f"{c.tokens} {c.controls}")
    ]


def _is_link(control: Control) -> bool:
    return (
        control.tag in {"a", "area"}
        or (control.role in {"link", "menuitem"})
        or (control.visible and control.custom in {"onclick", "listener", "pointer"} and control.is_button)
    )


def _menu_of(observation: Observation, control: Control) -> int:
    steps = list(observation.ancestors(control.n))[:2]
    if steps and observation.kinds[steps[0]].startswith(("li", "td", "span")) and len(steps) > 1:
        return steps[1]
    return steps[0] if steps else -1


def _in_list_named_menu(observation: Observation, control: Control) -> bool:
    """Whether the element around a link, or the list it is an item of, is named after menus."""
    around = {observation.parents[control.n], _menu_of(observation, control)} - {-1}
    lists = control.landmark != "footer"
    return any(named("menu", observation.kinds[n]) or (lists and _MENU_LIST.search(observation.kinds[n])) for n in around)


def _is_action(control: Control, lexicon: Lexicon) -> bool:
    words = control.words
    if addressed("cart", control.href) or named("locale", control.tokens) or named("consent", control.tokens):
        return True
    return any(
        lexicon.has(c, w, at_least=0.85)
        for c in ("cart", "checkout", "search", "login", "menu", "close", "add_to_cart", "skip_link")
        for w in words
    )


def _same_site(one: str, other: str) -> bool:
    a, b = one.removeprefix("www."), other.removeprefix("www.")
    return a == b or a.endswith("." + b) or b.endswith("." + a)

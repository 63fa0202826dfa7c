"""The part of a product page where the product is chosen and put into the cart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from auditor.facts.cards import Card
from auditor.facts.choices import ChoiceGroup
from auditor.facts.patterns import QUESTION_MARKS, addressed, named
from auditor.facts.prices import Price, amounts_in
from auditor.facts.ranking import Candidate, rank
from auditor.lexicon import Lexicon
from auditor.observe import Control, Observation, Text

_ELSEWHERE = {"header", "nav", "footer"}
_OTHER = (
    "wishlist",
    "compare",
    "notify_me",
    "share",
    "size_guide",
    "review",
    "quick_view",
    "search",
    "newsletter_submit",
    "coupon",
    "chat",
    "login",
)
_STEP = re.compile(r"[-+−–＋－]")
_STEPPER = re.compile(r"(?<![a-z])(minus|plus|decre|incre)", re.IGNORECASE)
_SURE = 0.5
_LEAST_AREA = 2400  # CSS pixels; buy buttons are no small matter
_GUESS_DISTANCE = 450


@dataclass(frozen=True)
class BuyBox:
    """Product heading, price, buy buttons (best first) and what must be chosen; parts may be missing.

    `guesses` are large buttons beside the price whose name says nothing known: shops call their buy button as they like.
    """

    heading: Text | None
    price: Price | None
    buttons: tuple[Candidate, ...]
    groups: tuple[ChoiceGroup, ...]
    sold_out: bool
    guesses: tuple[Candidate, ...] = ()

    @property
    def likely(self) -> tuple[Candidate, ...]:
        """The buttons worth pressing: those named or marked as buy buttons, else the ones standing where they stand."""
        return tuple(b for b in self.buttons if b.p >= _SURE) or self.guesses

    @property
    def button(self) -> Control | None:
        """The buy button, if one is likely enough."""
        return self.buttons[0].control if self.buttons and self.buttons[0].p >= _SURE else None

    @property
    def title(self) -> str:
        """The product's name, "" without a heading."""
        return self.heading.text if self.heading else ""


def find_buy_box(
    observation: Observation,
    lexicon: Lexicon,
    cards: Sequence[Card],
    found_prices: Sequence[Price],
    groups: Sequence[ChoiceGroup],
    within: int | None = None,
) -> BuyBox:
    """Read the buy box of a page; on a page that is no product page the best button has a low probability.

    `within` is the node of a dialog over the page that sells one product: then nothing else counts.
    """
    controls = observation.visible
    heading = _main_heading(observation)
    if within is not None:
        cards = ()
        controls = [c for c in controls if observation.contains(within, c.n)]
        found_prices = [p for p in found_prices if observation.contains(within, p.n)]
        groups = [g for g in groups if observation.contains(within, g.n)]
        heading = _heading_within(observation, within)
    price = _main_price(observation, found_prices, heading, cards)
    described = ((c, _features(observation, lexicon, c, heading, price, cards)) for c in controls if c.is_button and not _asks(c))
    buttons = tuple(rank("add_to_cart", described))
    best = buttons[0].control if buttons and buttons[0].p >= _SURE else None
    own = tuple(g for g in groups if _belongs(observation, lexicon, g, best, heading, cards))
    guesses = () if best is not None else _guesses(observation, lexicon, buttons, price, cards)
    return BuyBox(heading, price, buttons, own, _sold_out(observation, lexicon, heading, best, price), guesses)


def _asks(control: Control) -> bool:
    """Whether a button opens the answer to a question ("When will my order come?"): that sells nothing, whatever it names."""
    return control.tag == "summary" or control.label_text.endswith(QUESTION_MARKS)


def _main_heading(observation: Observation) -> Text | None:
    candidates = [
        t for t in observation.headings if t.landmark not in {"footer", "dialog", "nav"} and t.heading <= 2 and t.control < 0
    ] or [t for t in observation.headings if t.landmark not in {"footer", "nav"} and t.heading <= 2]
    ones = [t for t in candidates if t.heading == 1 and t.landmark != "header"]
    if ones:
        return max(ones, key=lambda t: t.size)
    if candidates:
        return max(candidates, key=lambda t: (t.size, -t.n))
    lesser = [t for t in observation.headings if t.landmark not in _ELSEWHERE]
    if lesser:
        return max(lesser, key=lambda t: (t.size, -t.n))
    title = observation.title.casefold()
    likely = [
        t for t in observation.texts if t.text.casefold() in title and len(t.text) > 3 and t.landmark not in {"header", "nav", "footer"}
    ]
    return max(likely, key=lambda t: (t.size, t.weight, -t.n), default=None)


def _heading_within(observation: Observation, node: int) -> Text | None:
    """The heading of a dialog, else its largest text that is neither a price nor on a button."""
    inside = [t for t in observation.texts if observation.contains(node, t.n) and not t.split]
    plain = [t for t in inside if t.control < 0 and not amounts_in(t.text)]
    return max(plain, key=lambda t: (bool(t.heading), t.size, t.weight, -t.n), default=None)


def _main_price(observation: Observation, found: Sequence[Price], heading: Text | None, cards: Sequence[Card]) -> Price | None:
    listed = {card.n for card in cards} if len(cards) > 1 else set()
    own = [
        p
        for p in found
        if not p.struck
        and not p.surcharge
        and p.amount.value
        and p.text.landmark not in _ELSEWHERE
        and not any(a in listed for a in (p.n, *observation.ancestors(p.n)))
    ]
    if not own:
        return None
    y = heading.box.y if heading else 0

    def standing(price: Price) -> tuple[float, float]:
        gap = abs(price.text.box.y - y)
        return (price.text.size * (1.15 if price.text.weight >= 600 else 1.0) - gap / 60, -price.n)

    return max(own, key=standing)


def _features(
    observation: Observation, lexicon: Lexicon, control: Control, heading: Text | None, price: Price | None, cards: Sequence[Card]
) -> Mapping[str, float]:
    tokens = control.tokens
    words = control.words
    form = observation.forms[control.form] if control.form >= 0 else None
    adds = (
        form is not None
        and control.is_submit
        and (addressed("cart_add", form.action) or named("add_to_cart", f"{form.id} {form.css_class} {form.name}"))
    )
    features = {
        "text": lexicon.score("add_to_cart", *words),
        "mention": _mentions_cart(control, lexicon),
        "attribute": float(named("add_to_cart", tokens)),
        "form": float(adds or (control.href != "" and addressed("cart_add", control.href))),
        "size": min(1.0, control.box.area / 8000),
        "choose": float(lexicon.has("choose_option", *words, at_least=0.7)),
        "sticky": float(control.fixed),
        "buy_now": max(float(named("buy_now", tokens)), lexicon.score("buy_now", *words)),
        "wallet": float(is_wallet(control, lexicon)),
        "elsewhere": float(control.landmark in _ELSEWHERE),
        "sold_out": lexicon.score("sold_out", *words),
    }
    if features["text"] < 0.75 and not features["attribute"]:
        features["other"] = max(float(lexicon.has(concept, *words, at_least=0.7)) for concept in _OTHER)
        if addressed("cart", control.href.partition("?")[0]) and not features["form"]:
            features["other"] = 1.0  # leads to the cart
    if named("wishlist", tokens) or named("compare", tokens) or named("quick_view", tokens):
        features["other"] = 1.0
    if features["text"] == 1.0 and features["buy_now"] == 1.0 and not named("buy_now", tokens):
        features["buy_now"] = 0.4  # a phrase that shops use for both
    if price is not None:
        features["near_price"] = max(0.0, 1 - control.box.distance(price.text.box) / 700)
    if heading is not None:
        features["near_heading"] = max(0.0, 1 - control.box.distance(heading.box) / 900)
    if len(cards) > 1:
        holder = next((card for card in cards if observation.contains(card.n, control.n)), None)
        features["in_card"] = float(holder is not None and (heading is None or not observation.contains(holder.n, heading.n)))
    return features


def _mentions_cart(control: Control, lexicon: Lexicon) -> float:
    """A button that names the cart and does not lead to it puts something in, whatever its verb."""
    if control.href and not control.raw_href.startswith(("#", "javascript:")):
        return 0.0
    if control.landmark in _ELSEWHERE or control.fixed or control.box.area < _LEAST_AREA:
        return 0.0
    if any(lexicon.has("view_cart", w, at_least=0.9) or lexicon.has("checkout", w, at_least=0.9) for w in control.words):
        return 0.0
    return float(any(len(w.split()) >= 2 and len(w) < 50 and lexicon.holds("cart", w) for w in control.words))


def _guesses(
    observation: Observation, lexicon: Lexicon, ranked: Sequence[Candidate], price: Price | None, cards: Sequence[Card]
) -> tuple[Candidate, ...]:
    """The largest plain buttons near the main price that are nothing else."""
    if price is None:
        return ()
    found = []
    for candidate in ranked:
        control = candidate.control
        leads_away = bool(control.href) and not control.raw_href.startswith(("#", "javascript:"))
        against = min(candidate.features.values(), default=0.0) < -1.0
        if leads_away or against or control.landmark in _ELSEWHERE or control.box.area < _LEAST_AREA or not control.label_text:
            continue
        if len(control.label_text) > 40 or control.box.distance(price.text.box) > _GUESS_DISTANCE:
            continue
        if any(
            lexicon.has(c, *control.words, at_least=0.6)
            for c in (*_OTHER, "close", "menu", "quantity", "remove", "view_cart", "cart", "checkout")
        ):
            continue
        if len(cards) > 1 and any(observation.contains(card.n, control.n) for card in cards):
            continue
        if control.form >= 0 and any(
            f.form == control.form and (f.tag == "textarea" or f.type in {"email", "password", "tel"}) for f in observation.fields
        ):
            continue  # sends a message or signs up
        found.append(candidate)
    found.sort(key=lambda c: (not c.control.is_submit, c.control.tag != "button", -c.control.box.area))
    return tuple(found[:2])


def is_wallet(control: Control, lexicon: Lexicon) -> bool:
    """Whether a control starts an express payment of a wallet (Apple Pay, PayPal ...)."""
    del lexicon
    sources = " ".join((control.tokens, control.label_text, control.href))
    return named("wallet", sources.replace(" ", "-"))


def _belongs(
    observation: Observation, lexicon: Lexicon, group: ChoiceGroup, button: Control | None, heading: Text | None, cards: Sequence[Card]
) -> bool:
    """Whether a group of choices is part of buying this product."""
    control = group.choices[0].control
    if group.form == "buttons" or _steps(group) or _asks_else(observation, control):
        return False
    if control.landmark in _ELSEWHERE or (control.landmark == "dialog" and (button is None or button.landmark != "dialog")):
        return False
    if named("sort", group.tokens) or named("locale", group.tokens) or named("rating", control.tokens) or named("quantity", control.tokens):
        return False
    if (
        group.selected is not None
        and lexicon.has("quantity", group.label, at_least=0.75)
        and not lexicon.has("option_group", group.label, at_least=0.7)
    ):
        return False
    if len(cards) > 1 and any(
        observation.contains(card.n, control.n) and (button is None or not observation.contains(card.n, button.n)) for card in cards
    ):
        return False
    same_form = button is not None and button.form >= 0 and control.form == button.form
    if group.form == "chips":
        if button is not None and any(c.control.n == button.n for c in group.choices):
            return False
        if not (
            named("variant", group.tokens)
            or lexicon.has("option_group", group.label, at_least=0.6)
            or lexicon.has("choose_option", group.label, at_least=0.6)
        ):
            return False
        if any(
            c.control.href and not c.control.raw_href.startswith(("#", "?", "javascript")) and not addressed_variant(c.control, observation)
            for c in group.choices
        ):
            return False
    if same_form:
        return True
    if button is None:
        return group.form != "chips" or named("variant", group.tokens)
    top = heading.box.y - 80 if heading else button.box.y - 900
    box = group.box
    return top <= box.y <= button.box.bottom + 250 and box.distance(button.box) <= 900


def _asks_else(observation: Observation, control: Control) -> bool:
    """Whether a choice belongs to a form that searches the shop, or rates the product."""
    if control.form < 0:
        return False
    form = observation.forms[control.form]
    return form.role == "search" or named("rating", f"{form.id} {form.css_class} {form.name} {urlsplit(form.action).path}")


def _steps(group: ChoiceGroup) -> bool:
    """Whether the things to pick are the minus and the plus of a quantity."""
    return all(_STEP.fullmatch(c.control.text) or _STEPPER.search(c.control.tokens) for c in group.choices)


def addressed_variant(control: Control, observation: Observation) -> bool:
    """Whether a link leads to another variant of the same page (only the query differs)."""
    return control.href.partition("?")[0].partition("#")[0] == observation.url.partition("?")[0].partition("#")[0]


def _sold_out(observation: Observation, lexicon: Lexicon, heading: Text | None, button: Control | None, price: Price | None) -> bool:
    if button is not None and not button.disabled and lexicon.score("sold_out", *button.words) < 0.6:
        return False
    anchor = heading.box if heading else price.text.box if price else None
    for text in observation.texts:
        if len(text.text) > 60 or text.landmark in _ELSEWHERE or (anchor is not None and text.box.distance(anchor) > 700):
            continue
        if lexicon.has("sold_out", text.text, at_least=0.7):
            return True
    return False

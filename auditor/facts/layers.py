"""What lies over the page: consent banners, age gates, regions, pop-ups, cart drawers, chats; and strips that ask within it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from auditor.facts.fields import lists_countries
from auditor.facts.patterns import named
from auditor.facts.prices import amounts_in
from auditor.facts.ranking import Candidate, rank
from auditor.facts.strips import consent_strip
from auditor.lexicon import Lexicon
from auditor.observe import Control, Layer, Observation, Text

Kind = Literal["consent", "age", "region", "newsletter", "cart", "product", "menu", "chat", "bar", "other"]
_BLOCKING_SHARE = 0.3
_ANSWER, _CLEAR_ANSWER = 0.75, 0.6  # how well a button speaks of consent, and where words and markup of the layer both do
_FEW = 8  # controls; a layer with more than that is a form, not a question


@dataclass(frozen=True)
class Overlay:
    """A layer with what it is about. `blocking`: a shopper cannot use the page below without answering it."""

    layer: Layer
    kind: Kind
    blocking: bool
    controls: tuple[Control, ...]
    texts: tuple[Text, ...]

    @property
    def words(self) -> str:
        """The visible text of the layer."""
        return " ".join(t.text for t in self.texts if not t.split)


def find_overlays(observation: Observation, lexicon: Lexicon) -> list[Overlay]:
    """Return the layers over the page that hold something, innermost left out, topmost first; a strip that asks for consent last."""
    found: list[Overlay] = []
    outer: list[Layer] = []
    for layer in observation.layers:
        if any(observation.contains(other.n, layer.n) for other in outer):
            continue
        controls, texts = observation.within(layer.n)
        shown = tuple(c for c in controls if c.visible and c.tag != "label")
        if not shown and not texts:
            continue
        outer.append(layer)
        kind = _kind(observation, lexicon, layer, shown, tuple(texts))
        window = observation.viewport[0] * observation.viewport[1]
        # A backdrop is often a layer of its own; what stands in the middle of the window or is modal blocks.
        blocking = (
            layer.modal
            or (layer.role in {"dialog", "alertdialog"} and layer.center)
            or (layer.position in {"fixed", "absolute"} and layer.center and layer.share > 0.08)
            or (layer.share > _BLOCKING_SHARE and layer.position == "fixed")
        )
        if kind in {"bar", "chat", "menu"} and not layer.modal and layer.box.area < 0.5 * window:
            blocking = False
        found.append(Overlay(layer, kind, blocking, shown, tuple(texts)))
    found.sort(key=lambda o: (not o.blocking, -o.layer.z, -o.layer.n))
    strip = None if any(o.kind == "consent" for o in found) else consent_strip(observation, lexicon)
    if strip is not None and not any(observation.contains(layer.n, strip.n) for layer in outer):
        controls, texts = observation.within(strip.n)
        shown = tuple(c for c in controls if c.visible and c.tag != "label")
        found.append(Overlay(strip, "consent", blocking=False, controls=shown, texts=tuple(texts)))
    return found


def _kind(observation: Observation, lexicon: Lexicon, layer: Layer, controls: tuple[Control, ...], texts: tuple[Text, ...]) -> Kind:
    words = " ".join((layer.label, *(t.text for t in texts)))[:3000]
    marks = f"{layer.id} {layer.css_class}"
    height = observation.viewport[1]
    if layer.position == "sticky" or (
        layer.box.y <= observation.scroll[1] + 2 and layer.box.height < 0.2 * height and not lexicon.mentions("consent", words)
    ):
        return "bar"
    told, marked = lexicon.mentions("consent", words), named("consent", marks)
    answers = any(
        lexicon.has(c, *b.words, at_least=_CLEAR_ANSWER if told and marked else _ANSWER)
        for b in controls
        if b.is_button
        for c in ("consent_accept", "consent_reject", "consent_settings")
    )
    if (told or marked) and answers:
        return "consent"
    if (
        any(lexicon.has("checkout", *b.words, at_least=0.9) or lexicon.has("view_cart", *b.words, at_least=0.9) for b in controls)
        or lexicon.mentions("added_to_cart", words)
        or lexicon.mentions("cart_empty", words)
        or _is_headed_cart(lexicon, layer, texts)
    ):
        return "cart"
    if lexicon.mentions("age_gate", words) and any(lexicon.has("age_yes", *b.words, at_least=0.7) for b in controls):
        return "age"
    if layer.center and any(amounts_in(t.text) for t in texts) and any(b.is_button and _adds(lexicon, b) for b in controls):
        return "product"
    fields = [c for c in controls if c.is_text_field]
    if (
        any(c.type == "email" or lexicon.has("field_email", c.name, c.placeholder, at_least=0.8) for c in fields)
        and len(fields) <= 3
        and not any(c.type == "password" for c in fields)
    ):
        return "newsletter"
    if lexicon.mentions("region_gate", words) or (len(controls) <= _FEW and any(lists_countries(c) for c in controls)):
        return "region"
    if named("chat", marks) or (layer.share < 0.06 and any(lexicon.has("chat", *b.words) for b in controls)):
        return "chat"
    if lexicon.mentions("newsletter", words) and layer.center:
        return "newsletter"
    links = sum(bool(c.href) for c in controls)
    if links >= 6 and links > 0.5 * len(controls):
        return "menu"
    return "other"


def _is_headed_cart(lexicon: Lexicon, layer: Layer, texts: Sequence[Text]) -> bool:
    """Whether a layer with prices calls itself the cart."""
    names = (layer.label, *(t.text for t in texts if t.heading))
    return any(amounts_in(t.text) for t in texts) and lexicon.has("cart", *names, at_least=0.75)


def _adds(lexicon: Lexicon, button: Control) -> bool:
    return lexicon.has("add_to_cart", *button.words, at_least=0.7) or named("add_to_cart", button.tokens)


def commits(control: Control, lexicon: Lexicon) -> bool:
    """Whether pressing a control of a layer agrees to more than closing it: signing up, buying, logging in."""
    concepts = ("newsletter_submit", "checkout", "place_order", "login", "add_to_cart")
    named_so = any(lexicon.has(c, w, at_least=0.85) for c in concepts for w in control.words)
    return named_so and not any(lexicon.has("no_thanks", w, at_least=0.8) for w in control.words)


def dismissers(overlay: Overlay, lexicon: Lexicon, concepts: Sequence[str] = ("close", "no_thanks")) -> list[Candidate]:
    """Rank the controls of a layer for closing it without agreeing to anything."""
    box = overlay.layer.box

    def features(control: Control) -> Mapping[str, float]:
        words = control.words
        dx, dy = box.right - control.box.middle[0], control.box.middle[1] - box.y
        return {
            "text": max(lexicon.score(concept, *words) for concept in concepts),
            "attribute": float(named("close", f"{control.tokens} {control.attrs.get('aria-label', '')}")),
            "small": float(control.box.area < 3600),
            "corner": float(0 <= dx < 70 and -30 <= dy < 70),
            "button": float(control.tag == "button" or control.role == "button"),
            "commits": float(commits(control, lexicon)),
            "leaves": float(bool(control.href) and not control.raw_href.startswith(("#", "javascript:"))),
        }

    return rank("dismiss", ((c, features(c)) for c in overlay.controls if c.is_button), floor=0.2)


def best_for(overlay: Overlay, lexicon: Lexicon, concept: str, at_least: float = 0.7) -> Control | None:
    """Return the button of a layer that names a concept best, if one does clearly enough."""
    buttons = [c for c in overlay.controls if c.is_button or c.is_choice]
    best = max(buttons, key=lambda c: (lexicon.score(concept, *c.words), c.box.area), default=None)
    return best if best is not None and lexicon.score(concept, *best.words) >= at_least else None

"""Stage cart: put the chosen product into the cart and see it there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.facts.cart import standing_cart
from auditor.facts.layers import Overlay, best_for
from auditor.facts.navigation import checkout_links
from auditor.facts.page import PageFacts
from auditor.facts.patterns import addressed
from auditor.facts.ranking import Candidate
from auditor.journey.acting import act
from auditor.journey.buying import FOUND_CART, add_to_cart, shows_product
from auditor.journey.category import open_menu
from auditor.journey.configured_cart import open_cart, refuse_configured
from auditor.journey.overlays import ONWARD, clear_overlays, close_product, leads_on
from auditor.journey.variant import choose_variant
from auditor.journey.walker import StepDraft, Walker
from auditor.model.journey import Signal
from auditor.model.moment import Moment
from auditor.model.stage import Stage
from auditor.observe import Control
from auditor.words.message import say

_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")
_FIRST_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_LEAST = 0.5
_SURE = 0.85


async def reach_cart(walker: Walker, facts: PageFacts) -> tuple[PageFacts | None, str]:
    """Choose, add, go to the cart; returns the cart's facts, or None and the failure code.

    A `None` may be tried again with another product.
    """
    async with walker.step(Stage.CART) as step:
        walker.badge_before = facts.badge
        facts = await walker.witness.moment(Moment.PRODUCT, walker, facts)
        facts = await choose_variant(walker, facts)
        added, code = await add_to_cart(walker, step, facts)
        if added is None:
            refuse_configured(walker, facts, code)
            step.reason = step.reason or code
            return None, code
        found = await go_to_cart(walker, step, added.facts, added.signals, facts)
        if found is None:
            return None, "cart_empty_after_add" if (await walker.look()).cart_is_empty else "cart_not_found"
        step.facts = found = await walker.witness.moment(Moment.CART, walker, found)
        return found, ""


async def go_to_cart(
    walker: Walker, step: StepDraft, facts: PageFacts, signals: Sequence[Signal], before: PageFacts | None = None
) -> PageFacts | None:
    """Go from the page that followed the adding to the cart, and verify that the product stands in it."""
    facts = await close_product(walker, facts)
    if _in_cart(walker, facts):
        return _note_cart(walker, step, facts, signals, say("the shop went to the cart by itself"))
    configured = await open_cart(walker, step, lambda f: confirm_cart(walker, f))
    if configured is not None:
        return _note_cart(walker, step, configured, (*signals, *confirm_cart(walker, configured)), "")
    for overlay in (o for o in facts.overlays if o.kind == "other"):
        skip = best_for(overlay, facts.lexicon, "no_thanks")
        if skip is not None:
            result = await act(
                walker, facts, skip, lambda f: confirm_cart(walker, f), Stage.CART, strategy="no to an extra offer", patience=3.0
            )
            facts = result.facts
            if _in_cart(walker, facts):
                return _note_cart(walker, step, facts, signals, "")
    tried: set[str] = set()
    looked_in_menu = False
    for _ in range(5):
        facts = await clear_overlays(walker, facts)
        candidate = next((c for c in propose_cart(facts, before) if _target(c) not in tried and c.p >= FOUND_CART), None)
        drawer = _in_drawer(walker, facts)
        if drawer and (candidate is None or (leads_on(facts, drawer) and not _offers_page(drawer, candidate))):
            break  # the drawer is the cart
        if candidate is None and not looked_in_menu:
            looked_in_menu = True
            facts = await open_menu(walker, facts, lambda f: any(c.p >= FOUND_CART for c in propose_cart(f)))
            continue
        if candidate is None:
            break
        tried.add(_target(candidate))
        result = await act(
            walker,
            facts,
            candidate.control,
            lambda f: confirm_cart(walker, f),
            Stage.CART,
            strategy="cart link",
            candidates=propose_cart(facts),
            patience=4.0,
        )
        facts = result.facts
        if result.confirmed:
            if _in_drawer(walker, facts) and not _in_cart(walker, facts):
                onward = next(
                    (c for c in propose_cart(facts) if _target(c) not in tried and c.features.get("view", 0) > 0 and c.p >= FOUND_CART),
                    None,
                )
                if onward is not None:
                    tried.add(_target(onward))
                    further = await act(
                        walker,
                        facts,
                        onward.control,
                        lambda f: confirm_cart(walker, f),
                        Stage.CART,
                        strategy="cart link in the drawer",
                        patience=4.0,
                    )
                    if further.confirmed:
                        facts = further.facts
            return _note_cart(walker, step, facts, (*signals, *confirm_cart(walker, facts)), "")
        facts = await clear_overlays(walker, facts)
    if _in_drawer(walker, facts):
        return _note_cart(walker, step, facts, (*signals, *confirm_cart(walker, facts)), "")
    return None


def propose_cart(facts: PageFacts, before: PageFacts | None = None) -> list[Candidate]:
    """Rank ways to the cart; while a drawer or dialog is open, only what stands in it can be pressed.

    `before` is the page before adding: what has counted up since then is the cart, whatever it is called.
    """
    found = [c for c in facts.cart_links if c.control.visible]
    if before is not None and not any(c.p >= FOUND_CART for c in found):
        found = [*(Candidate(c, FOUND_CART, {"counted_up": 1.0}) for c in _counted_up(before, facts)), *found]
    blocking = next((o for o in facts.overlays if o.blocking and o.controls), None)
    if blocking is None:
        return found
    inside = {c.n for c in blocking.controls}
    return [c for c in found if c.control.n in inside]


def _offers_page(drawer: Overlay, candidate: Candidate) -> bool:
    """Whether a drawer itself asks to see the whole cart."""
    return candidate.features.get("view", 0) > 0 and any(c.n == candidate.control.n for c in drawer.controls)


def _counted_up(before: PageFacts, after: PageFacts) -> list[Control]:
    """Controls whose only change is a higher number, or that appeared with a number."""
    known: dict[str, int] = {}
    for control in before.observation.visible:
        number = _FIRST_NUMBER.search(control.text)
        known[_NUMBERS.sub("#", control.text)] = int(number.group()) if number else 0
    found = []
    for control in after.observation.visible:
        number = _FIRST_NUMBER.search(control.text)
        if number is None or not control.is_button or len(control.text) > 60 or control.inside >= 0:
            continue
        if int(number.group()) > known.get(_NUMBERS.sub("#", control.text), 0) and not any(ch in control.text for ch in "+-−"):
            found.append(control)
    return found[:2]


def _note_cart(walker: Walker, step: StepDraft, facts: PageFacts, signals: Sequence[Signal], note: str) -> PageFacts:
    if note:
        walker.note(note[0].upper() + note[1:] + ".")
    walker.remember_total(facts)
    merged = list(dict.fromkeys([*signals, *confirm_cart(walker, facts)]))
    step.reached(facts, merged)
    return facts


def confirm_cart(walker: Walker, facts: PageFacts) -> list[Signal]:
    """The product on a cart page or in an open drawer."""
    title = walker.product.title
    if facts.cart_is_empty and not _in_drawer(walker, facts):
        return []
    if _in_cart(walker, facts):
        return [Signal(say("“{title}” stands in the cart", title=title[:50]), "cart", hard=True)]
    if _in_drawer(walker, facts):
        return [Signal(say("“{title}” stands in the cart drawer", title=title[:50]), "cart", hard=True)]
    return []


def _in_cart(walker: Walker, facts: PageFacts) -> bool:
    """Whether this is a cart page that shows the product: its line, and a sum or a way to the checkout."""
    lines = facts.cart_lines(walker.product.title)
    if not lines or facts.cart_is_empty:
        return False
    on_its_page = facts.url.partition("#")[0] == walker.product.url.partition("#")[0]
    if on_its_page and _in_drawer(walker, facts):
        return False
    if _in_standing_cart(walker, facts):
        return True
    if on_its_page and shows_product(walker, facts):
        return False
    here = addressed("cart", facts.url) or any(
        facts.lexicon.has("cart", h.text, at_least=0.6) for h in facts.observation.headings if h.heading <= 2
    )
    sums = facts.total is not None or facts.subtotal is not None
    onward = any(c.p >= ONWARD for c in checkout_links(facts.observation, facts.lexicon, facts.cards, set(), in_cart=True)[:1])
    counted = here and (facts.badge or 0) > (walker.badge_before or 0)
    return sum((here, sums, onward, counted, any(line.quantity for line in lines))) >= 2


def _in_drawer(walker: Walker, facts: PageFacts) -> Overlay | None:
    """Return the layer that shows the product as a cart line, if one does."""
    shown = (o for o in facts.overlays if o.kind in {"cart", "other"} and o.layer.share > 0.03)
    return next((o for o in shown if facts.cart_lines(walker.product.title, o.layer.n)), None)


def _in_standing_cart(walker: Walker, facts: PageFacts) -> bool:
    """Whether the product stands in a cart that is part of every page, beside the list or the product."""
    onward = checkout_links(facts.observation, facts.lexicon, facts.cards, set(), in_cart=True)
    likely = [c.control for c in onward if c.p >= _SURE and c.control.landmark not in {"header", "nav", "footer"}]
    box = facts.buy_box
    own = [box.heading.n] if box.heading and shows_product(walker, facts) else []
    besides = own + [b.control.n for b in box.buttons if b.p >= ONWARD] + [c.n for c in facts.cards]
    return standing_cart(facts.observation, walker.product.title, likely, besides)


def _target(candidate: Candidate) -> str:
    """What tells ways to the cart apart. One that a script holds back leads to the same address as another that it does not."""
    control = candidate.control
    return f"{control.href}|{control.label_text}" if control.href else f"{control.label_text}|{control.id}|{control.css_class}"

"""Stage checkout: from the cart to the checkout's entry."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from auditor.facts.cards import title_similarity
from auditor.facts.navigation import checkout_links
from auditor.facts.page import PageFacts
from auditor.facts.patterns import addressed
from auditor.facts.platforms import nudged
from auditor.facts.ranking import Candidate
from auditor.facts.walls import is_error_page
from auditor.journey.acting import act
from auditor.journey.boxes import tick_required
from auditor.journey.customer import known_customer_checkout
from auditor.journey.guest import GUEST, demands_account
from auditor.journey.overlays import clear_overlays
from auditor.journey.quantity import raise_quantity
from auditor.journey.walker import Stop, Walker
from auditor.model.journey import Signal, StepOutcome
from auditor.model.stage import Stage
from auditor.words.message import say

_LEAST = 0.4
_MOST_CANDIDATES = 4


async def reach_checkout(walker: Walker, cart: PageFacts) -> PageFacts:
    """Go from the cart to the checkout; raises `Stop` where no way is found or an account is demanded."""
    async with walker.step(Stage.CHECKOUT) as step:
        if is_entry(cart):  # the shop jumped ahead
            step.reached(cart, confirm_checkout(walker, cart, cart), say("the cart is part of the checkout"))
            return cart
        tried: set[str] = set()
        facts = cart
        for attempt in range(_MOST_CANDIDATES + 1):
            facts = await clear_overlays(walker, facts)
            candidate = next((c for c in propose_checkout(facts, walker.product.title) if _key(c) not in tried and c.p >= _LEAST), None)
            if candidate is None and attempt == 0 and await raise_quantity(walker, facts):
                facts = await walker.look()
                continue
            if candidate is None:
                break
            tried.add(_key(candidate))
            step.attempts += 1
            if candidate.control.disabled and await tick_required(walker, facts):
                facts = await walker.look()
                candidate = next((c for c in propose_checkout(facts, walker.product.title) if _key(c) == _key(candidate)), candidate)
            before = facts
            with walker.guard.step():
                result = await act(
                    walker,
                    facts,
                    candidate.control,
                    partial(confirm_checkout, walker, before),
                    Stage.CHECKOUT,
                    strategy="checkout button",
                    candidates=propose_checkout(facts, walker.product.title),
                    patience=6.0,
                )
            after = await clear_overlays(walker, result.facts)
            signals = confirm_checkout(walker, before, after)
            if result.confirmed and signals:
                step.reached(after, signals, say("pressed “{label_text}”", label_text=candidate.control.label_text[:60]))
                return after
            if demands_account(after) and after.url != before.url:
                step.reached(
                    after,
                    [Signal(say("the checkout opens with a login"), "page", hard=True)],
                    say("pressed “{label_text}”", label_text=candidate.control.label_text[:60]),
                )
                return after
            ticked = attempt == 0 and (await tick_required(walker, after) or await tick_required(walker, after, eager=True))
            if ticked or await raise_quantity(walker, after):
                tried.clear()
            facts = await walker.look()
        step.missed(StepOutcome.NOT_FOUND, say("No button or link of the cart led to a checkout."), facts)
        raise Stop("min_order" if facts.says("min_order") else "checkout_not_found")


def propose_checkout(facts: PageFacts, product: str = "") -> list[Candidate]:
    """Rank what leads from the cart to the checkout.

    Where no name is known, the largest plain button of the cart that shows the product (or of its drawer) is proposed.
    """
    found = _named_checkout(facts)
    if any(c.p >= _LEAST for c in found) or not product or not facts.cart_lines(product):
        return found
    dialog = next((o for o in facts.overlays if o.blocking and o.kind in {"cart", "other"}), None)
    inside = {c.n for c in dialog.controls} if dialog else None
    standing = {c.n for o in facts.overlays if o.kind == "bar" for c in o.controls}  # a header by another name
    plain = [
        replace(c, p=_LEAST)
        for c in found
        if min(c.features.values(), default=0.0) > -0.7
        and c.control.box.area >= 2000
        and (inside is None or c.control.n in inside)
        and c.control.landmark not in {"header", "nav", "footer"}
        and c.control.n not in standing
        and not any(title_similarity(t, c.control.label_text) > 0.5 for t in _products(facts))
    ]
    return sorted(plain, key=lambda c: (not c.control.is_submit, -c.control.box.area))[:2] or found


def _products(facts: PageFacts) -> list[str]:
    return [card.title for card in facts.cards if card.pictured]


def _named_checkout(facts: PageFacts) -> list[Candidate]:
    own = {f.control.form for f in facts.checkout.fields if f.is_address and f.control.form >= 0 and facts.checkout.asks_address}
    in_cart = addressed("cart", facts.url) or any(o.kind == "cart" for o in facts.overlays) or facts.subtotal is not None
    return nudged("checkout", checkout_links(facts.observation, facts.lexicon, facts.cards, own, in_cart), facts.platform)


def confirm_checkout(walker: Walker, before: PageFacts, after: PageFacts) -> list[Signal]:
    """A checkout's entry: e-mail, address or the question of an account, and a sign of having left the cart."""
    signals: list[Signal] = []
    if is_error_page(after) or after.cart_is_empty:
        return signals
    checkout = after.checkout
    content = False
    if checkout.asks_address or (checkout.asks_email and not _was_there(before, "email")):
        fresh = checkout.asks_address and not before.checkout.asks_address
        signals.append(Signal(say("asks for the address") if fresh else say("asks for e-mail or address"), "form", hard=fresh))
        content = True
    fresh_guest = any(c.p >= GUEST for c in after.guest_entries) and not any(c.p >= GUEST for c in before.guest_entries)
    if fresh_guest or (checkout.passwords and not before.checkout.passwords):
        signals.append(Signal(say("offers login or guest checkout"), "account"))
        content = True
    if checkout.offers_payment and not before.checkout.offers_payment:
        signals.append(Signal(say("offers payment"), "payment"))
        content = True
    if checkout.shipping and not before.checkout.shipping:
        signals.append(Signal(say("offers delivery"), "delivery"))
        content = True
    if not content:
        return known_customer_checkout(walker, before, after)
    if addressed("checkout", after.url) and after.url != before.url:
        signals.append(Signal(say("the checkout's address"), "address"))
    elif after.url != before.url:
        signals.append(Signal(say("another address"), "address"))
    if walker.product.title and after is not before and after.cart_lines(walker.product.title):
        signals.append(Signal(say("sums up the product"), "summary"))
    if any(after.lexicon.has("checkout", h.text, at_least=0.7) for h in after.observation.headings):
        signals.append(Signal(say("heading of a checkout"), "heading"))
    if len([c for c in after.observation.visible if c.landmark == "nav"]) < 0.5 * len(
        [c for c in before.observation.visible if c.landmark == "nav"]
    ):
        signals.append(Signal(say("the shop's menu is gone"), "layout"))
    return signals


def is_entry(facts: PageFacts) -> bool:
    """Whether the page already asks for what a checkout asks first."""
    return facts.checkout.asks_address or (facts.checkout.asks_email and addressed("checkout", facts.url))


def _was_there(before: PageFacts, kind: str) -> bool:
    return any(f.kind == kind for f in before.checkout.fields)


def _key(candidate: Candidate) -> str:
    control = candidate.control
    return control.href or f"{control.label_text}|{control.id}|{control.css_class}"

"""Stage cart: put the chosen product into the cart and see it there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from auditor.browser.tab import fingerprint
from auditor.browser.traffic import Exchange
from auditor.facts.cards import title_similarity
from auditor.facts.cart import standing_cart
from auditor.facts.layers import Overlay, best_for
from auditor.facts.navigation import checkout_links
from auditor.facts.page import PageFacts
from auditor.facts.patterns import addressed, named
from auditor.facts.ranking import Candidate
from auditor.journey.acting import Acted, act
from auditor.journey.category import open_menu
from auditor.journey.configured_cart import buy_buttons, goes_to_look, open_cart, refuse_configured, way_to
from auditor.journey.evidence import families, names
from auditor.journey.overlays import clear_overlays, close_product
from auditor.journey.quantity import asked_quantity, quantity_field, set_quantity
from auditor.journey.variant import choose_variant, chosen_texts, open_groups, other_choice, pick
from auditor.journey.walker import StepDraft, Walker
from auditor.model.journey import Signal, is_confirmed
from auditor.model.moment import Moment
from auditor.model.stage import Stage
from auditor.observe import Control

_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")
_FIRST_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_MOST_BUTTONS = 3
_MOST_COMBINATIONS = 3
_LEAST = 0.5
_FOUND_CART = 0.5
_ONWARD = 0.6
_SURE = 0.85
_SILENT = frozenset({"counter", "network"})  # families of signals that a shopper may not notice
_ANSWER = 1.0  # seconds


async def reach_cart(walker: Walker, facts: PageFacts) -> tuple[PageFacts | None, str]:
    """Choose, add, go to the cart; returns the cart's facts, or None and the failure code.

    A `None` may be tried again with another product.
    """
    async with walker.step(Stage.CART) as step:
        walker.badge_before = facts.badge
        facts = await walker.witness.moment(Moment.PRODUCT, walker, facts)
        facts = await choose_variant(walker, facts)
        added, code = await _add(walker, step, facts)
        if added is None:
            refuse_configured(walker, facts, code)
            step.reason = step.reason or code
            return None, code
        found = await go_to_cart(walker, step, added.facts, added.signals, facts)
        if found is None:
            return None, "cart_empty_after_add" if (await walker.look()).cart_is_empty else "cart_not_found"
        step.facts = found = await walker.witness.moment(Moment.CART, walker, found)
        return found, ""


async def _add(walker: Walker, step: StepDraft, facts: PageFacts) -> tuple[Acted | None, str]:
    avoid: frozenset[str] = frozenset()
    code = "add_no_effect"
    eager = False
    for _ in range(_MOST_COMBINATIONS):
        completed = False
        facts = await clear_overlays(walker, facts)
        buttons = await buy_buttons(walker, facts) or list(facts.buy_box.likely[:_MOST_BUTTONS])
        plain = [b for b in buttons if not _orders_at_once(facts, b)]
        for candidate in plain or buttons:
            step.attempts += 1
            result = await _press_buy(walker, facts, candidate, buttons, only_buy=not plain)
            if not result.confirmed and await _in_asked_quantity(walker, facts, result.facts):
                result = await _press_buy(walker, await walker.look(), candidate, buttons, only_buy=not plain)
            guessed = candidate in facts.buy_box.guesses
            if (
                result.confirmed
                or any(s.family != "network" or not guessed for s in result.signals)
                or goes_to_look(walker, candidate, result)
            ):  # one sign is enough to go and look: the cart itself is the proof
                step.action = f"{way_to(walker, candidate)}pressed “{candidate.control.label_text[:60]}”"
                return result, ""
            facts = result.facts
            if result.facts.url != walker.product.url and result.changed and not _is_here(walker, result.facts):
                await walker.tab.goto(walker.product.url)
                facts = await clear_overlays(walker, await walker.look())
            refused = [t.text for t in facts.checkout.errors][:1] or [
                d for d in walker.tab.dialogs if not facts.lexicon.mentions("added_to_cart", d)
            ][-1:]
            if refused:
                code = "add_error"
                step.reason = f"The shop said: “{refused[0][:140]}”"
            if open_groups(facts):
                code = "variant_unresolved"
                before, facts = facts, await choose_variant(walker, facts, avoid)
                completed = chosen_texts(facts) != chosen_texts(before)
                break
            if not eager:
                eager = completed = True
                facts = await choose_variant(walker, facts, avoid, eager=True)
                if fingerprint(facts.observation) != fingerprint(result.facts.observation):
                    break
            if result.changed:
                break
        if completed:
            continue  # now that everything is chosen and filled, the same button again
        avoid |= set(chosen_texts(facts))
        another = other_choice(facts, avoid)
        if another is None:
            break
        facts, _ = await pick(walker, facts, *another)
        facts = await choose_variant(walker, facts, avoid)
    return None, "no_in_stock_product" if facts.buy_box.sold_out else code


async def _in_asked_quantity(walker: Walker, before: PageFacts, after: PageFacts) -> bool:
    """Set the quantity that a message of the shop asks for, once; says whether it was set."""
    wanted, field = asked_quantity(before, after), quantity_field(after)
    if not wanted or field is None or walker.quantity > 1 or after.url != before.url:
        return False
    walker.quantity = wanted
    walker.note(f"The shop sells this product from {wanted} pieces on.")
    await set_quantity(walker, after, field, wanted)
    return True


async def _press_buy(walker: Walker, facts: PageFacts, candidate: Candidate, candidates: Sequence[Candidate], *, only_buy: bool) -> Acted:
    position = walker.tab.traffic.mark()
    walker.tab.dialogs.clear()
    walker.product.choices = chosen_texts(facts)
    result = await act(
        walker,
        facts,
        candidate.control,
        lambda f: confirm_added(walker, facts, f, position),
        Stage.CART,
        strategy=way_to(walker, candidate) + "buy button",
        candidates=candidates,
        patience=6.0,
        only_buy=only_buy,
    )
    return await _see_answer(walker, facts, result, position)


async def _see_answer(walker: Walker, before: PageFacts, result: Acted, position: int) -> Acted:
    """Wait a moment for what the shop tells the shopper, where so far only its counter or its requests tell of the product."""
    if not result.confirmed or {s.family for s in result.signals} - _SILENT:
        return result

    def signs(facts: PageFacts) -> list[Signal]:
        return [*confirm_added(walker, before, facts, position), *_told(before, facts)]

    after, _ = await walker.tab.until(lambda f: bool({s.family for s in signs(f)} - _SILENT), _ANSWER)
    signals = tuple(signs(after))
    if not is_confirmed(signals):
        return result
    walker.attempts[-1] = replace(walker.attempts[-1], signals=names(signals), families=families(signals))
    return replace(result, facts=after, signals=signals)


def _told(before: PageFacts, after: PageFacts) -> list[Signal]:
    """A message that was not there before, outside the header with its counter."""
    known = {t.text for t in before.observation.texts}
    told = any(
        t.text not in known and t.landmark not in {"header", "nav", "footer"} and after.lexicon.mentions("added_to_cart", t.text)
        for t in after.observation.texts
    )
    return [Signal("a message says that it was added", "message")] if told else []


def confirm_added(walker: Walker, before: PageFacts, after: PageFacts, position: int) -> list[Signal]:
    """The product in a cart that is shown, or two signs of it: counter, message, drawer, request, address."""
    signals: list[Signal] = []
    title = walker.product.title
    if after.checkout.errors and after.url == before.url and not before.checkout.errors:
        return signals
    left = after.url.partition("#")[0] != before.url.partition("#")[0]
    if left and addressed("cart", after.url) and after.cart_lines(title) and not after.cart_is_empty:
        signals.append(Signal(f"“{title[:50]}” stands in the cart", "cart", hard=True))
    drawer = next((o for o in after.overlays if o.kind in {"cart", "other"} and after.cart_lines(title, o.layer.n)), None)
    if drawer is not None and not any(o.layer.n == drawer.layer.n and before.cart_lines(title, o.layer.n) for o in before.overlays):
        signals.append(Signal(f"“{title[:50]}” stands in a cart drawer or message", "layer"))
    count = after.badge
    if count is not None and count > (walker.badge_before or 0):
        signals.append(Signal(f"the cart counts {count}", "counter"))
    if before.says_cart_is_empty and not after.says_cart_is_empty and after.url == before.url:
        signals.append(Signal("the cart is no longer empty", "counter"))
    said = any(after.lexicon.mentions("added_to_cart", dialog) for dialog in walker.tab.dialogs)
    if said or _said_added(after) - _said_added(before):
        signals.append(Signal("says that it was added", "message"))
    if any(_adds(e, before.url) for e in walker.tab.traffic.since(position)):
        signals.append(Signal("the shop accepted a request that adds", "network"))
    if left and addressed("checkout", after.url) and after.checkout.asks_address:
        signals.append(Signal("went on to the checkout", "address"))
    if left and any(title_similarity(title, t.text) >= 0.6 for t in after.observation.texts) and after.says("view_cart"):
        signals.append(Signal("a page that confirms the product", "page"))
    return signals


def _said_added(facts: PageFacts) -> frozenset[str]:
    """The texts that say that something was added, without the way to the cart and its count ("items in cart: 1")."""
    ways = {c.control.n for c in facts.cart_links if c.p >= _FOUND_CART and c.control.landmark in {"header", "nav"}}
    texts = (t for t in facts.observation.texts if t.control not in ways)
    return frozenset(t.text for t in texts if facts.lexicon.mentions("added_to_cart", t.text))


def _adds(exchange: Exchange, page_url: str) -> bool:
    """Whether a request put something somewhere on the shop's side: a form post, or a call that names a cart or this page."""
    request, response = exchange.request, exchange.response
    if request.method not in {"POST", "PUT", "PATCH"} or response is None or exchange.failure or response.status >= 400:
        return False
    if exchange.kind == "document":
        return True
    url, here = urlsplit(request.url), urlsplit(page_url)
    if url.netloc.partition(":")[0] != here.netloc.partition(":")[0] or exchange.kind not in {"xhr", "fetch"}:
        return False
    return (
        url.path == here.path
        or "graphql" in url.path
        or addressed("cart", request.url)
        or addressed("cart_add", request.url)
        or named("cart", url.path)
    )


async def go_to_cart(
    walker: Walker, step: StepDraft, facts: PageFacts, signals: Sequence[Signal], before: PageFacts | None = None
) -> PageFacts | None:
    """Go from the page that followed the adding to the cart, and verify that the product stands in it."""
    facts = await close_product(walker, facts)
    if _in_cart(walker, facts):
        return _note_cart(walker, step, facts, signals, "the shop went to the cart by itself")
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
        candidate = next((c for c in propose_cart(facts, before) if _target(c) not in tried and c.p >= _FOUND_CART), None)
        drawer = _in_drawer(walker, facts)
        if drawer and (candidate is None or (candidate.features.get("view", 0) <= 0 and _leads_on(facts, drawer))):
            break  # the drawer is the cart
        if candidate is None and not looked_in_menu:
            looked_in_menu = True
            facts = await open_menu(walker, facts, lambda f: any(c.p >= _FOUND_CART for c in propose_cart(f)))
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
                    (c for c in propose_cart(facts) if _target(c) not in tried and c.features.get("view", 0) > 0 and c.p >= _FOUND_CART),
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
    if before is not None and not any(c.p >= _FOUND_CART for c in found):
        found = [*(Candidate(c, _FOUND_CART, {"counted_up": 1.0}) for c in _counted_up(before, facts)), *found]
    blocking = next((o for o in facts.overlays if o.blocking and o.controls), None)
    if blocking is None:
        return found
    inside = {c.n for c in blocking.controls}
    return [c for c in found if c.control.n in inside]


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
        return [Signal(f"“{title[:50]}” stands in the cart", "cart", hard=True)]
    if _in_drawer(walker, facts):
        return [Signal(f"“{title[:50]}” stands in the cart drawer", "cart", hard=True)]
    return []


def _in_cart(walker: Walker, facts: PageFacts) -> bool:
    """Whether this is a cart page that shows the product: its line, and a sum or a way to the checkout."""
    lines = facts.cart_lines(walker.product.title)
    if not lines or facts.cart_is_empty:
        return False
    if _in_standing_cart(walker, facts):
        return True
    here_is_product = facts.url.partition("#")[0] == walker.product.url.partition("#")[0] and _is_here(walker, facts)
    if here_is_product:
        return False
    here = addressed("cart", facts.url) or any(
        facts.lexicon.has("cart", h.text, at_least=0.6) for h in facts.observation.headings if h.heading <= 2
    )
    sums = facts.total is not None or facts.subtotal is not None
    onward = any(c.p >= _ONWARD for c in checkout_links(facts.observation, facts.lexicon, facts.cards, set(), in_cart=True)[:1])
    return sum((here, sums, onward, any(line.quantity for line in lines))) >= 2


def _in_drawer(walker: Walker, facts: PageFacts) -> Overlay | None:
    """Return the layer that shows the product as a cart line, if one does."""
    shown = (o for o in facts.overlays if o.kind in {"cart", "other"} and o.layer.share > 0.03)
    return next((o for o in shown if facts.cart_lines(walker.product.title, o.layer.n)), None)


def _in_standing_cart(walker: Walker, facts: PageFacts) -> bool:
    """Whether the product stands in a cart that is part of every page, beside the list or the product."""
    onward = checkout_links(facts.observation, facts.lexicon, facts.cards, set(), in_cart=True)
    likely = [c.control for c in onward if c.p >= _SURE and c.control.landmark not in {"header", "nav", "footer"}]
    box = facts.buy_box
    own = [box.heading.n] if box.heading and _is_here(walker, facts) else []
    besides = own + [b.control.n for b in box.buttons if b.p >= _ONWARD] + [c.n for c in facts.cards]
    return standing_cart(facts.observation, walker.product.title, likely, besides)


def _leads_on(facts: PageFacts, drawer: Overlay) -> bool:
    """Whether a drawer offers the checkout; a mere message does not."""
    inside = {c.n for c in drawer.controls}
    onward = checkout_links(facts.observation, facts.lexicon, facts.cards, set(), in_cart=True)
    return any(c.p >= _ONWARD and c.control.n in inside for c in onward)


def _is_here(walker: Walker, facts: PageFacts) -> bool:
    return title_similarity(walker.product.title, facts.buy_box.title) >= 0.6


def _orders_at_once(facts: PageFacts, candidate: Candidate) -> bool:
    return candidate.features.get("buy_now", 0) < -1.5


def _target(candidate: Candidate) -> str:
    control = candidate.control
    return control.href or f"{control.label_text}|{control.id}|{control.css_class}"


__all__ = ["confirm_added", "confirm_cart", "go_to_cart", "propose_cart", "reach_cart"]

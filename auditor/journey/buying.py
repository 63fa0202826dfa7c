"""Puts the chosen product into the cart: the buy button, what is still to be chosen for it, and the signs that it worked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from auditor.browser.tab import fingerprint
from auditor.browser.traffic import Exchange
from auditor.facts.cards import title_similarity
from auditor.facts.page import PageFacts
from auditor.facts.patterns import addressed, named
from auditor.facts.ranking import Candidate
from auditor.journey.acting import Acted, act
from auditor.journey.answers import answers, offers_cart
from auditor.journey.configured_cart import buy_buttons, goes_to_look, way_to
from auditor.journey.evidence import families, names
from auditor.journey.overlays import clear_overlays
from auditor.journey.quantity import asked_quantity, quantity_field, set_quantity
from auditor.journey.variant import choose_variant, chosen_texts, open_groups, other_choice, pick
from auditor.journey.walker import StepDraft, Walker
from auditor.model.journey import Signal, is_confirmed
from auditor.model.stage import Stage
from auditor.words.message import say

_MOST_BUTTONS = 3
_MOST_COMBINATIONS = 3
FOUND_CART = 0.5  # confidence from which on a link leads to the cart
_SILENT = frozenset({"counter", "network"})  # families of signals that a shopper may not notice
_ANSWER = 1.0  # seconds
_FRAME = frozenset({"header", "nav", "footer"})


async def add_to_cart(walker: Walker, step: StepDraft, facts: PageFacts) -> tuple[Acted | None, str]:
    """Press the buy button, with other choices where those made cannot be had; returns what came of it, or None and the failure code."""
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
                step.action = say(
                    "{way_to}pressed “{label_text}”", way_to=way_to(walker, candidate), label_text=candidate.control.label_text[:60]
                )
                return result, ""
            facts = result.facts
            if result.facts.url != walker.product.url and result.changed and not shows_product(walker, result.facts):
                await walker.tab.goto(walker.product.url)
                facts = await clear_overlays(walker, await walker.look())
            refused = [t.text for t in facts.checkout.errors][:1] or [
                d for d in walker.tab.dialogs if not facts.lexicon.mentions("added_to_cart", d)
            ][-1:]
            if refused:
                code = "add_error"
                step.reason = say("The shop said: “{refused}”", refused=refused[0][:140])
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
    walker.note(say("The shop sells this product from {wanted} pieces on.", wanted=wanted))
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
    if not result.signals or {s.family for s in result.signals} - _SILENT:
        return result

    def signs(facts: PageFacts) -> list[Signal]:
        found = confirm_added(walker, before, facts, position)
        return [*found, *_told(before, facts, walker.product.title, counted=any(s.family == "counter" for s in found))]

    after, _ = await walker.tab.until(lambda f: bool({s.family for s in signs(f)} - _SILENT), _ANSWER)
    signals = tuple(signs(after))
    if not is_confirmed(signals):
        return result
    walker.attempts[-1] = replace(walker.attempts[-1], verified=True, signals=names(signals), families=families(signals))
    return replace(result, facts=after, signals=signals)


def _told(before: PageFacts, after: PageFacts, title: str, *, counted: bool) -> list[Signal]:
    """A message that was not there before, outside the header with its counter: by its words, or by what it brings along."""
    known = {t.text for t in before.observation.texts}
    news = [t for t in after.observation.texts if t.text not in known and t.landmark not in _FRAME]
    worded = any(after.lexicon.mentions("added_to_cart", t.text) for t in news)
    told = worded or offers_cart(before, after) or (counted and answers(before, after, title))
    return [Signal(say("a message says that it was added"), "message")] if told else []


def confirm_added(walker: Walker, before: PageFacts, after: PageFacts, position: int) -> list[Signal]:
    """The product in a cart that is shown, or two signs of it: counter, message, drawer, request, address."""
    signals: list[Signal] = []
    title = walker.product.title
    if after.checkout.errors and after.url == before.url and not before.checkout.errors:
        return signals
    left = after.url.partition("#")[0] != before.url.partition("#")[0]
    if left and addressed("cart", after.url) and after.cart_lines(title) and not after.cart_is_empty:
        signals.append(Signal(say("“{title}” stands in the cart", title=title[:50]), "cart", hard=True))
    drawer = next((o for o in after.overlays if o.kind in {"cart", "other"} and after.cart_lines(title, o.layer.n)), None)
    if drawer is not None and not any(o.layer.n == drawer.layer.n and before.cart_lines(title, o.layer.n) for o in before.overlays):
        signals.append(Signal(say("“{title}” stands in a cart drawer or message", title=title[:50]), "layer"))
    count = after.badge
    if count is not None and count > (walker.badge_before or 0):
        signals.append(Signal(say("the cart counts {count}", count=count), "counter"))
    if before.says_cart_is_empty and not after.says_cart_is_empty and after.url == before.url:
        signals.append(Signal(say("the cart is no longer empty"), "counter"))
    said = any(after.lexicon.mentions("added_to_cart", dialog) for dialog in walker.tab.dialogs)
    if said or _said_added(after) - _said_added(before):
        signals.append(Signal(say("says that it was added"), "message"))
    if any(_adds(e, before.url) for e in walker.tab.traffic.since(position)):
        signals.append(Signal(say("the shop accepted a request that adds"), "network"))
    if left and addressed("checkout", after.url) and after.checkout.asks_address:
        signals.append(Signal(say("went on to the checkout"), "address"))
    if left and any(title_similarity(title, t.text) >= 0.6 for t in after.observation.texts) and after.says("view_cart"):
        signals.append(Signal(say("a page that confirms the product"), "page"))
    return signals


def _said_added(facts: PageFacts) -> frozenset[str]:
    """The texts that say that something was added, without the way to the cart and its count ("items in cart: 1")."""
    ways = {c.control.n for c in facts.cart_links if c.p >= FOUND_CART and c.control.landmark in {"header", "nav"}}
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


def shows_product(walker: Walker, facts: PageFacts) -> bool:
    """Whether the page is the one of the chosen product."""
    return title_similarity(walker.product.title, facts.buy_box.title) >= 0.6


def _orders_at_once(facts: PageFacts, candidate: Candidate) -> bool:
    return candidate.features.get("buy_now", 0) < -1.5

"""Answers what lies over the page, as a careful shopper would: refuse tracking, close pop-ups, say yes to being of age."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from importlib.resources import files

from playwright.async_api import Error

from auditor.browser.frames import in_documents
from auditor.browser.tab import Gone, fingerprint
from auditor.facts.fields import read_some
from auditor.facts.layers import Overlay, best_for, commits, dismissers
from auditor.facts.navigation import checkout_links
from auditor.facts.page import PageFacts
from auditor.journey.consent_settings import purposes, switch_off, switched_on
from auditor.journey.walker import Walker
from auditor.observe import Control
from auditor.shopper.filling import option_for, value_for
from auditor.shopper.identity import ADULT
from auditor.words.message import say

_MOST_LAYERS = 4
ONWARD = 0.6  # confidence from which on a control leads to the checkout
_CURTAIN_SECONDS = 6.0
_ANSWER_SECONDS = 3.0
_AUTOCONSENT = files("auditor") / "page_scripts" / "autoconsent.standalone.js"
_AUTOCONSENT_SECONDS = 4.0
_MESSAGES = "() => ((window.autoconsentStandalone || {}).messages || []).map(m => [m.type, m.result, m.cmp || ''])"
# It would look on for some ten seconds, and press what comes up in the meantime.
_STOP = """() => { const a = (window.autoconsentStandalone || {}).instance;
  if (a) { a.rules = []; Object.assign(a.config, { autoAction: null, heuristicMode: "off" }); } }"""
_ACKNOWLEDGING = "HEURISTIC-TIER"  # rules that press "OK" or "accept" where there is no refusal, and call that an opt-out too
_ACCEPTED = say("The consent banner offers no refusal that works, so it was accepted.")


async def clear_overlays(walker: Walker, facts: PageFacts) -> PageFacts:
    """Answer consent banners and close what blocks the page; returns the facts afterwards."""
    facts = await _await_curtain(walker, facts)
    tried: set[tuple[int, str]] = set()
    for _ in range(_MOST_LAYERS):
        overlay = next((o for o in facts.overlays if _must_answer(o, walker, facts) and (o.layer.n, o.kind) not in tried), None)
        if overlay is None:
            return facts
        tried.add((overlay.layer.n, overlay.kind))
        walker.tab.effort.dialogs += 1
        facts = await _answer(walker, facts, overlay)
    return facts


async def _await_curtain(walker: Walker, facts: PageFacts) -> PageFacts:
    """Wait until a layer without any control has gone: a message or a mask while the shop works. One that stays is waited for once."""

    def curtains(seen: PageFacts) -> set[str]:
        return {f"{o.layer.id}|{o.layer.css_class}" for o in seen.overlays if o.blocking and not o.controls} - walker.curtains

    if curtains(facts):
        facts, _ = await walker.tab.until(lambda f: not curtains(f), _CURTAIN_SECONDS)
        walker.curtains |= curtains(facts)
    return facts


async def close_product(walker: Walker, facts: PageFacts) -> PageFacts:
    """Close a dialog that sells one product, once it has been put into the cart."""
    overlay = next((o for o in facts.overlays if o.kind == "product"), None)
    return facts if overlay is None else await _dismiss(walker, facts, overlay)


def stuck(facts: PageFacts) -> Overlay | None:
    """Return a layer that still blocks the page and is none of the journey's own (cart drawer, menu)."""
    return next((o for o in facts.overlays if o.blocking and o.kind not in {"cart", "menu"}), None)


def leads_on(facts: PageFacts, drawer: Overlay) -> bool:
    """Whether a drawer offers the checkout; a mere message does not."""
    inside = {c.n for c in drawer.controls}
    onward = checkout_links(facts.observation, facts.lexicon, facts.cards, set(), in_cart=True)
    return any(c.p >= ONWARD and c.control.n in inside for c in onward)


def _must_answer(overlay: Overlay, walker: Walker, facts: PageFacts) -> bool:
    if overlay.kind == "consent":
        return "choice" not in walker.consent or overlay.blocking
    if overlay.kind in {"age", "region", "newsletter"}:
        return True
    return overlay.blocking and overlay.kind == "other" and not _is_checkout(overlay) and not _is_cart(overlay, walker, facts)


def _is_cart(overlay: Overlay, walker: Walker, facts: PageFacts) -> bool:
    """Whether a layer shows the chosen product and the way on to the checkout: the cart, whatever the shop calls it."""
    if not walker.product.title or not facts.cart_lines(walker.product.title, overlay.layer.n):
        return False
    return leads_on(facts, overlay)


def _is_checkout(overlay: Overlay) -> bool:
    fields = sum(c.is_text_field for c in overlay.controls)
    picks = sum(c.type == "radio" or c.role in {"radio", "option"} for c in overlay.controls)
    return fields >= 3 or picks >= 2


async def _answer(walker: Walker, facts: PageFacts, overlay: Overlay) -> PageFacts:
    if overlay.kind == "consent":
        return await _answer_consent(walker, facts, overlay)
    lexicon = facts.lexicon
    if overlay.kind == "age":
        walker.note(say("The shop asks for the visitor's age on arrival."))
        facts = await _give_birth_date(walker, facts, overlay)
        control = best_for(overlay, lexicon, "age_yes")
        control = _same(facts, control) if control else None
        return await _press(walker, facts, control) if control else await _dismiss(walker, facts, overlay)
    if overlay.kind == "region":
        control = best_for(overlay, lexicon, "region_stay") or best_for(overlay, lexicon, "close")
        walker.note(say("The shop asks for the visitor's country on arrival."))
        return await _press(walker, facts, control) if control else await _dismiss(walker, facts, overlay)
    if overlay.kind == "newsletter":
        walker.note(say("A newsletter pop-up covered the page and was closed."))
    return await _dismiss(walker, facts, overlay)


async def _give_birth_date(walker: Walker, facts: PageFacts, overlay: Overlay) -> PageFacts:
    """Fill the fields of an age gate that asks for a date, as an adult; nothing else is typed there."""
    asked = [f for f in read_some(facts.observation, facts.lexicon, overlay.controls) if f.kind == "birth_date"]
    for item in asked:
        value = value_for(item, ADULT, {"birth_date"})
        try:
            if item.control.tag == "select":
                place = option_for(item, ADULT, facts.lexicon)
                if place is not None:
                    await walker.tab.pick(facts.observation, item.control, place)
            elif value:
                await walker.tab.type(facts.observation, item.control, value)
        except (Error, Gone):
            continue
    return await walker.look() if asked else facts


async def _answer_consent(walker: Walker, facts: PageFacts, overlay: Overlay) -> PageFacts:
    """Refuse where a refusal is offered; autoconsent knows the ways through many banners; accept only as the last resort."""
    lexicon = facts.lexicon
    refuse = best_for(overlay, lexicon, "consent_reject")
    walker.consent.setdefault("seen", True)
    walker.consent.setdefault("first_layer_reject", refuse is not None)
    if refuse is not None:
        after, gone = await _press_until(walker, facts, refuse, lambda f: _gone(f, overlay))
        if gone:
            return _settled(walker, after, "rejected", "own", refuse)
        facts = after
    choice = await _autoconsent(walker)
    after = await walker.look()
    if _gone(after, overlay):
        if choice == "accepted":
            walker.note(_ACCEPTED)
        return _settled(walker, after, choice or "unknown", "autoconsent", None)
    settings = best_for(overlay, lexicon, "consent_settings")
    renewed = _same(after, settings) if settings is not None else None
    if renewed is not None or _can_refuse(after):  # autoconsent may have opened them, and left it at that
        opened, _ = await _press_until(walker, after, renewed, _can_refuse) if renewed is not None else (after, True)
        layers = [o for o in opened.overlays if o.kind in {"consent", "other"}]
        walker.consent.setdefault("purposes", [purpose for layer in layers for purpose in purposes(opened, layer)])
        for layer in layers:
            refuse, choice = best_for(layer, lexicon, "consent_reject"), "rejected in settings"
            if refuse is None and (save := best_for(layer, lexicon, "consent_save")):
                opened = await switch_off(walker, opened, layer)
                refuse, choice = _same(opened, save), choice if not switched_on(opened, layer) else "unknown"
            if refuse is not None:
                opened, gone = await _press_until(walker, opened, refuse, lambda f: not any(o.kind == "consent" for o in f.overlays))
                if gone:
                    return _settled(walker, opened, choice, "own", refuse)
        after = opened
    accept = best_for(overlay, lexicon, "consent_accept")
    if accept is not None and (renewed := _same(after, accept)):
        after = await _press(walker, after, renewed)
        walker.note(_ACCEPTED)
        return _settled(walker, after, "accepted", "own", accept)
    walker.consent.setdefault("choice", "none")
    return await _dismiss(walker, after, overlay)


def _settled(walker: Walker, facts: PageFacts, choice: str, by: str, control: Control | None) -> PageFacts:
    walker.consent.update(choice=choice, by=by, button=control.label_text[:80] if control else "")
    return facts


async def _autoconsent(walker: Walker) -> str:
    """Let DuckDuckGo's autoconsent answer the banner; returns "rejected", "accepted" or ""."""
    await in_documents(walker.tab.page, _AUTOCONSENT.read_text(encoding="utf-8"))
    found = False
    for _ in range(int(_AUTOCONSENT_SECONDS / 0.2)):
        messages = [message for told in await in_documents(walker.tab.page, _MESSAGES) for message in told]
        kinds = {str(m[0]) for m in messages}
        found = found or bool(kinds & {"popupFound", "cmpDetected"})
        done = [m for m in messages if m[0] == "autoconsentDone" or (m[0] == "optOutResult" and m[1])]
        if done:
            await walker.tab.settle(1.0)
            return "accepted" if any(str(m[2]).startswith(_ACKNOWLEDGING) for m in done) else "rejected"
        if any(m[0] == "optInResult" and m[1] for m in messages):
            await walker.tab.settle(1.0)
            return "accepted"
        if not found and _ >= 6:
            break
        await asyncio.sleep(0.2)
    await in_documents(walker.tab.page, _STOP)
    return ""


async def _dismiss(walker: Walker, facts: PageFacts, overlay: Overlay) -> PageFacts:
    for candidate in dismissers(overlay, facts.lexicon)[:3]:
        control = _same(facts, candidate.control)
        if control is None:
            continue
        facts = await _press(walker, facts, control)
        if _gone(facts, overlay):
            return facts
    await walker.tab.page.keyboard.press("Escape")
    facts = await _changed(walker, facts)
    if not _gone(facts, overlay) and overlay.blocking:
        await _press_backdrop(walker, overlay)
        facts = await _changed(walker, facts)
    only = _only_way(facts, overlay)
    return facts if only is None or _gone(facts, overlay) else await _press(walker, facts, only)


def _only_way(facts: PageFacts, overlay: Overlay) -> Control | None:
    """The one button of a layer that cannot be closed, unless it buys, signs up or leads away."""
    buttons = [c for c in overlay.controls if c.is_button and not c.disabled and c.label_text]
    if not overlay.blocking or len(buttons) != 1:
        return None
    leaves = bool(buttons[0].href) and not buttons[0].raw_href.startswith(("#", "javascript:"))
    return None if leaves or commits(buttons[0], facts.lexicon) else _same(facts, buttons[0])


async def _press_backdrop(walker: Walker, overlay: Overlay) -> None:
    """Press beside a dialog that stands in the middle of the window."""
    box, (width, height) = overlay.layer.box, (walker.tab.device.width, walker.tab.device.height)
    if box.width < 0.95 * width or box.height < 0.95 * height:
        await walker.tab.page.mouse.click(4 if box.x > 8 else width - 4, height / 2 if box.x > 8 else 4 if box.y > 8 else height - 4)


async def _press(walker: Walker, facts: PageFacts, control: Control) -> PageFacts:
    try:
        await walker.tab.press(facts.observation, control)
    except (Gone, Error):
        try:
            await walker.tab.press(facts.observation, control, "dispatched")
        except (Gone, Error):
            return await walker.look()
    return await _changed(walker, facts)


async def _press_until(walker: Walker, facts: PageFacts, control: Control, good: Callable[[PageFacts], bool]) -> tuple[PageFacts, bool]:
    """Press and wait for what is to come of it, longer than for any change: on a slow machine it may come late."""
    pressed = await _press(walker, facts, control)
    return (pressed, True) if good(pressed) else await walker.tab.until(good, _ANSWER_SECONDS)


def _can_refuse(facts: PageFacts) -> bool:
    """Whether settings are open that offer to refuse or to save a choice."""
    layers = (o for o in facts.overlays if o.kind in {"consent", "other"})
    return any(best_for(o, facts.lexicon, concept) is not None for o in layers for concept in ("consent_reject", "consent_save"))


async def _changed(walker: Walker, facts: PageFacts) -> PageFacts:
    before = fingerprint(facts.observation)
    after, _ = await walker.tab.until(lambda f: fingerprint(f.observation) != before, 1.5)
    return after


def _gone(facts: PageFacts, overlay: Overlay) -> bool:
    """Whether no layer with this text is left."""
    words = overlay.words[:60]
    return not any(
        o.kind == overlay.kind
        and ((o.layer.id == overlay.layer.id and o.layer.css_class == overlay.layer.css_class) or o.words[:60] == words)
        for o in facts.overlays
    )


def _same(facts: PageFacts, control: Control) -> Control | None:
    same = facts.observation.by_node.get(control.n)
    if same is not None and same.tag == control.tag and same.label_text == control.label_text and same.visible:
        return same
    return next((c for c in facts.observation.visible if c.tag == control.tag and c.label_text == control.label_text), None)

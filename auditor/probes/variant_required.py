"""Probe variant_required: what the buy button says when the size or colour is not chosen yet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from playwright.async_api import Error

from auditor.browser.tab import Gone
from auditor.facts.choices import ChoiceGroup
from auditor.facts.page import PageFacts
from auditor.journey.buying import confirm_added
from auditor.journey.overlays import clear_overlays
from auditor.journey.variant import choose_variant, open_groups
from auditor.journey.veto import veto
from auditor.journey.walker import Product, Walker
from auditor.model.journey import is_confirmed
from auditor.model.stage import Stage
from auditor.observe import Control, Text
from auditor.probes.other_products import likely_with_choices
from auditor.probes.side_tab import visitor_tab
from auditor.words.message import say

_NEAR = 200  # CSS pixels between message and choice
_LONGEST = 240  # letters of a message
_PATIENCE = 2.5  # seconds
_MOST_OPENED = 4  # other products; a count, since a slow shop must not be judged by fewer of them
_FIGURES = re.compile(r"\d+")


async def probe_variant_required(walker: Walker, facts: PageFacts) -> tuple[Any, PageFacts]:
    """Press the buy button while a choice is still open, unless the page has chosen for the shopper.

    Where the product of the visit leaves nothing open, another one of the lists seen is tried, on desktop and as another visitor:
    what that puts into the cart is not the shopper's.
    """
    groups = open_groups(facts)
    if not groups:
        elsewhere = None if walker.tab.device.mobile else await _elsewhere(walker, facts)
        return elsewhere or say("The product has no choice that is still open."), facts
    button = _button(facts)
    if button is None:
        return say("The product page has no buy button that may be pressed."), facts
    if button.disabled:
        return _disabled(facts, groups, button), facts
    result, after = await _pressed(walker, facts, groups, button)
    if result is None:
        return say("The buy button could not be pressed."), after
    if result["added"] or after.url != facts.url:
        await walker.tab.goto(facts.url)
        after = await clear_overlays(walker, await walker.look())
        walker.badge_before = after.badge
    return result, after


async def _elsewhere(walker: Walker, facts: PageFacts) -> dict[str, Any] | None:
    """Do the same with another product, of which a choice is open; None without one."""
    others = likely_with_choices(walker.seen, facts.url)
    if not others:
        return None
    try:
        async with visitor_tab(walker, {"cookies": [], "origins": []}) as tab:
            other = replace(
                walker, tab=tab, context=tab.page.context, steps=[], attempts=[], notes=[], consent={}, curtains=set(), tell=lambda _: None
            )
            for url in others[:_MOST_OPENED]:
                landing = await tab.goto(url)
                if landing.error or landing.status >= 400:
                    continue
                seen = await clear_overlays(other, await other.look())
                if open_groups(seen) and (found := await _tried(other, seen)):
                    return {**found, "url": seen.url, "title": seen.buy_box.title}
    except (Error, Gone):
        return None
    return None


async def _tried(other: Walker, seen: PageFacts) -> dict[str, Any] | None:
    """Press another product's buy button. Silence tells something only if that button sells it once all is chosen."""
    button, groups = _button(seen), open_groups(seen)
    if button is None:
        return None
    if button.disabled:
        return _disabled(seen, groups, button)
    other.product = Product(title=seen.buy_box.title, url=seen.url)
    other.badge_before = seen.badge
    result, after = await _pressed(other, seen, groups, button)
    said = result is not None and result["messages"] and (result["near"] or result["live"])
    if result is None or said or result["added"] or result["dialog"] or result["native_hint"]:
        return result
    if after.url != seen.url:
        return None
    ready = await choose_variant(other, after)
    button = _button(ready)
    if button is None or button.disabled or open_groups(ready):
        return None
    sold, _ = await _pressed(other, ready, groups, button)
    return result if sold is not None and sold["added"] else None


def _button(facts: PageFacts) -> Control | None:
    return next((c.control for c in facts.buy_box.buttons if c.p >= 0.5 and veto(facts, c.control, Stage.CART) is None), None)


def _disabled(facts: PageFacts, groups: Sequence[ChoiceGroup], button: Control) -> dict[str, Any]:
    return {
        "groups": [g.label for g in groups],
        "pressed": False,
        "disabled": True,
        "hint": _hint(facts, button.label_text),
        "messages": [],
        "near": False,
        "live": False,
        "focus_moved": False,
        "dialog": "",
        "added": False,
    }


async def _pressed(
    walker: Walker, facts: PageFacts, groups: Sequence[ChoiceGroup], button: Control
) -> tuple[dict[str, Any] | None, PageFacts]:
    """Press the buy button and read the answer; None if it could not be pressed."""
    loads, position = walker.tab.traffic.page_loads, walker.tab.traffic.mark()
    walker.tab.dialogs.clear()
    try:
        await walker.tab.press(facts.observation, button)
    except (Error, Gone):
        return None, await walker.look()
    known = {_told(t) for t in facts.observation.texts}

    def fresh(seen: PageFacts) -> list[Text]:
        return [t for t in seen.observation.texts if _told(t) not in known and len(t.text) < _LONGEST]

    def answered(seen: PageFacts) -> bool:
        return bool(walker.tab.dialogs or fresh(seen) or _refused(seen)) or seen.badge != facts.badge

    after, _ = await walker.tab.until(answered, _PATIENCE)
    new = fresh(after)
    return {
        "groups": [g.label for g in groups],
        "pressed": True,
        "disabled": False,
        "added": is_confirmed(confirm_added(walker, facts, after, position)),
        "messages": [t.text for t in new][:5],
        "near": any(t.box.distance(g.box) <= _NEAR for t in new for g in groups),
        "live": any(t.live in {"alert", "assertive", "status", "polite"} for t in new),
        "native_hint": any(c.focused for c in _refused(after)),
        "focus_moved": any(c.focused and c.n != button.n for c in after.observation.controls),
        "dialog": walker.tab.dialogs[-1] if walker.tab.dialogs else "",
        "loaded": walker.tab.traffic.page_loads > loads,
        "hint": "",
    }, after


def _told(text: Text) -> str:
    """A text without its figures: a clock that runs says nothing new with each second."""
    return _FIGURES.sub("0", text.text)


def _refused(facts: PageFacts) -> list[Control]:
    """The choices that the browser itself points at, since they are required."""
    required = any(c.required for c in facts.observation.controls if c.invalid)
    return [c for c in facts.observation.controls if c.invalid and c.focused] if required else []


def _hint(facts: PageFacts, label: str) -> str:
    """What a disabled button says about why it is disabled."""
    if facts.lexicon.has("choose_option", label, at_least=0.6):
        return label
    return next(
        (t.text for t in facts.observation.texts if len(t.text) < 120 and facts.lexicon.has("choose_option", t.text, at_least=0.75)), ""
    )

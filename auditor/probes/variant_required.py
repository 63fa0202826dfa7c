"""Probe variant_required: what the buy button says when the size or colour is not chosen yet."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error

from auditor.browser.tab import Gone, fingerprint
from auditor.facts.page import PageFacts
from auditor.journey.buying import confirm_added
from auditor.journey.overlays import clear_overlays
from auditor.journey.variant import open_groups
from auditor.journey.veto import veto
from auditor.journey.walker import Walker
from auditor.model.journey import is_confirmed
from auditor.model.stage import Stage
from auditor.words.message import say

_NEAR = 200  # CSS pixels between message and choice


async def probe_variant_required(walker: Walker, facts: PageFacts) -> tuple[Any, PageFacts]:
    """Press the buy button while a choice is still open, unless the page has chosen for the shopper."""
    groups = open_groups(facts)
    if not groups:
        return say("The product has no choice that is still open."), facts
    button = next((c.control for c in facts.buy_box.buttons if c.p >= 0.5 and veto(facts, c.control, Stage.CART) is None), None)
    labels = [g.label for g in groups]
    if button is None:
        return say("The product page has no buy button that may be pressed."), facts
    if button.disabled:
        hint = _hint(facts, button.label_text)
        return {
            "groups": labels,
            "pressed": False,
            "disabled": True,
            "hint": hint,
            "messages": [],
            "near": False,
            "live": False,
            "focus_moved": False,
            "dialog": "",
            "added": False,
        }, facts
    before, loads = fingerprint(facts.observation), walker.tab.traffic.page_loads
    position = walker.tab.traffic.mark()
    walker.tab.dialogs.clear()
    try:
        await walker.tab.press(facts.observation, button)
    except (Error, Gone):
        return say("The buy button could not be pressed."), await walker.look()
    after, _ = await walker.tab.until(lambda f: fingerprint(f.observation) != before or bool(walker.tab.dialogs), 2.5)
    added = is_confirmed(confirm_added(walker, facts, after, position))
    known = {t.text for t in facts.observation.texts}
    fresh = [t for t in after.observation.texts if t.text not in known and len(t.text) < 240]
    box = groups[0].box
    native = [c for c in after.observation.controls if c.invalid and c.required]
    result = {
        "groups": labels,
        "pressed": True,
        "disabled": False,
        "added": added,
        "messages": [t.text for t in fresh][:5],
        "near": any(t.box.distance(g.box) <= _NEAR for t in fresh for g in groups) or any(t.box.distance(box) <= _NEAR for t in fresh),
        "live": any(t.live in {"alert", "assertive", "status", "polite"} for t in fresh),
        "native_hint": bool(native) and any(c.focused for c in after.observation.controls if c.invalid),
        "focus_moved": any(c.focused and c.n != button.n for c in after.observation.controls),
        "dialog": walker.tab.dialogs[-1] if walker.tab.dialogs else "",
        "loaded": walker.tab.traffic.page_loads > loads,
        "hint": "",
    }
    if added or after.url != facts.url:
        await walker.tab.goto(facts.url)
        after = await clear_overlays(walker, await walker.look())
        walker.badge_before = after.badge
    return result, after


def _hint(facts: PageFacts, label: str) -> str:
    """What a disabled button says about why it is disabled."""
    if facts.lexicon.has("choose_option", label, at_least=0.6):
        return label
    return next(
        (t.text for t in facts.observation.texts if len(t.text) < 120 and facts.lexicon.has("choose_option", t.text, at_least=0.75)), ""
    )

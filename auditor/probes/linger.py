"""Probe linger: what turns by itself and what comes up while a visitor stays on the home page and does nothing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from importlib.resources import files
from itertools import pairwise
from statistics import median
from typing import Any

from auditor.browser.tab import Tab
from auditor.facts.layers import Overlay
from auditor.facts.page import PageFacts
from auditor.journey.walker import Walker
from auditor.probes.side_tab import visitor_tab
from auditor.words.message import say

_SCRIPT = (files("auditor.probes") / "linger.js").read_text(encoding="utf-8")
_NOTES = "() => ({ groups: window.__auditorLingers.groups, covers: window.__auditorLingers.covers })"
_MEETS = "(asked) => window.__auditorLingers.meets(asked)"
_EVERY = 300  # milliseconds
_STAY = 12.0  # seconds: pop-ups come after ten at most, and what turns has turned twice
_LONGER = 10.0  # seconds, where something has turned once: many do so every ten
_MOST = 8.0  # seconds between two turns under the pointer
_PAUSE = 0.3  # seconds
_LABELS, _LETTERS = 12, 120


async def probe_linger(walker: Walker, facts: PageFacts) -> tuple[Any, PageFacts]:
    """Open the home page as one who has never been here, watch it, and hold the pointer over what turns.

    The result lists `turning` groups with the milliseconds of their turns and what they do under the pointer, and `layers` that
    lie over the page at the end with the milliseconds after which they came.
    """
    if walker.tab.device.mobile:
        return say("Banners turn and windows come up alike on all devices; it is watched on desktop."), facts
    async with visitor_tab(walker, {"cookies": [], "origins": []}) as tab:
        if (landing := await tab.goto(walker.seen[0].url)).error:
            return say("The home page could not be opened again: {error}.", error=landing.error), facts
        await tab.settle()
        started = time.monotonic()
        await tab.page.evaluate(_SCRIPT, _EVERY)
        await asyncio.sleep(_STAY)
        turning = await _turning(tab, _STAY + _LONGER - (time.monotonic() - started))
        seconds = round(time.monotonic() - started, 1)
        seen = await tab.look()
        covers = (await tab.page.evaluate(_NOTES))["covers"]
        for group in turning:
            group["pointer"] = await _under_pointer(tab, group)
    layers = [_described(o, covers) for o in seen.overlays if o.kind not in {"consent", "cart", "menu"}]
    return {"url": seen.url, "seconds": seconds, "turning": turning, "layers": layers}, facts


async def _turning(tab: Tab, longer: float) -> list[dict[str, Any]]:
    """What has turned, at least twice where time allows."""
    until = time.monotonic() + longer
    while True:
        groups: list[dict[str, Any]] = (await tab.page.evaluate(_NOTES))["groups"]
        if all(len(group["turns"]) > 1 for group in groups) or time.monotonic() > until:
            return groups
        await asyncio.sleep(_PAUSE)


async def _under_pointer(tab: Tab, group: Mapping[str, Any]) -> str:
    """Whether what turns "stops" or "turns" on while the pointer rests on it; "" where that could not be seen."""
    turns = group["turns"]
    pause = median(later - earlier for earlier, later in pairwise(turns)) / 1000 if len(turns) > 1 else 0.0
    x, y, width, height = group["box"]
    at = (x + width / 2, min(y + height / 2, tab.device.height - 2))
    if not 0 < pause <= _MOST or y >= tab.device.height or not await tab.page.evaluate(_MEETS, [group["selector"], *at]):
        return ""
    await tab.page.mouse.move(*at)
    await asyncio.sleep(_PAUSE)
    before = await _count(tab, group)
    await asyncio.sleep(pause * 1.5)
    return "turns" if await _count(tab, group) > before else "stops"


async def _count(tab: Tab, group: Mapping[str, Any]) -> int:
    """How often it has turned by now."""
    groups = (await tab.page.evaluate(_NOTES))["groups"]
    return sum(len(other["turns"]) for other in groups if other["selector"] == group["selector"])


def _described(overlay: Overlay, covers: list[dict[str, Any]]) -> dict[str, Any]:
    layer = overlay.layer
    came = next((c["at"] for c in covers if (c["id"], c["css_class"]) == (layer.id, layer.css_class)), None)
    labels = [c.label_text[:_LETTERS] for c in overlay.controls if c.is_button and c.label_text]
    return {
        "kind": overlay.kind,
        "blocking": overlay.blocking,
        "share": round(layer.share, 2),
        "came": came,
        "labels": labels[:_LABELS],
        "words": overlay.words[:_LETTERS],
    }

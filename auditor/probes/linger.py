"""Probe linger: what turns by itself and what comes up while a visitor stays on the home page and does nothing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from importlib.resources import files
from itertools import pairwise
from statistics import median
from typing import Any

from auditor.browser.tab import Tab
from auditor.facts.layers import Overlay
from auditor.facts.page import PageFacts
from auditor.journey.walker import Walker
from auditor.observe import Box
from auditor.probes.side_tab import visitor_tab
from auditor.words.message import say

_SCRIPT = (files("auditor.probes") / "linger.js").read_text(encoding="utf-8")
_NOTES = "() => ({ groups: window.__auditorLingers.groups, covers: window.__auditorLingers.covers })"
_NOW = "() => performance.now()"
_MEETS = "(asked) => window.__auditorLingers.meets(asked)"
_EVERY = 300  # milliseconds
_STAY = 12.0  # seconds: pop-ups come after ten at most, and what turns has turned twice
_LONGER = 10.0  # seconds, where something has turned once: many do so every ten
_MOST = 8.0  # seconds between two turns under the pointer
_PAUSE = 0.3  # seconds
_AT_MOST = 40.0  # seconds of watching and pointing together
_ARRIVING = 1.5  # seconds after which a turn that had begun as the pointer came is over
_LABELS, _LETTERS = 12, 120


async def probe_linger(walker: Walker, facts: PageFacts) -> tuple[Any, PageFacts]:
    """Open the home page as one who has never been here, watch it, and hold the pointer over what turns.

    The result lists `turning` groups with the milliseconds of their turns and what they do under the pointer, and `layers` that
    lie over the page at the end with the milliseconds after which they came, both since the page was asked for.
    """
    if walker.tab.device.mobile:
        return say("Banners turn and windows come up alike on all devices; it is watched on desktop."), facts
    async with visitor_tab(walker, {"cookies": [], "origins": []}) as tab:
        if (landing := await tab.goto(walker.seen[0].url)).error:
            return say("The home page could not be opened again: {error}.", error=landing.error), facts
        started = time.monotonic()
        await tab.page.evaluate(_SCRIPT, _EVERY)
        await asyncio.sleep(_STAY)
        turning = await _turning(tab, _STAY + _LONGER - (time.monotonic() - started))
        seconds = round(time.monotonic() - started, 1)
        seen = await tab.look()
        covers = (await tab.page.evaluate(_NOTES))["covers"]
        for group in turning:
            group["pointer"] = await _under_pointer(tab, group, _AT_MOST - (time.monotonic() - started))
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


async def _under_pointer(tab: Tab, group: Mapping[str, Any], left: float) -> str:
    """Whether what turns "stops" or "turns" on while the pointer rests on it; "" where that could not be seen in the seconds left."""
    turns = group["turns"]
    pause = median(later - earlier for earlier, later in pairwise(turns)) / 1000 if len(turns) > 1 else 0.0
    resting = _ARRIVING + 1.7 * pause
    x, y, width, height = group["box"]
    at = (x + width / 2, min(y + height / 2, tab.device.height - 2))
    if not 0 < pause <= _MOST or resting > left or y >= tab.device.height or not await tab.page.evaluate(_MEETS, [group["n"], *at]):
        return ""
    await tab.page.mouse.move(*at)
    arrived = float(await tab.page.evaluate(_NOW))
    await asyncio.sleep(resting)
    groups = (await tab.page.evaluate(_NOTES))["groups"]
    later = (turn for other in groups if other["n"] == group["n"] for turn in other["turns"])
    return "turns" if any(turn > arrived + 1000 * _ARRIVING for turn in later) else "stops"


def _described(overlay: Overlay, covers: list[dict[str, Any]]) -> dict[str, Any]:
    layer = overlay.layer
    came = min((cover["at"] for cover in covers if _lies_in(cover["box"], layer.box)), default=None)
    labels = [c.label_text[:_LETTERS] for c in overlay.controls if c.is_button and c.label_text]
    return {
        "kind": overlay.kind,
        "blocking": overlay.blocking,
        "share": round(layer.share, 2),
        "came": came,
        "labels": labels[:_LABELS],
        "words": overlay.words[:_LETTERS],
    }


def _lies_in(inner: Sequence[float], outer: Box) -> bool:
    """Whether the middle of a box lies in another: a dialog and the backdrop around it came together."""
    x, y = inner[0] + inner[2] / 2, inner[1] + inner[3] / 2
    return outer.x <= x <= outer.right and outer.y <= y <= outer.y + outer.height

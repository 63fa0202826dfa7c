"""Measures the open page in a window of 320 CSS pixels, as wide as a page is that is zoomed to 400 % (WCAG 1.4.10)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any, NamedTuple

from auditor.browser.tab import Tab
from auditor.facts.page import PageFacts
from auditor.model.stage import Stage
from auditor.observe import Box
from auditor.probes.needed_controls import needed_controls

_WIDTH, _HEIGHT = 320, 640
_ROUNDING = 4  # CSS pixels; shadows and rounding
_SETTLING = 1.0
_SCRIPT = (files("auditor.probes") / "narrow_window.js").read_text(encoding="utf-8")


class _Part(NamedTuple):
    words: str
    box: Box


async def measure_narrow(tab: Tab, stage: Stage) -> dict[str, Any]:
    """Narrow the window, see what no longer fits, and give it its width back."""
    await tab.page.set_viewport_size({"width": _WIDTH, "height": _HEIGHT})
    try:
        await tab.settle(_SETTLING)
        seen = await tab.look()
        found: dict[str, Any] = await tab.page.evaluate(_SCRIPT)
    finally:
        await tab.page.set_viewport_size({"width": tab.device.width, "height": tab.device.height})
    parts = _parts(stage, seen)
    cut = [
        {"what": what, "words": several[0].words[:60], "by": round(_beyond(several[0].box, found["sideways"]))}
        for what, several in parts.items()
        if all(_beyond(part.box, found["sideways"]) > _ROUNDING for part in several)
    ]
    return {**found, "width": _WIDTH, "parts": list(parts), "cut": cut}


def _parts(stage: Stage, seen: PageFacts) -> Mapping[str, Sequence[_Part]]:
    """What must fit: the needed controls, the product's name and its price."""
    parts = {what: [_Part(c.label_text, c.box) for c in controls] for what, controls in needed_controls(stage, seen).items()}
    if stage is Stage.PRODUCT:
        box = seen.buy_box
        parts |= {"name": [_Part(box.heading.text, box.heading.box)]} if box.heading else {}
        parts |= {"price": [_Part(box.price.text.text, box.price.text.box)]} if box.price else {}
    return parts


def _beyond(box: Box, sideways: int) -> float:
    """How many pixels of a box are out of the window; 0 for one parked where nobody can move to."""
    if box.x >= _WIDTH and box.right > _WIDTH + sideways + _ROUNDING:
        return 0
    if box.right <= 0:
        return 0
    return max(box.right - _WIDTH, -box.x, 0)

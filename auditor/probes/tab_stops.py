"""Follows the Tab key through an open page: where the focus goes, whether it shows, and what of the needed controls it reaches."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from PIL import Image, ImageChops
from playwright.async_api import JSHandle, Page

from auditor.observe import Control
from auditor.words.message import say

_SCRIPT = (files("auditor.probes") / "tab_stops.js").read_text(encoding="utf-8")
_FIRST, _MAIN = 8, 14  # presses from the top of the page, and from the first control that is needed
_COMPARED = 6  # stops whose pictures are compared; each takes a tenth of a second
_WAYS = 3  # controls tried that lead to the same
_CYCLE, _CYCLED = 12, 3  # so many presses among so few stops hold the focus
_MANY = 15  # places for the focus on a page that would be missed
_STEP = "s => s.step()"


async def follow_keyboard(page: Page, needed: Mapping[str, Sequence[Control]]) -> dict[str, Any]:
    """Press Tab through the top of the page and from the first needed control on; nothing is activated."""
    script = await page.evaluate_handle(_SCRIPT)
    stops = [await _press(page, script) for _ in range(_FIRST)]
    reached = {name: await _reach(page, script, controls) for name, controls in needed.items()}
    start = next((found["n"] for found in reached.values() if found["said"] == "reached"), None)
    if start is not None and await script.evaluate("(s, n) => s.reach(n)", start) == "reached":
        stops.append(await script.evaluate(_STEP))
        stops += [await _press(page, script) for _ in range(_MAIN)]
    trap = await _held(page, script, stops)
    shows = await script.evaluate("s => s.leave()")
    return {"needed": reached, "trap": trap, **await _unseen(page, script, stops, shows)}


async def _press(page: Page, script: JSHandle) -> dict[str, Any]:
    await page.keyboard.press("Tab")
    return dict(await script.evaluate(_STEP))


async def _reach(page: Page, script: JSHandle, controls: Sequence[Control]) -> dict[str, Any]:
    """Give a control the focus and press Tab: it must take the focus, and let it go again."""
    said = "unreachable"
    control = controls[0]
    for control in controls[:_WAYS]:
        answer = str(await script.evaluate("(s, n) => s.reach(n)", control.n))
        if answer == "reached":
            await page.keyboard.press("Tab")
            if not await script.evaluate("s => s.moved()"):
                await page.keyboard.press("Escape")
                await page.keyboard.press("Tab")
            lets_go = await script.evaluate("s => s.moved() || s.count() < 3")
            said = "reached" if lets_go else "trap"
            break
        if answer != "unreachable":
            said = answer
    return {"n": control.n, "words": control.label_text[:60], "tag": control.tag, "said": said}


async def _held(page: Page, script: JSHandle, stops: list[dict[str, Any]]) -> str:
    """Name what holds the focus: the same few stops again and again, though Escape was pressed, outside any dialog."""
    last = stops[-_CYCLE:]
    places = {stop.get("place") for stop in last}
    if len(stops) < _CYCLE or len(places) > _CYCLED or None in places or await script.evaluate("s => s.count()") < _MANY:
        return ""
    if any(stop["layered"] or stop["tag"] == "iframe" for stop in last):
        return ""
    await page.keyboard.press("Escape")
    after = [await _press(page, script) for _ in range(_CYCLED + 1)]
    stops += after
    return str(last[-1]["words"] or last[-1]["selector"]) if {stop.get("place") for stop in after} <= places else ""


async def _unseen(page: Page, script: JSHandle, stops: Sequence[Mapping[str, Any]], shows: Sequence[bool | None]) -> dict[str, Any]:
    """Say how many stops were judged, and at which of them nothing shows where the focus is."""
    judged: dict[int, tuple[Mapping[str, Any], bool]] = {}
    for stop, shown in zip(stops, shows, strict=True):
        if shown is not None and _counts(stop):
            judged[stop["place"]] = stop, shown or judged.get(stop["place"], (stop, False))[1]
    unseen: list[dict[str, Any]] = []
    unsure = compared = 0
    for place, (stop, seen) in judged.items():
        why = "covered" if stop["covered"] else say("out of sight") if not stop["visible"] else ""
        if not why and not seen:
            compared += 1
            same = await _looks_the_same(page, script, place) if compared <= _COMPARED else None
            unsure += same is None
            why = "unchanged" if same else ""
        if why:
            unseen.append({"words": stop["words"], "selector": stop["selector"], "why": why, "by": stop["covered"]})
    return {"stops": len(judged) - unsure, "unseen": unseen}


def _counts(stop: Mapping[str, Any]) -> bool:
    """Whether a stop is one for shoppers: frames have their own focus, nameless ones catch it for scripts."""
    return stop["n"] >= 0 and stop["tag"] != "iframe" and bool(stop["words"] or stop["link"])


async def _looks_the_same(page: Page, script: JSHandle, place: int) -> bool | None:
    """Compare pictures of a stop with and without the focus; None if it could not be focused again."""
    clip = await script.evaluate("(s, place) => s.again(place)", place)
    if clip is None:
        return None
    focused = await page.screenshot(clip=clip, animations="disabled")
    await script.evaluate("s => s.blur()")
    without = await page.screenshot(clip=clip, animations="disabled")
    return focused == without or await asyncio.to_thread(_same, focused, without)


def _same(one: bytes, other: bytes) -> bool:
    with Image.open(io.BytesIO(one)) as first, Image.open(io.BytesIO(other)) as second:
        return first.size == second.size and ImageChops.difference(first.convert("RGB"), second.convert("RGB")).getbbox() is None

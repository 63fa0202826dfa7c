"""Probe image_zoom: whether the product's picture becomes larger when a shopper points at it or presses it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from playwright.async_api import ElementHandle, Page

from auditor.browser.tab import Tab
from auditor.facts.page import PageFacts
from auditor.facts.patterns import named
from auditor.journey.veto import veto
from auditor.journey.walker import Walker
from auditor.model.stage import Stage
from auditor.observe import Control, Observation, Picture
from auditor.probes.side_tab import side_tab
from auditor.words.message import say

_HOVERING, _PRESSING = 0.5, 1.5  # seconds in which an answer must begin
_LARGER = 1.15
_PART = 0.3  # of the picture's area; smaller things that appear are arrows and badges
_FILE = re.compile(r"\.(jpe?g|png|webp|avif|gif|svg)(\?|$)", re.IGNORECASE)
_AROUND = 4  # elements outside the picture whose names may promise a larger view
_CURSOR = "e => getComputedStyle(e).cursor"
_CURSORS = {"zoom-in", "-webkit-zoom-in"}


async def probe_image_zoom(walker: Walker, facts: PageFacts) -> tuple[Any, PageFacts]:
    """Open the product in a tab beside the journey, move the pointer over its main picture, and press it."""
    if walker.tab.device.mobile:
        return say("Phones enlarge any picture with two fingers; it is tried on desktop."), facts
    if not walker.product.url:
        return say("No product page was seen."), facts
    async with side_tab(walker) as tab:
        if (landing := await tab.goto(walker.product.url)).error:
            return say("The product page could not be opened again: {error}.", error=landing.error), facts
        seen = await tab.look()
        picture = seen.main_picture
        handle = await tab.observer.handle(seen.observation, picture.n, picture.frame) if picture else None
        element = handle.as_element() if handle else None
        if picture is None or element is None:
            return say("The product page shows no large picture of the product."), facts
        if any(o.blocking for o in seen.overlays):
            return say("Something lay over the product page when it was opened again."), facts
        return await _try(tab, seen, picture, element), facts


async def _try(tab: Tab, seen: PageFacts, picture: Picture, element: ElementHandle) -> dict[str, Any] | str:
    await element.scroll_into_view_if_needed()
    box = await element.bounding_box()
    if box is None:
        return say("The product's picture could not be pointed at.")
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    before = await tab.look()
    found: dict[str, Any] = {
        "url": seen.url,
        "shown": [round(picture.box.width), round(picture.box.height)],
        "natural": list(picture.natural),
        "window": list(seen.observation.viewport),
        "promised": await element.evaluate(_CURSOR) in _CURSORS or _promises(seen.observation, picture),
    }
    await tab.page.mouse.move(x, y)
    after, _ = await tab.until(lambda f: bool(_enlarged(before, f, picture)), _HOVERING)
    found["hover"] = _enlarged(before, after, picture)
    holder = _holder(seen.observation, picture)
    if holder is not None and _FILE.search(holder.href):
        return {**found, "press": {"view": "file"}}
    if holder is not None and (_leads_away(holder, seen.url) or veto(seen, holder, Stage.CART) is not None):
        return {**found, "press": {"view": "elsewhere"}}
    opened: list[Page] = []
    tab.page.on("popup", lambda page: opened.append(page))  # not whatever is new in the browser: others have tabs too
    await tab.page.mouse.click(x, y)
    after, _ = await tab.until(lambda f: bool(_enlarged(before, f, picture)), _PRESSING)
    for page in opened:
        found["press"] = {"view": "tab"}
        await page.close()
    return {"press": _enlarged(before, after, picture), **found}


def _enlarged(before: PageFacts, after: PageFacts, picture: Picture) -> Mapping[str, Any]:
    """What has become visible since: a picture that is larger, or a layer with a picture in it; empty if neither has."""
    if after.url.partition("#")[0] != before.url.partition("#")[0]:
        return {"view": "page"}
    known = Counter(_look(p) for p in before.observation.pictures)
    fresh = []
    for shown in after.observation.pictures:
        known[_look(shown)] -= 1
        if known[_look(shown)] < 0 and shown.box.area >= _PART * picture.box.area:
            fresh.append(shown)
    if not fresh:
        return {}
    largest = max(fresh, key=lambda p: p.box.area)
    size = [round(largest.box.width), round(largest.box.height)]
    layers = {(layer.id, layer.css_class, layer.role) for layer in before.observation.layers}
    opened = [layer.n for layer in after.observation.layers if (layer.id, layer.css_class, layer.role) not in layers]
    if any(after.observation.contains(n, p.n) for n in opened for p in fresh):
        return {"view": "layer", "size": size, "natural": list(largest.natural)}
    larger = max(size[0] / max(picture.box.width, 1), size[1] / max(picture.box.height, 1)) >= _LARGER
    lens = largest.kind in {"background", "canvas"}
    return {"view": "picture", "size": size, "natural": list(largest.natural)} if larger or lens else {}


def _look(picture: Picture) -> tuple[str, str, int, int]:
    return picture.kind, picture.src, round(picture.box.width), round(picture.box.height)


def _holder(observation: Observation, picture: Picture) -> Control | None:
    """The smallest control the picture stands in."""
    around = {picture.n, *observation.ancestors(picture.n)}
    return max((c for c in observation.controls if c.n in around), key=lambda c: c.n, default=None)


def _leads_away(control: Control, url: str) -> bool:
    return (
        bool(control.href)
        and not control.raw_href.startswith(("#", "javascript:"))
        and control.href.partition("#")[0] != url.partition("#")[0]
    )


def _promises(observation: Observation, picture: Picture) -> bool:
    """Whether markup around the picture speaks of zooming, so that what was not seen may only have been missed."""
    near = [picture.n, *list(observation.ancestors(picture.n))[:_AROUND]]
    holder = near[-1]
    inside = (c.tokens for c in observation.controls if observation.contains(holder, c.n))
    return any(named("zoom", tokens) for tokens in (*(observation.kinds[n] for n in near), *inside))

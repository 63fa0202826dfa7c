"""Probe keyboard_and_narrow: product, cart and address form once more, with the Tab key and in a narrow window."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urldefrag

from auditor.facts.page import PageFacts
from auditor.journey.walker import Walker
from auditor.model.journey import StepOutcome
from auditor.model.stage import Stage
from auditor.probes.cart_address import cart_address
from auditor.probes.narrow_window import measure_narrow
from auditor.probes.needed_controls import needed_controls
from auditor.probes.side_tab import side_tab
from auditor.probes.tab_stops import follow_keyboard
from auditor.words.message import say

_ENOUGH = 12.0  # seconds after which no further page is opened


async def probe_keyboard_and_narrow(walker: Walker, facts: PageFacts) -> tuple[Any, PageFacts]:
    """Open the pages of the purchase in a tab beside the journey, one after another; nothing is pressed but Tab and Escape."""
    if walker.tab.device.mobile:
        return say("Keyboard and zoom are those of a desktop browser; they are tried there."), facts
    pages: list[dict[str, Any]] = []
    why = say("No page of the purchase was reached.")
    started = time.monotonic()
    async with side_tab(walker) as tab:
        for stage, url in _addresses(walker):
            if pages and time.monotonic() - started > _ENOUGH:
                break
            landing = await tab.goto(url)
            if landing.error or landing.status >= 400:
                why = say(
                    "The {value} page could not be opened again: {error}.",
                    value=stage.value,
                    error=landing.error or say("HTTP status {status}", status=landing.status),
                )
                continue
            seen = await tab.look()
            if any(o.blocking for o in seen.overlays):
                why = say("Something lay over the {value} page when it was opened again.", value=stage.value)
                continue
            keyboard = await follow_keyboard(tab.page, needed_controls(stage, seen))
            pages.append({"stage": stage.value, "url": seen.url, "keyboard": keyboard, "narrow": await measure_narrow(tab, stage)})
    return ({"pages": pages} if pages else why), facts


def _addresses(walker: Walker) -> Iterator[tuple[Stage, str]]:
    """The pages to open, each once; a checkout whose address form was not reached stands for it."""
    reached = {s.stage: s.url for s in walker.steps if s.outcome is StepOutcome.REACHED and s.url} | {Stage.CART: cart_address(walker)}
    known = set()
    form = Stage.ADDRESS if Stage.ADDRESS in reached else Stage.CHECKOUT
    for stage in (Stage.PRODUCT, Stage.CART, form):
        url = urldefrag(reached.get(stage, ""))[0]
        if url and url not in known:
            known.add(url)
            yield stage, reached[stage]

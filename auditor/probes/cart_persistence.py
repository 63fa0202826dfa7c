"""Probe cart_persistence: whether the cart is still filled in another tab, and for a shopper who comes back a week later."""

from __future__ import annotations

import asyncio
import time
from typing import Any, Literal

from playwright.async_api import Error, StorageState

from auditor.browser.tab import Tab
from auditor.facts.fields import Field
from auditor.facts.page import PageFacts
from auditor.journey.walker import Walker
from auditor.observe import Control
from auditor.probes.cart_address import cart_address
from auditor.probes.side_tab import side_tab, visitor_tab
from auditor.words.message import say

_WEEK = 7 * 24 * 3600 - 3600  # a cookie for seven days was set some time before
_PATIENCE = 2.5
_ELSEWHERE = {"header", "nav", "footer"}

Seen = Literal["kept", "empty", "unknown"]


async def probe_cart_persistence(walker: Walker, facts: PageFacts) -> tuple[Any, PageFacts]:
    """Open the cart again: in the journey's own tab, in a new one, and with only what a browser keeps for a week."""
    if walker.tab.device.mobile:
        return say("Carts are remembered alike on all devices; it is tried on desktop."), facts
    url = cart_address(walker)
    if not url or not walker.product.title:
        return say("Nothing was put into the cart."), facts
    async with side_tab(walker) as beside:
        own, new_tab = await asyncio.gather(_cart(walker.tab, url, walker), _cart(beside, url, walker))
    state = await walker.context.storage_state(indexed_db=True)
    kept, lost = lasting(state, time.time() + _WEEK)
    async with visitor_tab(walker, kept) as later:
        returned = await _cart(later, url, walker)
    after = await walker.look()
    field = _voucher_field(after) if own == "kept" else None
    voucher = (field.label or field.control.label_text or field.kind) if field else ""
    seen = {"url": url, "own_tab": own, "new_tab": new_tab, "return": returned, "not_kept": lost}
    return {**seen, "voucher": voucher, "voucher_first": field is not None and _is_before_checkout(after, field.control)}, after


def _voucher_field(facts: PageFacts) -> Field | None:
    """Return an open field for a voucher on the cart's page, which a shopper who is led by a drawer has not seen before."""
    fields = (f for f in facts.fields if f.kind == "coupon" and f.control.is_text_field)
    return next((f for f in fields if f.control.visible and f.control.landmark not in _ELSEWHERE), None)


def _is_before_checkout(facts: PageFacts, field: Control) -> bool:
    """Whether a field stands right above the button to the checkout, in the same column."""
    onward = (c for c in facts.observation.visible if c.is_button and c.landmark not in _ELSEWHERE)
    ways = [c.box for c in onward if facts.lexicon.has("checkout", *c.words, at_least=0.85)]
    box = field.box
    return any(box.bottom <= way.y and box.x < way.right and way.x < box.right for way in ways)


def lasting(state: StorageState, until: float) -> tuple[StorageState, dict[str, int]]:
    """Return what of a visit's cookies and stores still stands at a time, and how many cookies do not."""
    cookies = state.get("cookies", [])
    kept = [c for c in cookies if c.get("expires", -1) >= until]
    session = sum(c.get("expires", -1) < 0 for c in cookies)
    return {**state, "cookies": kept}, {"session": session, "short": len(cookies) - len(kept) - session}


async def _cart(tab: Tab, url: str, walker: Walker) -> Seen:
    """What the shop shows of the cart at an address: on a page of its own, or by the counter in the header."""
    try:
        if (await tab.goto(url)).error:
            return "unknown"
        seen, _ = await tab.until(lambda f: _told(f, walker) == "kept", _PATIENCE)
    except Error:
        return "unknown"
    return _told(seen, walker)


def _told(facts: PageFacts, walker: Walker) -> Seen:
    if facts.badge:
        return "kept"
    here_is_product = facts.url.partition("#")[0] == walker.product.url.partition("#")[0]
    if not here_is_product and facts.cart_lines(walker.product.title):
        return "kept"
    return "empty" if facts.cart_is_empty or facts.badge == 0 else "unknown"

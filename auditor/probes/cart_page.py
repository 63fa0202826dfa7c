"""Probe cart_page: the cart's own page behind a cart that lies over the product, as it is before an address is known."""

from __future__ import annotations

from typing import Any
from urllib.parse import urldefrag

from auditor.facts.page import PageFacts
from auditor.journey.walker import Walker
from auditor.probes.cart_address import cart_address
from auditor.probes.side_tab import side_tab
from auditor.words.message import say

_PATIENCE = 2.5  # seconds; some carts are filled in by a script


async def probe_cart_page(walker: Walker, facts: PageFacts) -> tuple[Any, PageFacts]:
    """Open the page that a drawer's cart has of its own in a tab beside the journey, and record it if the product stands there.

    Later the cart would tell more, since delivery is chosen by then, or less, since the sealed guard refuses what fills it.
    """
    if walker.tab.device.mobile:
        return say("The cart's own page is alike on all devices; it is opened on desktop."), facts
    around = {urldefrag(facts.url)[0], urldefrag(walker.product.url)[0]}
    url = cart_address(walker, facts)
    if len(around) > 1 or urldefrag(url)[0] in around or not walker.product.title:
        return say("There is no other page of the cart than the one that was seen."), facts
    async with side_tab(walker) as tab:
        tab.furniture = walker.tab.furniture
        if (await tab.goto(url)).error:
            return say("The cart's own page did not open."), facts
        seen, filled = await tab.until(lambda f: _is_filled(f, walker.product.title), _PATIENCE)
        if not filled or urldefrag(seen.url)[0] in around:
            return say("The cart's own page does not show the product."), facts
        await walker.record_beside("cart-page", tab, seen)
    return {"url": seen.url}, facts


def _is_filled(facts: PageFacts, title: str) -> bool:
    """Whether this is a cart with the product in it, and not the checkout that some shops lead on to at once."""
    checkout = facts.checkout
    is_checkout = checkout.asks_address or checkout.offers_payment or bool(checkout.order_buttons)
    return not facts.cart_is_empty and not is_checkout and bool(facts.cart_lines(title))

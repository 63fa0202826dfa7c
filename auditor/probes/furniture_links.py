"""Probe furniture_links: whether the links of header and footer lead anywhere."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any
from urllib.parse import urldefrag, urlsplit

from playwright.async_api import APIRequestContext, Error

from auditor.facts.page import PageFacts
from auditor.facts.patterns import addressed
from auditor.journey.walker import Walker
from auditor.observe import Control
from auditor.words.message import say

_MOST = 40
_AT_ONCE = 4
_MILLISECONDS = 4000
_TOP, _BOTTOM = 200, 500  # CSS pixels of a page without landmarks in which header and footer stand
_FURNITURE = {"header", "nav", "footer"}
_UNSURE = {400, 404, 405, 410, 501}  # answers to HEAD that may be about the method; asked again with GET
_DOES_SOMETHING = ("cart_add", "account", "checkout", "place_order")
_POLICIES = ("terms", "privacy", "imprint", "returns", "delivery_info", "contact", "faq", "warranty", "accessibility")


async def probe_furniture_links(walker: Walker, facts: PageFacts) -> tuple[Any, PageFacts]:
    """Ask for the head of each page that header and footer of the home page link to; nothing is opened or pressed."""
    if walker.tab.device.mobile:
        return say("Header and footer lead to the same pages on all devices; they are tried on desktop."), facts
    if not walker.seen:
        return say("No page of the shop was seen."), facts
    home = walker.seen[0]
    links = furniture_links(home)
    if not links:
        return say("Header and footer of the home page have no links to other pages of the shop."), facts
    gate = asyncio.Semaphore(_AT_ONCE)
    answers = await asyncio.gather(*(_status(walker.context.request, address, gate) for address in links))
    asked = [
        {
            "url": address,
            "label": control.label_text[:60],
            "status": status,
            "policy": next((p for p in _POLICIES if home.lexicon.has(p, *control.words, at_least=0.7)), ""),
            "footer": control.landmark == "footer",
        }
        for (address, control), status in zip(links.items(), answers, strict=True)
    ]
    return {"url": home.url, "links": asked}, facts


def furniture_links(home: PageFacts) -> dict[str, Control]:
    """Return the addresses that header and footer link to, of the shop's own host, each once; none that does something.

    A link in a form of its own, such as one that chooses a currency, is a button of that form: its address is what it sends.
    """
    links = [c for c in home.observation.controls if c.tag == "a" and urldefrag(c.href)[0].startswith("http")]
    height = home.observation.page_size[1]
    top_and_bottom = [c for c in links if c.visible and not c.landmark and (c.box.bottom < _TOP or c.box.y > max(height - _BOTTOM, _TOP))]
    chosen = [c for c in links if c.landmark in _FURNITURE] or top_and_bottom
    sent = {n for n, held in Counter(c.form for c in links if c.form >= 0).items() if held * 2 <= len(links)}  # some wrap the whole page
    found: dict[str, Control] = {}
    for control in [c for c in chosen if c.form not in sent]:
        address = urldefrag(control.href)[0]
        own = urlsplit(address).netloc == home.host and address != urldefrag(home.url)[0]
        if own and not any(addressed(kind, address) for kind in _DOES_SOMETHING) and not home.lexicon.has("login", *control.words):
            found.setdefault(address, control)
    return dict(list(found.items())[:_MOST])


async def _status(request: APIRequestContext, address: str, gate: asyncio.Semaphore) -> int:
    """Return the HTTP status of an address, 0 if there is no answer in time."""
    async with gate:
        try:
            response = await request.head(address, timeout=_MILLISECONDS)
            if response.status in _UNSURE or response.status >= 500:
                response = await request.get(address, timeout=_MILLISECONDS)
        except Error:
            return 0
        return response.status

"""Pages for tests: HTML on made-up addresses, as the engine sees it in the one Chromium that all tests share.

seen = await pages.observe("<button>Add to cart</button>")
facts = await pages.facts(html, url="https://shop.example/cart", lang="de")
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress

from playwright.async_api import Browser, Page, Route

from auditor.browser.devices import DESKTOP
from auditor.browser.launch import Visitor, open_context
from auditor.browser.tab import Tab
from auditor.facts.page import PageFacts
from auditor.model.device import Device
from auditor.observe import Control, Observation
from auditor.observe.observer import Observer

_NEEDS_A_LOAD = re.compile(r"<script|shadowrootmode|<iframe")
HOME = "https://shop.example/"
_CLOSING_SECONDS = 5.0
_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><rect width="200" height="200" fill="#88a"/></svg>'


def document(body: str, *, lang: str = "en", title: str = "Shop", head: str = "") -> str:
    """Put a whole document around what stands in its body; a whole document is returned as it is."""
    if body.lstrip().lower().startswith("<!doctype"):
        return body
    viewport = '<meta name="viewport" content="width=device-width, initial-scale=1">'
    start = f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">{viewport}<title>{title}</title>{head}</head>'
    return f"{start}<body>{body}</body></html>"


def by_id(seen: Observation, identifier: str) -> Control:
    """Return the control with an id; fails the test where there is not just one."""
    (found,) = [c for c in seen.controls if c.id == identifier]
    return found


class Pages:
    """Opens pages that exist only here: nothing they ask for leaves the browser."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self._shared: dict[Device, Page] = {}
        self._served: dict[str, str] = {}

    async def observe(
        self,
        body: str,
        *,
        url: str = HOME,
        device: Device = DESKTOP,
        lang: str = "en",
        others: Mapping[str, str] | None = None,
    ) -> Observation:
        """Open a page and observe it once; `others` are the pages of its frames, by address."""
        page = await self._page(device)
        await self._show(page, url, document(body, lang=lang), others)
        return await Observer(page).observe()

    async def facts(
        self,
        body: str,
        *,
        url: str = HOME,
        device: Device = DESKTOP,
        lang: str = "en",
        title: str = "Shop",
        head: str = "",
        status: int = 200,
        others: Mapping[str, str] | None = None,
    ) -> PageFacts:
        """Open a page and read its facts."""
        page = await self._page(device)
        await self._show(page, url, document(body, lang=lang, title=title, head=head), others)
        return PageFacts(await Observer(page).observe(), status=status)

    @asynccontextmanager
    async def tab(self, body: str | None = None, *, url: str = HOME, device: Device = DESKTOP) -> AsyncIterator[Tab]:
        """Open a page in a tab of its own, for tests that act on it; without one the tab is empty and may go to real servers."""
        page = await (await self._page(device)).context.new_page()
        try:
            tab = Tab(page, device)
            if body is not None:
                await page.route("**/*", self._answer)
                await self._goto(page, url, document(body), None)
            yield tab
        finally:
            with suppress(TimeoutError):  # one that is just navigating may never answer; it goes with its context
                await asyncio.wait_for(page.close(), _CLOSING_SECONDS)

    async def close(self) -> None:
        """Close what was opened."""
        for page in self._shared.values():
            await page.context.close()

    async def _page(self, device: Device) -> Page:
        """Return the page in which everything for a device is looked at."""
        if device not in self._shared:
            page = await (await open_context(self.browser, device, Visitor())).new_page()
            await page.route("**/*", self._answer)
            self._shared[device] = page
        return self._shared[device]

    async def _show(self, page: Page, url: str, html: str, others: Mapping[str, str] | None) -> None:
        """Go to a page; where it has nothing that only a parser from the network knows, write it into the open one: that is much faster."""
        if page.url == url and others is None and not _NEEDS_A_LOAD.search(html):
            await page.set_content(html)
        else:
            await self._goto(page, url, html, others)

    async def _goto(self, page: Page, url: str, html: str, others: Mapping[str, str] | None) -> None:
        self._served = {**(others or {}), url: html}
        await page.goto(url)

    async def _answer(self, route: Route) -> None:
        address = route.request.url
        if address in self._served:
            await route.fulfill(body=self._served[address], content_type="text/html; charset=utf-8")
        elif address.endswith(".svg"):
            await route.fulfill(body=_PICTURE, content_type="image/svg+xml")
        else:
            await route.fulfill(status=404, body="<!doctype html><title>Not found</title>", content_type="text/html")

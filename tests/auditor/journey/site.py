"""A shop of a few made-up pages, and a shopper who stands on one of them: nothing leaves the browser."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import unquote_plus, urlsplit

from playwright.async_api import Browser, Route

from auditor.browser.devices import DESKTOP
from auditor.browser.launch import Visitor, open_context
from auditor.browser.tab import Tab
from auditor.facts.page import PageFacts
from auditor.journey.guard import Guard
from auditor.journey.plan import JourneyPlan
from auditor.journey.walker import Walker
from auditor.model.device import Device
from tests.auditor.journey.shopping import Notes
from tests.auditor.pages import HOME, by_id, document

_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><rect width="200" height="200" fill="#88a"/></svg>'


@dataclass
class Site:
    """Pages by path, and what was sent to the shop by other means than asking for a page."""

    pages: Mapping[str, str]
    lang: str = "en"
    sent: list[tuple[str, str]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    async def answer(self, route: Route) -> None:
        """Give the page of a path; a form gets the page of the path it is sent to."""
        request = route.request
        path = urlsplit(request.url).path
        if request.method == "GET":
            self.asked.append(path)
        else:
            self.sent.append((path, unquote_plus(request.post_data or "")))
        if path.endswith(".svg"):
            await route.fulfill(body=_PICTURE, content_type="image/svg+xml")
        elif path in self.pages:
            await route.fulfill(body=document(self.pages[path], lang=self.lang), content_type="text/html; charset=utf-8")
        else:
            await route.fulfill(status=404, body="<!doctype html><title>Not found</title>", content_type="text/html")


@dataclass
class Visit:
    """A shopper on a site: `facts` are those of the page as it was opened."""

    walker: Walker
    site: Site
    facts: PageFacts

    async def value(self, identifier: str) -> str:
        """What stands in a field."""
        return await self.walker.tab.page.input_value(f"#{identifier}")

    async def ticked(self, identifier: str) -> bool:
        """Whether a box or radio button is on."""
        return await self.walker.tab.page.is_checked(f"#{identifier}")

    async def pressed(self) -> list[str]:
        """The ids of what was pressed on this page, in their order."""
        found: list[str] = await self.walker.tab.page.evaluate("() => window.pressed || []")
        return found


ADDRESS = """<form><label>Email <input id="email" name="email" type="email"></label>
<label>First name <input id="first" name="firstname"></label><label>Last name <input id="last" name="lastname"></label>
<label>Address <input id="street" name="address1"></label><label>City <input id="city" name="city"></label>
<label>Postcode <input id="code" name="postcode"></label><label>Phone <input id="phone" name="phone" type="tel"></label>{}</form>"""
"""A guest's address, with room for more."""

NOTING = """<script>window.pressed = [];
addEventListener("click", (e) => { const b = e.composedPath()[0].closest("button,a,[role]");
if (b) pressed.push(b.id); }, true);</script>"""
"""Makes a page note what is pressed on it."""


@asynccontextmanager
async def visiting(
    browser: Browser,
    pages: Mapping[str, str] | str,
    path: str = "/",
    *,
    lang: str = "en",
    country: str = "GB",
    device: Device = DESKTOP,
) -> AsyncIterator[Visit]:
    """Open a page of a site, or the only one there is."""
    site = Site({path: pages} if isinstance(pages, str) else pages, lang)
    context = await open_context(browser, device, Visitor())
    try:
        await context.route("**/*", site.answer)
        tab = Tab(await context.new_page(), device)
        await tab.goto(HOME.rstrip("/") + path)
        walker = Walker(tab, context, Guard(), JourneyPlan(HOME, country=country), Notes(), site_host="shop.example")
        yield Visit(walker, site, await walker.look())
    finally:
        await context.close()


__all__ = ["NOTING", "Site", "Visit", "by_id", "visiting"]

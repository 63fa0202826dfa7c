"""A shopper on pages that exist only in the test; nothing the pages ask for leaves the browser."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Route

from auditor.browser.devices import DESKTOP
from auditor.browser.launch import Visitor, open_context
from auditor.browser.tab import Tab
from auditor.facts.page import PageFacts
from auditor.journey.guard import Guard
from auditor.journey.plan import JourneyPlan
from auditor.journey.walker import Walker
from auditor.model.device import Device
from auditor.probes import side_tab
from auditor.record.redaction import Redactor
from auditor.record.writer import JourneyWriter
from tests.auditor.pages import HOME, document

Visit = Callable[..., Awaitable[tuple[Walker, PageFacts]]]


@pytest_asyncio.fixture(loop_scope="session")
async def visit(browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Visit]:
    """Open a page as a walker meets it: `await visit({"/cart": html}, "/cart")`.

    An address that is not given answers 404 with the page called "404"; one that is None does not answer. Other visitors that a
    probe invents meet the same pages.
    """
    context = await open_context(browser, DESKTOP, Visitor())
    served: dict[str, str | None] = {}

    async def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        body = served.get(path, served.get("404", ""))
        if body is None:
            await route.abort()
        else:
            status = 200 if path in served else 404
            await route.fulfill(status=status, body=document(body), content_type="text/html; charset=utf-8")

    async def open_page(pages: Mapping[str, str | None], path: str = "/") -> tuple[Walker, PageFacts]:
        served.update(pages)
        tab = Tab(await context.new_page(), DESKTOP)
        await tab.goto(f"{HOME.rstrip('/')}{path}")
        walker = Walker(tab, context, Guard(), JourneyPlan(HOME), JourneyWriter(tmp_path, {}, (), Redactor()))
        return walker, await walker.look()

    async def opened(browser: Browser, device: Device, visitor: Visitor) -> BrowserContext:
        other = await open_context(browser, device, visitor)
        await other.route("**/*", answer)
        return other

    monkeypatch.setattr(side_tab, "open_context", opened)
    await context.route("**/*", answer)
    try:
        yield open_page
    finally:
        await context.close()

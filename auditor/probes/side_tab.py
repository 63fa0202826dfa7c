"""Tabs beside the journey's own, for probes that must not disturb it: the shopper's second one, and that of another visitor."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace

from playwright.async_api import BrowserContext, Error, Page, StorageState

from auditor.browser.launch import open_context
from auditor.browser.tab import Tab
from auditor.journey.guard import guard_context
from auditor.journey.walker import Walker

_CLOSING_SECONDS = 5.0


@asynccontextmanager
async def side_tab(walker: Walker) -> AsyncIterator[Tab]:
    """Open a tab with the same cookies and close it at the end; its effort does not count."""
    with walker.ignoring_new_tabs():
        page = await walker.context.new_page()
    try:
        yield _tab(walker, page)
    finally:
        await _close(page)


@asynccontextmanager
async def visitor_tab(walker: Walker, state: StorageState) -> AsyncIterator[Tab]:
    """Open a tab of a visitor who brings only this along; the guard stands before it as well. Raises `Error` without a browser."""
    browser = walker.context.browser
    if browser is None:
        raise Error("The browser is gone.")
    context = await open_context(browser, walker.tab.device, replace(walker.visitor, storage_state=state))
    try:
        await guard_context(context, walker.guard)
        yield _tab(walker, await context.new_page())
    finally:
        await _close(context)


def _tab(walker: Walker, page: Page) -> Tab:
    own = walker.tab
    return Tab(page, own.device, own.languages, platform_hints=own.platform_hints)


async def _close(opened: Page | BrowserContext) -> None:
    with suppress(Error, TimeoutError):  # a page that is navigating may never answer
        async with asyncio.timeout(_CLOSING_SECONDS):
            await opened.close()

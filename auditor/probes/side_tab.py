"""A second tab beside the journey's own, for probes that must not disturb it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from playwright.async_api import Error

from auditor.browser.tab import Tab
from auditor.journey.walker import Walker

_CLOSING_SECONDS = 5.0


@asynccontextmanager
async def side_tab(walker: Walker) -> AsyncIterator[Tab]:
    """Open a tab with the same cookies and close it at the end; its effort does not count."""
    with walker.ignoring_new_tabs():
        page = await walker.context.new_page()
    try:
        yield Tab(page, walker.tab.device, walker.tab.languages, platform_hints=walker.tab.platform_hints)
    finally:
        with suppress(Error, TimeoutError):  # a page that is navigating may never answer
            async with asyncio.timeout(_CLOSING_SECONDS):
                await page.close()

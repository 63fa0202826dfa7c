"""A second tab beside the journey's own, for probes that must not disturb it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from auditor.browser.tab import Tab
from auditor.journey.walker import Walker


@asynccontextmanager
async def side_tab(walker: Walker) -> AsyncIterator[Tab]:
    """Open a tab with the same cookies and close it at the end; its effort does not count."""
    with walker.ignoring_new_tabs():
        page = await walker.context.new_page()
    try:
        yield Tab(page, walker.tab.device, walker.tab.languages)
    finally:
        await page.close()

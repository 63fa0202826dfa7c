"""Runs a script in all documents of a page at once.

A frame that is loaded lazily (`loading="lazy"`, out of sight) has no document yet, and Playwright waits for one without end;
its address is empty until then.
"""

from __future__ import annotations

import asyncio
from typing import Any

from playwright.async_api import Error, Frame, Page

_SECONDS = 2.0


async def in_documents(page: Page, script: str) -> list[Any]:
    """Run a script in every document of a page; returns the answers of those that gave one within two seconds."""
    answers = await asyncio.gather(*(_answer(frame, script) for frame in page.frames if frame.url))
    return [answer for given in answers for answer in given]


async def _answer(frame: Frame, script: str) -> list[Any]:
    try:
        async with asyncio.timeout(_SECONDS):
            return [await frame.evaluate(script)]
    except (Error, TimeoutError):
        return []  # it is going away or is busy

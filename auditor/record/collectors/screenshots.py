"""screenshot.webp and full.webp: what the shopper sees, and the whole page."""

from __future__ import annotations

import asyncio
import base64
import io
from typing import Any

from auditor.browser.tab import Tab
from auditor.record.sight import Sight

_QUALITY = 74
_METHOD = 1  # of 0 to 6: a tenth of a second instead of a quarter for a long page
_TALLEST = 9000  # CSS pixels; taller pages are cut, pictures of them help nobody
_SCALE = 1.5  # pixels per CSS pixel are enough for a report, whatever the device has


async def collect_screenshot(sight: Sight) -> Any:
    """Take the window as WebP."""
    return await take(sight.tab, full=False)


async def collect_full_page(sight: Sight) -> Any:
    """Take the whole page as WebP, from its top."""
    return await take(sight.tab, full=True)


async def take(tab: Tab, *, full: bool) -> asyncio.Task[bytes]:
    """Take a picture of the page; it is made WebP while others go on, so a task is returned.

    Chromium's own WebP takes twice the processor time of a quick PNG and Pillow's fast method together.
    """
    page, device = tab.page, tab.device
    if page.context.browser is None or page.context.browser.browser_type.name != "chromium":
        return _encoding(await page.screenshot(full_page=full, animations="allow", caret="initial"))
    session = await tab.devtools()
    options: dict[str, Any] = {"format": "png", "optimizeForSpeed": True}
    scale = min(1.0, _SCALE / device.scale)
    if full:
        size = (await session.send("Page.getLayoutMetrics"))["cssContentSize"]
        options["captureBeyondViewport"] = True
        options["clip"] = {
            "x": 0,
            "y": 0,
            "width": min(size["width"], 3 * device.width),
            "height": min(size["height"], _TALLEST),
            "scale": scale,
        }
    else:
        view = (await session.send("Page.getLayoutMetrics"))["cssVisualViewport"]
        options["clip"] = {
            "x": view["pageX"],
            "y": view["pageY"],
            "width": view["clientWidth"],
            "height": view["clientHeight"],
            "scale": scale,
        }
    shot = await session.send("Page.captureScreenshot", options)
    return _encoding(base64.b64decode(shot["data"]))


def _encoding(png: bytes) -> asyncio.Task[bytes]:
    return asyncio.create_task(asyncio.to_thread(_as_webp, png))


def _as_webp(png: bytes) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").save(out, "WEBP", quality=_QUALITY, method=_METHOD)
    return out.getvalue()

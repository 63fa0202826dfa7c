"""screenshot.webp and full.webp: what the shopper sees, and the whole page."""

from __future__ import annotations

import base64
import io
from typing import Any

from auditor.browser.tab import Tab
from auditor.record.sight import Sight

_QUALITY = 78
_TALLEST = 9000  # CSS pixels; taller pages are cut, pictures of them help nobody
_SCALE = 1.5  # pixels per CSS pixel are enough for a report, whatever the device has


async def collect_screenshot(sight: Sight) -> Any:
    """Take the window as WebP."""
    return await take(sight.tab, full=False)


async def collect_full_page(sight: Sight) -> Any:
    """Take the whole page as WebP, from its top."""
    return await take(sight.tab, full=True)


async def take(tab: Tab, *, full: bool) -> bytes:
    """Take a picture of the page as WebP."""
    page, device = tab.page, tab.device
    if page.context.browser is None or page.context.browser.browser_type.name != "chromium":
        return _as_webp(await page.screenshot(full_page=full, animations="allow", caret="initial"))
    session = await tab.devtools()
    options: dict[str, Any] = {"format": "webp", "quality": _QUALITY, "optimizeForSpeed": True}
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
    return base64.b64decode(shot["data"])


def _as_webp(png: bytes) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.open(io.BytesIO(png)).save(out, "WEBP", quality=_QUALITY)
    return out.getvalue()

"""cookies.json: which cookies and stored values there are, never what they hold."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error

from auditor.record.sight import Sight

_STORED = """() => {
  const names = (store) => { try { return Object.keys(store); } catch { return []; } };
  return { local: names(localStorage), session: names(sessionStorage) };
}"""


async def collect_cookies(sight: Sight) -> Any:
    """List the context's cookies with their flags and the length of their values."""
    cookies = await sight.tab.page.context.cookies()
    try:
        stored = await sight.tab.page.evaluate(_STORED)
    except Error:
        stored = {"local": [], "session": []}
    listed = [
        {
            "name": c.get("name", ""),
            "domain": c.get("domain", ""),
            "path": c.get("path", ""),
            "secure": c.get("secure", False),
            "http_only": c.get("httpOnly", False),
            "same_site": c.get("sameSite", ""),
            "expires": c.get("expires", -1),
            "length": len(c.get("value", "")),
        }
        for c in cookies
    ]
    return {"cookies": sorted(listed, key=lambda c: (str(c["domain"]), str(c["name"]))), "storage": stored}

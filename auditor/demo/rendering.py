"""Rendering: who builds the page, the server, the browser, or first the one and then the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, JSONResponse, Response

if TYPE_CHECKING:
    from auditor.demo.shop import Visit

TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
BODY = re.compile(r"<body([^>]*)>(.*)</body>", re.DOTALL)
LANG = re.compile(r'<html[^>]*\blang="([^"]*)"')
PAGE = '<body class="page'
PLAIN_BUTTON = re.compile(r"<button (?![^>]*\btype=)")


def present(visit: Visit, html: str, status: int) -> Response:
    """The finished page as this shape's rendering sends it."""
    rendering = visit.shop.shape.rendering if PAGE in html else "server"  # frames are never anything else
    if rendering == "client" and visit.part == "page":
        return JSONResponse(_pieces(html), status_code=status)
    if rendering == "client" and not visit.part:
        html = _shell(html)
    if rendering == "hydrated" and not visit.part:
        html = _dehydrated(html)
    return HTMLResponse(html, status_code=status)


def _pieces(html: str) -> dict[str, str]:
    """What a script needs to build the page in the browser."""
    title, body, lang = TITLE.search(html), BODY.search(html), LANG.search(html)
    classes = re.search(r'class="([^"]*)"', body.group(1)) if body else None
    return {
        "title": title.group(1) if title else "",
        "lang": lang.group(1) if lang else "",
        "classes": classes.group(1) if classes else "",
        "body": body.group(2) if body else "",
    }


def _shell(html: str) -> str:
    """The page with nothing on it: every page of the shop is fetched as JSON."""
    empty = TITLE.sub("<title>Nordlys</title>", html, count=1)
    empty = re.sub(r'<script type="application/ld\+json">.*?</script>', "", empty, flags=re.DOTALL)
    return BODY.sub(r'<body class="page page--waiting"><div id="app" aria-busy="true"></div></body>', empty, count=1)


def _dehydrated(html: str) -> str:
    """The page whose buttons do nothing until a script has woken them."""
    dead = PLAIN_BUTTON.sub('<button type="submit" ', html)
    dead = dead.replace('type="submit"', 'type="button" data-submit')
    return dead.replace(PAGE, f"{PAGE} page--dry", 1)

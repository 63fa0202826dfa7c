"""Files: style, script, icons, pictures, and what robots read. None of them sets a cookie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, PlainTextResponse, Response

from auditor.demo.datafile import HERE

if TYPE_CHECKING:
    from starlette.requests import Request

    from auditor.demo.shop import Shop

KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".webp": "image/webp"}


async def asset(request: Request) -> Response:
    """The joined stylesheet and script, and small files beside them."""
    shop: Shop = request.app.state.shop
    joined = {shop.assets.style_path: shop.assets.style, shop.assets.script_path: shop.assets.script}
    path = request.url.path
    if path in joined:
        return Response(joined[path], media_type=KINDS["." + path.rsplit(".", 1)[-1]])
    return _file("static/assets", request.path_params["name"])


async def media(request: Request) -> Response:
    """A picture."""
    return _file("media", request.path_params["name"])


async def icon(request: Request) -> Response:
    """The icon, for browsers that ask where icons used to be."""
    return _file("static/assets", "icon.svg")


async def order_worker(request: Request) -> Response:
    """The service worker of the shape that orders through one; it must live at the root to see the shop."""
    return _file("static/assets", "order-worker.js")


async def robots(request: Request) -> Response:
    """Robots may come in; the cart and checkout are of no use to them."""
    shop: Shop = request.app.state.shop
    closed = "\n".join(f"Disallow: {shop.wording.path(name)}" for name in ("cart", "checkout", "account"))
    return PlainTextResponse(f"User-agent: *\n{closed}\nSitemap: {request.base_url}sitemap.xml\n")


async def sitemap(request: Request) -> Response:
    """Every list and product."""
    shop: Shop = request.app.state.shop
    path, base = shop.wording.path, str(request.base_url).rstrip("/")
    paths = [
        "/",
        *(path("category", category.slug) for category in shop.catalogue.categories.values()),
        *(path("product", product.slug) for product in shop.catalogue),
    ]
    rows = "".join(f"<url><loc>{base}{place}</loc></url>" for place in paths)
    text = f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'
    return Response(text, media_type="application/xml")


def _file(folder: str, name: str) -> Response:
    place = HERE / folder / name
    kind = KINDS.get(place.suffix)
    if kind is None or "/" in name or not place.is_file():
        raise HTTPException(404)
    return FileResponse(place, media_type=kind)

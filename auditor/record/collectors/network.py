"""network.json: every request since the page before, with what it weighed."""

from __future__ import annotations

import asyncio
from typing import Any

from playwright.async_api import Error

from auditor.browser.traffic import Exchange
from auditor.record.sight import Sight

_KEPT_HEADERS = (
    "content-type",
    "cache-control",
    "content-encoding",
    "content-security-policy",
    "strict-transport-security",
    "x-content-type-options",
    "referrer-policy",
    "x-frame-options",
    "server",
    "x-powered-by",
    "location",
    "content-length",
)
_SIZE_SECONDS = 1.0


async def collect_network(sight: Sight) -> Any:
    """List the requests in the order they started."""
    main = sight.document
    first = min((exchange.started for exchange in sight.exchanges), default=0.0)
    return list(await asyncio.gather(*(_entry(exchange, first, main=exchange is main) for exchange in sight.exchanges)))


async def _entry(exchange: Exchange, first: float, *, main: bool) -> dict[str, Any]:
    request, response = exchange.request, exchange.response
    entry: dict[str, Any] = {
        "url": request.url[:2000],
        "method": request.method,
        "kind": exchange.kind,
        "status": response.status if response else 0,
    }
    if response is not None:
        headers = response.headers
        entry["mime"] = headers.get("content-type", "").partition(";")[0]
        entry["headers"] = {k: v for k, v in headers.items() if k in _KEPT_HEADERS}
        if exchange.finished is not None and not exchange.failure and request.url.startswith("http"):
            entry["bytes"] = await _body_bytes(exchange)
    entry["started"] = round((exchange.started - first) * 1000, 1)
    if exchange.finished is not None:
        entry["milliseconds"] = round((exchange.finished - exchange.started) * 1000, 1)
    if exchange.failure:
        entry["failure"] = exchange.failure
    if main:
        entry["main_document"] = True
    return entry


async def _body_bytes(exchange: Exchange) -> int:
    try:
        async with asyncio.timeout(_SIZE_SECONDS):
            return max(0, (await exchange.request.sizes())["responseBodySize"])
    except (Error, TimeoutError):
        return 0

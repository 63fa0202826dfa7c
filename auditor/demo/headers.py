"""Headers: what every response says about safety and caching, unless a planted flaw says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from auditor.demo.shop import Shop

FOREVER = "public, max-age=31536000, immutable"
NOBODY = "'none'"
FRAMED = ("/card-frame", "/pay-frame")


class Headers:
    """ASGI middleware that completes the headers of every response."""

    def __init__(self, app: ASGIApp, shop: Shop) -> None:
        self.app = app
        self.shop = shop

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and complete what comes back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in {**self._usual(scope["path"]), **self.shop.planted.headers}.items():
                    if value:
                        headers[name] = value
                    elif name in headers:
                        del headers[name]
            await send(message)

        await self.app(scope, receive, complete)

    def _usual(self, path: str) -> Mapping[str, str]:
        others = " ".join(filter(None, ("'self'", self.shop.other_origin, self.shop.origin)))
        framed = path in FRAMED
        policy = (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
            "worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
            f"form-action {others}; frame-src {others}; frame-ancestors {others if framed else NOBODY}"
        )
        usual = {
            "content-security-policy": policy,
            "x-content-type-options": "nosniff",
            "referrer-policy": "strict-origin-when-cross-origin",
            "permissions-policy": "camera=(), geolocation=(), microphone=()",
            "cross-origin-opener-policy": "same-origin",
            "strict-transport-security": "max-age=31536000; includeSubDomains",  # of effect behind a proxy with HTTPS
            "cache-control": FOREVER if path.startswith(("/assets/", "/media/")) else "private, no-cache",
        }
        if not framed:
            usual["x-frame-options"] = "DENY"
        return usual

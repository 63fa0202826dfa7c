"""Held: responses that a planted flaw holds back, or makes up out of nothing but weight."""

from __future__ import annotations

import asyncio
import random
from typing import TYPE_CHECKING

from starlette.responses import Response

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from auditor.demo.flaws import Reply
    from auditor.demo.shop import Shop


class Held:
    """ASGI middleware that answers late, or with ballast, where a flaw says so."""

    def __init__(self, app: ASGIApp, shop: Shop) -> None:
        self.app = app
        self.replies = shop.planted.replies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hold the request back, or answer it here."""
        reply = self._reply(scope)
        if reply is None:
            await self.app(scope, receive, send)
            return
        await asyncio.sleep(reply.seconds)
        if reply.status or reply.bytes:
            await _made_up(reply)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _reply(self, scope: Scope) -> Reply | None:
        if scope["type"] != "http":
            return None
        return next((reply for reply in self.replies if scope["path"].startswith(reply.path)), None)


def _made_up(reply: Reply) -> Response:
    ballast = random.Random(7).randbytes(reply.bytes)  # noqa: S311  # weight that does not compress, no secret
    return Response(ballast, status_code=reply.status or 200, media_type="application/octet-stream")

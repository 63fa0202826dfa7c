"""Watch: looks into every request for card numbers, whatever way they travel, before the shop sees it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

from starlette.requests import cookie_parser

from auditor.demo.shop import COOKIE, Shop

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST = 1_000_000
RUN = re.compile(r"(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)")


class Watch:
    """ASGI middleware that counts card numbers and notes every request that is more than a look."""

    def __init__(self, app: ASGIApp, shop: Shop) -> None:
        self.app = app
        self.shop = shop

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the body, note what it is, and hand it on as if untouched."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        only_looks = scope["method"] in ("GET", "HEAD")
        body = b"" if only_looks else await _read(receive)
        cookies = dict(scope["headers"]).get(b"cookie", b"").decode("latin-1")
        session = cookie_parser(cookies).get(COOKIE, "")
        sent = scope["query_string"].decode("latin-1") + "&" + body.decode("utf-8", "replace")
        if holds_card_number(sent):
            self.shop.ledger.count("card_numbers", session, scope["path"])
        if not only_looks:
            self.shop.ledger.note(session, f"{scope['method']} {scope['path']}")
        await self.app(scope, receive if only_looks else _replayed(body, receive), send)


def holds_card_number(text: str) -> bool:
    """Whether a text holds 13 to 19 digits that pass the check every card number passes."""
    return any(_luhn(re.sub(r"\D", "", found)) for found in RUN.findall(unquote_plus(text)))


def _luhn(digits: str) -> bool:
    if len(digits) == 13 and not digits.startswith("4"):  # times in milliseconds have 13 digits too
        return False
    doubled = [int(digit) * 2 if place % 2 else int(digit) for place, digit in enumerate(reversed(digits))]
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0


async def _read(receive: Receive) -> bytes:
    body = b""
    while len(body) < LONGEST:
        message = await receive()
        body += message.get("body", b"")
        if message["type"] == "http.disconnect" or not message.get("more_body", False):
            break
    return body


def _replayed(body: bytes, receive: Receive) -> Receive:
    """A receiver that tells the body once more, and then what comes next."""
    told = False

    async def again() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again

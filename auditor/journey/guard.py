"""The network rail: no request that places an order or pays leaves the browser.

On Chromium the browser's own DevTools `Fetch` domain holds back what can change something (documents, XHR, fetch, beacons,
worker requests) in every page, frame and worker of the browser at once, service workers included; pictures, scripts and
styles are never touched and the HTTP cache stays on, so page timings are not disturbed. Elsewhere Playwright's routing
does the same per context, with service workers blocked.

This rail is one of four; it knows addresses and bodies. Orders sent in an unknown shape are kept from happening by the
others: no press of a final button (`veto`), no press at all once payment is reached, and no means to pay.
"""

from __future__ import annotations

import asyncio
import base64
import re
import tomllib
from collections.abc import AsyncIterator, Coroutine, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal, Protocol
from urllib.parse import unquote_plus, urlsplit

from playwright.async_api import Browser, BrowserContext, CDPSession, Error, Route

_CHANGING = {"POST", "PUT", "PATCH", "DELETE"}
_HELD = ("Document", "XHR", "Fetch", "Ping", "Other", "CSPViolationReport")
_LARGEST_BODY = 200_000

PRESS_PATH = "/.storefront-auditor/press"
"""Where a page asks whether a step hook may press something; answered here, never sent. See `hook_rail`."""

Reason = Literal["order address", "order in the body", "payment host", "newsletter or message", "after payment was reached"]


@dataclass(frozen=True, slots=True)
class Blocked:
    """A request that was not let out: what it was and why."""

    method: str
    url: str
    reason: Reason


class Presses(Protocol):
    """Answers pages that ask whether a step hook may press something."""

    async def answer(self, identifier: str) -> str:
        """Return "yes", "no", or "off" while no hook runs."""


@dataclass
class Guard:
    """Decides about each changing request.

    `stepping` is on while the engine makes a press that the other rails have found to be a step before payment; then
    addresses that may name an order or an earlier step are let through. `sealed` lets nothing out at all; once the journey
    is `over`, what pages send by themselves while they are looked at again is noted only where it orders.
    """

    blocked: list[Blocked] = field(default_factory=list)
    stepping: bool = False
    sealed: bool = False
    over: bool = False
    presses: Presses | None = None

    @contextmanager
    def step(self) -> Iterator[None]:
        """While the engine makes a press that the other rails have found to be a step before payment."""
        self.stepping = True
        try:
            yield
        finally:
            self.stepping = False

    def judge(self, method: str, url: str, body: str) -> Reason | None:
        """Return why a request must not leave, or None."""
        if method.upper() not in _CHANGING:
            return None
        if self.sealed:
            return "after payment was reached"
        return order_reason(url, body, strict=not self.stepping)

    def refuses(self, method: str, url: str, body: str) -> bool:
        """Judge a request and keep a note of it if it is refused."""
        reason = self.judge(method, url, body)
        noted = order_reason(url, body) if reason and self.sealed and self.over else reason
        if noted:
            self.blocked.append(Blocked(method, url, noted))
        return reason is not None

    async def answer(self, identifier: str) -> str:
        """Answer a page that wants to press for a step hook."""
        return await self.presses.answer(identifier) if self.presses is not None else "off"


def order_reason(url: str, body: str, *, strict: bool = True) -> Reason | None:
    """Say whether a changing request orders or pays, by its address or its body. Pure.

    `strict` counts addresses and bodies too that some shops use for an earlier step.
    """
    parts = urlsplit(url)
    tail = parts.path + (f"?{parts.query}" if parts.query else "")
    if _pattern("payment_host", "addresses").search(url.partition("://")[2]):
        return "payment host"
    if _pattern("unwanted", "addresses").search(tail):
        return "newsletter or message"
    tables = ("certain", "likely") if strict else ("certain",)
    if not _pattern("harmless", "addresses").search(tail) and any(_pattern(t, "addresses").search(tail) for t in tables):
        return "order address"
    text = body[:_LARGEST_BODY]
    plain = unquote_plus(text) if "%" in text else text
    if text and any(_pattern(t, "bodies").search(form) for t in tables for form in {text, plain}):
        return "order in the body"
    return None


@cache
def _pattern(table: str, part: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{expression})" for expression in _data()[table][part]), re.IGNORECASE)


@cache
def _data() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads((files("auditor.journey") / "orders.toml").read_text(encoding="utf-8"))


@asynccontextmanager
async def standing_guard(browser: Browser, context: BrowserContext, guard: Guard) -> AsyncIterator[None]:
    """Put the guard before everything the context sends, until the context has been closed inside this block.

    Must be entered before the context's first page is opened. On Chromium the DevTools session belongs to the whole
    browser, so it ends with the block: a sealed guard must not judge the next device's requests.
    """
    if browser.browser_type.name != "chromium":
        await _by_routing(context, guard)
        yield
        return
    session = await browser.new_browser_cdp_session()
    tasks: set[asyncio.Task[None]] = set()

    def on_paused(event: dict[str, Any]) -> None:
        task = asyncio.ensure_future(_answer(session, event, guard))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    session.on("Fetch.requestPaused", on_paused)
    await session.send("Fetch.enable", {"patterns": [{"urlPattern": "*", "resourceType": kind} for kind in _HELD]})
    try:
        yield
    finally:
        await _quietly(session.detach())


async def guard_context(context: BrowserContext, guard: Guard) -> None:
    """Put the guard before one more context, where it does not stand before the whole browser already."""
    browser = context.browser
    if browser is None or browser.browser_type.name != "chromium":
        await _by_routing(context, guard)


async def _by_routing(context: BrowserContext, guard: Guard) -> None:
    await context.route("**/*", lambda route: _route(route, guard))


async def _answer(session: CDPSession, event: dict[str, Any], guard: Guard) -> None:
    request = event["request"]
    body = request.get("postData", "")
    if request.get("hasPostData") and not body:
        body = " ".join(entry.get("bytes", "") for entry in request.get("postDataEntries", ()))
    key = {"requestId": event["requestId"]}
    if urlsplit(request["url"]).path == PRESS_PATH:
        answer = base64.b64encode((await guard.answer(body)).encode()).decode()
        await _quietly(session.send("Fetch.fulfillRequest", {**key, "responseCode": 200, "body": answer}))
    elif guard.refuses(request["method"], request["url"], body):
        if event.get("resourceType") == "Document":
            # "No content" leaves the shop's page where it is; a failure would put the browser's error page in its place.
            await _quietly(session.send("Fetch.fulfillRequest", {**key, "responseCode": 204}))
        else:
            await _quietly(session.send("Fetch.failRequest", {**key, "errorReason": "BlockedByClient"}))
    else:
        await _quietly(session.send("Fetch.continueRequest", key))


async def _route(route: Route, guard: Guard) -> None:
    request = route.request
    if urlsplit(request.url).path == PRESS_PATH:
        await _quietly(route.fulfill(body=await guard.answer(request.post_data or "")))
    elif guard.refuses(request.method, request.url, request.post_data or ""):
        await _quietly(route.fulfill(status=204) if request.is_navigation_request() else route.abort("blockedbyclient"))
    else:
        await _quietly(route.continue_())


async def _quietly(call: Coroutine[Any, Any, Any]) -> None:
    try:
        await call
    except Error:
        return  # the page went away while its request was being judged

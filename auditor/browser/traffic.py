"""Follows the requests of one page: what is under way (to know when it has settled) and what happened (to record it)."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field

from playwright.async_api import Page, Request, Response

_WAITED_FOR = {"document", "xhr", "fetch"}
_STALE_SECONDS = 6.0  # a request that takes longer is long polling or stuck; the page is usable without it


@dataclass(slots=True)
class Exchange:
    """One request and what came of it; times in seconds on the clock of `time.monotonic`."""

    request: Request
    started: float
    response: Response | None = None
    finished: float | None = None
    failure: str = ""

    @property
    def kind(self) -> str:
        """Playwright's resource type: document, xhr, fetch, image ..."""
        return self.request.resource_type


@dataclass
class Traffic:
    """The log of one page. `exchanges` starts anew with each page load that is recorded (`mark`)."""

    page: Page
    exchanges: list[Exchange] = field(default_factory=list)
    page_loads: int = 0
    last_activity: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self._open: dict[Request, Exchange] = {}
        self._changed = asyncio.Event()
        self.page.on("request", self._on_request)
        self.page.on("response", self._on_response)
        self.page.on("requestfinished", self._on_finished)
        self.page.on("requestfailed", self._on_failed)

    def mark(self) -> int:
        """Return a position in the log; `since(position)` gives what came after."""
        return len(self.exchanges)

    def since(self, position: int) -> list[Exchange]:
        """Return what started after a position of the log."""
        return self.exchanges[position:]

    @property
    def pending(self) -> list[Exchange]:
        """The requests whose answers the page is likely waiting for."""
        now = time.monotonic()
        return [e for e in self._open.values() if e.kind in _WAITED_FOR and now - e.started < _STALE_SECONDS]

    @property
    def navigating(self) -> bool:
        """Whether a new document for the main frame is on its way."""
        return any(e.request.is_navigation_request() and _is_main(e.request, self.page) for e in self.pending)

    async def wait_for_change(self, seconds: float) -> bool:
        """Wait until a request starts or ends, at most so long; say whether one did."""
        self._changed.clear()
        try:
            async with asyncio.timeout(seconds):
                await self._changed.wait()
        except TimeoutError:
            return False
        return True

    def _note(self) -> None:
        self.last_activity = time.monotonic()
        self._changed.set()

    def _on_request(self, request: Request) -> None:
        if "/.storefront-auditor/" in request.url:
            return  # a question to the engine, which never leaves the browser
        exchange = Exchange(request, time.monotonic())
        self.exchanges.append(exchange)
        self._open[request] = exchange
        if request.is_navigation_request() and request.redirected_from is None and _is_main(request, self.page):
            self.page_loads += 1
        self._note()

    def _on_response(self, response: Response) -> None:
        exchange = self._open.get(response.request)
        if exchange:
            exchange.response = response

    def _on_finished(self, request: Request) -> None:
        self._close(request)

    def _on_failed(self, request: Request) -> None:
        exchange = self._close(request)
        if exchange:
            exchange.failure = request.failure or "failed"

    def _close(self, request: Request) -> Exchange | None:
        exchange = self._open.pop(request, None)
        if exchange:
            exchange.finished = time.monotonic()
            self._note()
        return exchange


def _is_main(request: Request, page: Page) -> bool:
    try:
        return request.frame == page.main_frame
    except Exception:  # noqa: BLE001 - a request of a worker or a closed frame has no frame
        return False

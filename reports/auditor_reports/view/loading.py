"""How a page loaded: its requests one after the other, and what they come to."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from auditor.api import Missing
from auditor_reports.view.cleaning import plain, shortened
from auditor_reports.view.parties import party_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditor.api import PageRecord, Request

KINDS = ("document", "stylesheet", "script", "font", "image", "media", "xhr", "fetch", "ping")
_EXTRA_KIND = "other"
_REDIRECTS, _ERRORS = range(300, 400), range(400, 600)
_MARKS = ("FCP", "LCP")
_LONGEST = 40


@dataclass(frozen=True)
class Load:
    """One request. Times in milliseconds, `start` after the first request; None where the recording does not hold it."""

    kind: str
    name: str
    party: str
    own: bool
    size: int
    start: float | None
    took: float | None
    failed: bool

    @property
    def end(self) -> float:
        """When it was over."""
        return (self.start or 0.0) + (self.took or 0.0)


@dataclass(frozen=True)
class PageLoading:
    """All requests of a page in the order they began; `marks` are milliseconds after the first request, `vitals` after the page's start."""

    stage: str
    loads: Sequence[Load]
    vitals: Mapping[str, float] = field(default_factory=dict)
    marks: Mapping[str, float] = field(default_factory=dict)
    soft: bool = False

    @property
    def size(self) -> int:
        """Bytes of all answers."""
        return sum(load.size for load in self.loads)

    @property
    def third_parties(self) -> list[str]:
        """The registrable domains of others, the most asked first."""
        asked = [load.party for load in self.loads if not load.own]
        return sorted(set(asked), key=lambda party: (-asked.count(party), party))

    @property
    def foreign(self) -> int:
        """How many requests went to others."""
        return sum(not load.own for load in self.loads)

    @property
    def started(self) -> bool:
        """Whether the recording says when each request began."""
        return bool(self.loads) and all(load.start is not None for load in self.loads)

    @property
    def timed(self) -> bool:
        """Whether the recording says how long requests took."""
        return any(load.took is not None for load in self.loads)


def loading_of(page: PageRecord) -> PageLoading | None:
    """Read how a page of a stage loaded; None where the recording does not hold its requests."""
    try:
        requests = page.network
    except Missing:
        return None
    if not requests:
        return None
    home = party_of(_host_of_page(page, requests))
    loads = [load for request in requests if (load := _load(request, home))]
    try:
        timings = page.timings
    except Missing:
        return PageLoading(page.stage.value if page.stage else page.place, loads)
    told = {} if timings.soft else {name: _number(timings.vitals[name].value) for name in _MARKS if name in timings.vitals}
    vitals = {name: value for name, value in told.items() if value is not None}
    start = _page_start(requests)
    marks = {} if start is None else {name: start + value for name, value in vitals.items()}
    return PageLoading(page.stage.value if page.stage else page.place, loads, vitals, marks, timings.soft)


def _host_of_page(page: PageRecord, requests: Sequence[Request]) -> str:
    main = next((request.url for request in requests if request.main_document), "")
    try:
        return _host(main or page.url)
    except Missing:
        return _host(requests[0].url)


def _load(request: Request, home: str) -> Load | None:
    try:
        parts = urlsplit(request.url)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https", "ws", "wss"}:
        return None  # what is written into the page itself is no request
    party = party_of(_host(request.url))
    kind = request.kind if request.kind in KINDS else _EXTRA_KIND
    name = parts.path.rstrip("/").rpartition("/")[2] or parts.netloc
    failed = bool(request.failure) or request.status in _ERRORS
    return Load(
        kind, shortened(plain(name), _LONGEST), shortened(plain(party), _LONGEST), party == home,
        int(_number(request.bytes) or 0), _number(request.started), _number(request.milliseconds), failed,
    )  # fmt: skip


def _page_start(requests: Sequence[Request]) -> float | None:
    """Return when the page's own document was asked for, before any redirection that led to it."""
    place = next((i for i, request in enumerate(requests) if request.main_document), None)
    if place is None:
        return None
    while place and requests[place - 1].kind == "document" and requests[place - 1].status in _REDIRECTS:
        place -= 1
    return _number(requests[place].started)


def _number(value: object) -> float | None:
    """Return a number that can be drawn; a recording may hold anything."""
    return float(value) if isinstance(value, int | float) and math.isfinite(value) and value >= 0 else None


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""

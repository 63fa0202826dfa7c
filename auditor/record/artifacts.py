"""The artifacts of a page as values: requests, timings, cookies, console messages, axe results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from auditor.words.axe_rules import demand


@dataclass(frozen=True, slots=True)
class Request:
    """One request of a page. `bytes` is what crossed the network for the answer's body (0 from the cache).

    `started` are the milliseconds since the first request of the list; None in recordings that do not hold it.
    """

    url: str
    method: str
    kind: str
    status: int
    mime: str = ""
    bytes: int = 0
    started: float | None = None
    milliseconds: float | None = None
    failure: str = ""
    main_document: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def host(self) -> str:
        """Host name of its address."""
        return urlsplit(self.url).hostname or ""


@dataclass(frozen=True, slots=True)
class Vital:
    """A web-vitals metric: its value (milliseconds, or a score for CLS), the element it comes from, all runs' values."""

    value: float
    element: str = ""
    url: str = ""
    runs: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Timings:
    """How the page loaded.

    `soft`: it was drawn by script without a page load, so load metrics do not exist. `complete`: no picture in view was still
    on its way when the shopper went on, so what was measured is final. `load_ms`: how long the shopper waited for the load event,
    `load_runs` the same of repeated loads with an empty cache. `lost`: how many of the repeated loads did not come
    to the page, so that the others are the faster ones.
    """

    soft: bool
    vitals: Mapping[str, Vital]
    load_ms: float | None = None
    complete: bool = True
    load_runs: tuple[float, ...] = ()
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Cookie:
    """A cookie without its value."""

    name: str
    domain: str
    path: str
    secure: bool
    http_only: bool
    same_site: str
    expires: float
    length: int


@dataclass(frozen=True, slots=True)
class Disclosure:
    """A request that carried typed personal data: `what` it was, `written` how ("plain", "sha256" ...), `place` "address" or "body"."""

    url: str
    method: str
    kind: str
    what: str
    written: str
    place: str

    @property
    def host(self) -> str:
        """Host the data went to."""
        return urlsplit(self.url).hostname or ""


@dataclass(frozen=True, slots=True)
class Message:
    """A message on the browser's console, or an uncaught exception (`kind` "exception")."""

    kind: str
    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class AxeNode:
    """One element that an axe rule speaks of."""

    selector: str
    summary: str
    html: str = ""


@dataclass(frozen=True, slots=True)
class AxeRule:
    """A violated axe rule."""

    id: str
    impact: str
    help: str
    help_url: str
    nodes: tuple[AxeNode, ...]

    @property
    def demand(self) -> str:
        """What it demands, in axe-core's words, which can be said in other languages."""
        return demand(self.id, self.help)


@dataclass(frozen=True, slots=True)
class AxeResult:
    """What axe-core found on a page, and of which version."""

    version: str
    violations: tuple[AxeRule, ...]
    passes: int


def read_network(data: Sequence[Mapping[str, Any]]) -> tuple[Request, ...]:
    """Make requests from `network.json`."""
    return tuple(Request(**item) for item in data)


def read_timings(data: Mapping[str, Any]) -> Timings:
    """Make timings from `timings.json`."""
    vitals = {
        name: Vital(v["value"], v.get("element", ""), v.get("url", ""), tuple(v.get("runs", ()))) for name, v in data["vitals"].items()
    }
    return Timings(
        bool(data.get("soft")), vitals, data.get("load_ms"), data.get("complete", True), tuple(data.get("load_runs", ())),
        data.get("lost", 0),
    )  # fmt: skip


def read_axe(data: Mapping[str, Any]) -> AxeResult:
    """Make axe results from `axe.json`."""
    rules = tuple(
        AxeRule(r["id"], r["impact"], r["help"], r["help_url"], tuple(AxeNode(**n) for n in r["nodes"])) for r in data["violations"]
    )
    return AxeResult(data["version"], rules, data["passes"])

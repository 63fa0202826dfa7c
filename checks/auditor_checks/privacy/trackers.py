"""Which requests, cookies and stored names belong to well-known trackers, by the list in trackers.toml."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qs, urlsplit

from auditor.api import Cookie, Message, Missing, PageRecord, Request, say

_DATA = tomllib.loads((files("auditor_checks.privacy") / "trackers.toml").read_text(encoding="utf-8"))
_VENDORS: Mapping[str, Mapping[str, Any]] = _DATA["tracker"]
_TAG = "googletagmanager.com/gtag/js"
_TAG_IDS = {"Google Analytics": re.compile(r"G-|UA-"), "Google Ads": re.compile(r"AW-")}
_STARTED = re.compile(r"gtag\s*\(\s*['\"]config['\"]")
_HELD = re.compile(r"gtag\s*\(\s*['\"]consent['\"]|cookiebot|onetrust|usercentrics|didomi|cookieyes|complianz|iubenda", re.IGNORECASE)
_REFUSED = re.compile(r"G1[01-]{1,2}")  # Google's consent state: G1, then advertising and analytics, 0 for refused
_SPOKEN: Mapping[str, tuple[re.Pattern[str], Mapping[str, re.Pattern[str]]]] = {
    "Google Analytics": (
        re.compile(r"/collect$"),
        {"v": re.compile(r"[12]"), "tid": re.compile(r"(G|UA)-[A-Z\d-]+"), "cid": re.compile(r"\d+\.\d+")},
    ),
    "Meta": (re.compile(r"/tr/?$"), {"id": re.compile(r"\d{10,}"), "ev": re.compile(r"\w+")}),
}

VERSION: str = _DATA["version"]


@dataclass(frozen=True, slots=True)
class Trace:
    """One sign of a tracker: whose, what was seen, where; `ping` for a cookieless ping or a tag manager."""

    vendor: str
    seen: str
    url: str = ""
    ping: bool = False

    @property
    def message(self) -> Message:
        """The sign in words, for a finding."""
        return say("{company}: {sign}.", company=self.vendor, sign=self.seen)

    @property
    def key(self) -> str:
        """What keeps a finding of it the same finding."""
        return f"{self.vendor} {self.seen}"


def traces_of(page: PageRecord) -> list[Trace]:
    """Return the trackers' cookies, stored names and requests on a page, each once."""
    return [*stored_by_trackers(page), *requests_to_trackers(page.network), *unheld_tags(page, page.network)]


def unheld_tags(page: PageRecord, requests: Iterable[Request]) -> list[Trace]:
    """Return Google's tags that the page starts without a word on consent, and whose script could not be fetched from here.

    Where it was fetched, what it does is seen in cookies and requests.
    """
    try:
        source = page.soup.decode()
    except Missing:
        return []
    if not _STARTED.search(source) or _HELD.search(source):
        return []
    failed = [r for r in requests if _goes_to(_TAG, r) and not r.status]
    asked = {v: r for r in failed for v, ids in _TAG_IDS.items() for i in parse_qs(urlsplit(r.url).query).get("id", ()) if ids.match(i)}
    return [
        Trace(vendor, say("tag of {host}, started without asking for consent", host=r.host), r.url.partition("?")[0])
        for vendor, r in asked.items()
    ]


def requests_to_trackers(requests: Iterable[Request]) -> list[Trace]:
    """Return the trackers that requests went to, each once."""
    found = (trace for request in requests for trace in _request(request))
    return list({(t.vendor, t.seen): t for t in found}.values())


def stored_by_trackers(page: PageRecord) -> list[Trace]:
    """Return the trackers' cookies and stored names that the visitor carries on a page, each once."""
    return list({(t.vendor, t.seen): t for t in (*_cookies(page), *_stored(page))}.values())


def vendor_of(url: str) -> str:
    """Return whose tracker an address belongs to, "" if no known one's."""
    request = Request(url, "GET", "other", 0)
    return next((v for v, known in _VENDORS.items() if any(_goes_to(h, request) for h in known.get("hosts", ()))), "")


def speaks_like(url: str) -> str:
    """Return whose measuring a request is by its path and parameters: a server of the shop's own may pass it on under any name."""
    address = urlsplit(url)
    sent = {name: values[0] for name, values in parse_qs(address.query).items()}
    for vendor, (path, needed) in _SPOKEN.items():
        if path.search(address.path) and all(needs.fullmatch(sent.get(name, "")) for name, needs in needed.items()):
            return vendor
    return ""


def _cookies(page: PageRecord) -> Iterator[Trace]:
    for vendor, known in _VENDORS.items():
        for cookie in page.cookies:
            if any(_is_cookie(listed, cookie) for listed in known.get("cookies", ())):
                yield Trace(vendor, say("cookie {name}", name=cookie.name))


def _stored(page: PageRecord) -> Iterator[Trace]:
    names = dict.fromkeys(name for store in page.stored_names.values() for name in store)
    for vendor, known in _VENDORS.items():
        for name in names:
            if _begins(known.get("stored", ()), name):
                yield Trace(vendor, say("stored value {name}", name=name))


def _request(request: Request) -> Iterator[Trace]:
    for vendor, known in _VENDORS.items():
        if any(_goes_to(host, request) for host in known.get("hosts", ())):
            ping = known.get("pings") == "consent" and _is_refused_ping(request)
            yield Trace(vendor, say("request to {host}", host=request.host), request.url.partition("?")[0], ping)
    if (vendor := speaks_like(request.url)) and not any(_goes_to(host, request) for host in _VENDORS[vendor].get("hosts", ())):
        yield Trace(vendor, say("request to {host}", host=request.host), request.url.partition("?")[0], _is_refused_ping(request))
    if any(_goes_to(host, request) for host in _DATA["manager"]["hosts"]):
        yield Trace(say("tag manager"), say("script of {host}", host=request.host), request.url.partition("?")[0], ping=True)


def _is_cookie(listed: str, cookie: Cookie) -> bool:
    pattern, at, domain = listed.partition("@")
    held = cookie.domain.lstrip(".")
    return re.match(pattern, cookie.name) is not None and (not at or held == domain or held.endswith(f".{domain}"))


def _begins(patterns: list[str], name: str) -> bool:
    return any(re.match(pattern, name) for pattern in patterns)


def _goes_to(listed: str, request: Request) -> bool:
    host, slash, path = listed.partition("/")
    if request.host != host and not request.host.endswith(f".{host}"):
        return False
    return not slash or urlsplit(request.url).path.startswith(f"/{path}")


def _is_refused_ping(request: Request) -> bool:
    """Whether a request to Google says that advertising and analytics are refused (gcs=G100)."""
    states = parse_qs(urlsplit(request.url).query).get("gcs", [])
    return bool(states) and all(_REFUSED.fullmatch(state) and "1" not in state[2:] for state in states)

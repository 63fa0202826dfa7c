"""security-cookies."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from urllib.parse import urlsplit

from auditor.api import (
    Confidence,
    Cookie,
    Effort,
    Finding,
    Missing,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    failed,
    listing,
    not_applicable,
    passed,
    say,
    several,
    shop_check,
    together,
    warned,
)
from auditor_checks.hosts import is_local

_TOKEN = 16  # letters; a shorter value is a setting, not a key that cannot be guessed
_NAMES = {
    kind: re.compile("|".join(patterns), re.IGNORECASE)
    for kind, patterns in tomllib.loads((files("auditor_checks.security") / "cookies.toml").read_text(encoding="utf-8")).items()
}


@shop_check(
    id="security-cookies",
    category="security",
    title="Session cookies are protected",
    failure_title="Session cookies are not protected",
    why="Whoever steals a session cookie is the shopper: with the cart, the addresses, sometimes the saved card.",
    fix="Set the flags Secure, HttpOnly and SameSite=Lax (or Strict) on the cookies listed.",
    severity=Severity.MAJOR,
    effort=Effort.XS,
    needs=("cookies", "headers"),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "MDN HTTP Observatory, grader",
            "https://github.com/mdn/mdn-http-observatory/blob/main/src/grader/charts.js",
            "session cookie without Secure -40, without HttpOnly -30 points, SameSite invalid -20 (2026)",
        ),
    ),
    limits="Session cookies are told by their names; where none is called so, the one long value counts that the shop sends "
    "with its pages. The browser fills in a missing SameSite, so it is seen "
    "only where the page itself set the cookie. Secure cannot be demanded of a shop on this machine.",
)
def cookies(recording: Recording) -> Outcome:
    """Read the flags of the shop's own cookies, as the browser holds them and as pages set them."""
    journeys = [pages for journey in recording.journeys if (pages := list(journey.pages))]
    if not journeys:
        raise Missing(say("No page of the shop was reached"))
    host = urlsplit(journeys[0][0].url).hostname or ""
    found = _own_cookies((pages[-1] for pages in journeys), host)
    if not found:
        return not_applicable(say("The shop sets no cookies of its own."))
    set_by_pages = _set_by_pages(page for pages in journeys for page in pages)
    sessions = _sessions(found, set_by_pages)
    grave: list[Finding] = []
    slight: list[Finding] = []
    for cookie in found:
        session = cookie.name in sessions
        bare = set_by_pages.get(cookie.name) is False
        missing = _missing_flags(cookie, session=session, secure=not is_local(host), bare=bare)
        if not missing:
            continue
        finding = Finding(say("The cookie {name} lacks {flags}.", name=cookie.name, flags=listing(missing)), key=cookie.name)
        severe = session and set(missing) & {"Secure", "HttpOnly"}
        (grave if severe else slight).append(finding)
    if grave:
        exposed = several(len(grave), "{n} session cookie is not protected.", "{n} session cookies are not protected.")
        message = together(exposed, grave[0].message, between=" ")
        return failed(message, findings=(*grave, *slight), value=len(grave), unit="cookies", threshold="0")
    if slight:
        improvable = (
            several(
                len(slight),
                "{n} of the shop's {total} cookies could be set more safely.",
                "{n} of the shop's {total} cookies could be set more safely.",
                total=len(found),
            )
            if len(found) > 1
            else say("The shop's only cookie could be set more safely.")
        )
        message = together(improvable, slight[0].message, between=" ")
        return warned(message, findings=slight, value=len(slight), unit="cookies", threshold="0")
    message = several(
        len(found),
        "The shop's only cookie, {name}, carries the flags it needs.",
        "The shop's {n} cookies carry the flags they need.",
        name=found[0].name,
    )
    return passed(message, value=0, unit="cookies", threshold="0")


def _missing_flags(cookie: Cookie, *, session: bool, secure: bool, bare: bool) -> list[str]:
    """Name the flags a cookie should have and has not; of ordinary cookies only Secure is demanded."""
    kept = session or _is("guard", cookie) or _is("cart", cookie)
    demanded = {
        "Secure": secure and not cookie.secure,
        "HttpOnly": (session or _is("cart", cookie)) and not cookie.http_only,
        "SameSite": kept and (bare or cookie.same_site not in {"Lax", "Strict", "None"}),
    }
    return [flag for flag, lacks in demanded.items() if lacks]


def _sessions(cookies: list[Cookie], set_by_pages: Mapping[str, bool]) -> set[str]:
    """Names of the session cookies: those called so, else the one long value that the shop's server sends with its pages."""
    called = {c.name for c in cookies if _is("session", c) and c.length >= _TOKEN}
    if called:
        return called
    sent = [
        c for c in cookies if c.name in set_by_pages and c.length >= _TOKEN and not any(_is(kind, c) for kind in ("tool", "guard", "cart"))
    ]
    return {sent[0].name} if len(sent) == 1 else set()


def _is(kind: str, cookie: Cookie) -> bool:
    """Whether a cookie's name is of a kind; a guard or a tool's cookie is no session or cart whatever else it is called."""
    if kind in {"session", "cart"} and any(_NAMES[other].search(cookie.name) for other in ("guard", "tool")):
        return False
    return _NAMES[kind].search(cookie.name) is not None


def _own_cookies(pages: Iterable[PageRecord], host: str) -> list[Cookie]:
    """The cookies that belong to the shop's host, each once, the least protected copy of it."""
    own: dict[str, Cookie] = {}
    for cookie in (cookie for page in pages for cookie in page.cookies):
        domain = cookie.domain.lstrip(".").removeprefix("www.")
        if not (host == domain or host.endswith(f".{domain}")):
            continue
        known = own.get(cookie.name)
        if known is None or (cookie.secure, cookie.http_only) < (known.secure, known.http_only):
            own[cookie.name] = cookie
    return list(own.values())


def _set_by_pages(pages: Iterable[PageRecord]) -> dict[str, bool]:
    """Names of the cookies that pages set, each with whether a word on SameSite stood beside it every time."""
    told: dict[str, bool] = {}
    for line in (line for page in pages for line in _set_cookie(page).split("\n") if line):
        name = line.partition("=")[0].strip()
        told[name] = told.get(name, True) and "samesite" in line.lower()
    return told


def _set_cookie(page: PageRecord) -> str:
    try:
        return page.headers.get("set-cookie", "")
    except Missing:
        return ""  # a page drawn by script has no headers of its own

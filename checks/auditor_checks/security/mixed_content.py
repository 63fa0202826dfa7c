"""security-mixed-content."""

from collections.abc import Iterator

from auditor.api import (
    Effort,
    Finding,
    Missing,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    failed,
    not_applicable,
    passed,
    say,
    several,
    shop_check,
    together,
    warned,
)
from auditor_checks.hosts import host_of, is_insecure
from auditor_checks.page_links import CHECKOUT_STAGES
from auditor_checks.security.policies import policies_of

# What a browser refuses on an encrypted page, and what it fetches over HTTPS instead: selector, attribute.
_ACTIVE = (("script[src]", "src"), ("iframe[src]", "src"), ('link[rel~="stylesheet"][href]', "href"), ("object[data]", "data"))
_PASSIVE = (("img[src]", "src"), ("video[src]", "src"), ("audio[src]", "src"), ("source[src]", "src"))
_KINDS = {"script", "stylesheet", "xhr", "fetch", "websocket", "font"}  # a document may be a redirect on the way to the page
_SHOWN = 10
_UPGRADE = "upgrade-insecure-requests"


@shop_check(
    id="security-mixed-content",
    category="security",
    title="Encrypted pages load nothing without encryption",
    failure_title="Encrypted pages load parts without encryption",
    why="Browsers refuse such parts, so something is missing on the page, and on the way they could be exchanged for others.",
    fix='Write https:// in the addresses listed (<script src="https://cdn.example/app.js">), or take the parts out.',
    severity=Severity.MAJOR,
    effort=Effort.XS,
    needs=("html", "network", "headers"),
    sources=(
        Source(
            "MDN HTTP Observatory, grader",
            "https://github.com/mdn/mdn-http-observatory/blob/main/src/grader/charts.js",
            "scripts over an insecure scheme -50 points (2026)",
        ),
        Source("W3C, Mixed Content", "https://www.w3.org/TR/mixed-content/", "what is blocked and what is upgraded (2023)"),
    ),
    limits="Pictures and films that the browser fetches over HTTPS by itself only warn. In the checkout a failure is critical.",
)
def mixed_content(recording: Recording) -> Outcome:
    """Look in source and requests of all pages for http:// and ws:// addresses that the page loads."""
    pages = [page for journey in recording.journeys for page in journey.pages]
    if not pages:
        raise Missing(say("No page of the shop was reached"))
    encrypted = [page for page in pages if not is_insecure(page.url)]
    if not encrypted:
        return not_applicable(say("The shop is not encrypted at all, which another check judges."))
    active = {f.key: (f, page.stage) for page in encrypted for f in (*_refused(page), *_requested(page))}
    passive = {f.key: f for page in encrypted for f in _in_source(page, _PASSIVE) if f.key not in active}
    findings = [*(f for f, _ in active.values()), *passive.values()][:_SHOWN]
    number = len(active) + len(passive)
    unlisted = number - len(findings)
    if active:
        grave = any(stage in CHECKOUT_STAGES for _, stage in active.values())
        exposed = several(
            number,
            "{n} part of encrypted pages comes without encryption.",
            "{n} parts of encrypted pages come without encryption.",
        )
        return failed(
            together(exposed, findings[0].message, between=" "),
            findings=findings,
            unlisted=unlisted,
            value=number,
            unit="parts",
            threshold="0",
            severity=Severity.CRITICAL if grave else Severity.MAJOR,
        )
    if passive:
        mended = several(
            number,
            "{n} picture with an http:// address, which browsers mend by themselves.",
            "{n} pictures with an http:// address, which browsers mend by themselves.",
        )
        return warned(
            together(mended, findings[0].message, between=" "),
            findings=findings,
            unlisted=unlisted,
            value=number,
            unit="parts",
            threshold="0",
        )
    return passed(say("Everything on the pages has a safe address."), value=0, unit="parts", threshold="0")


def _refused(page: PageRecord) -> Iterator[Finding]:
    """What the source asks for without encryption and browsers refuse; a policy may tell them to ask for it encrypted instead."""
    try:
        upgraded = any(_UPGRADE in policy for policy in policies_of(page))
    except Missing:  # a page that came without a request of its own
        upgraded = False
    if not upgraded:
        yield from _in_source(page, _ACTIVE)


def _in_source(page: PageRecord, wanted: tuple[tuple[str, str], ...]) -> Iterator[Finding]:
    for selector, attribute in wanted:
        for tag in page.soup.select(selector):
            address = str(tag[attribute]).strip()
            if is_insecure(address):
                yield _finding(page, address, f'{tag.name}[{attribute}="{address}"]')


def _requested(page: PageRecord) -> Iterator[Finding]:
    for request in page.network:
        if is_insecure(request.url) and request.kind in _KINDS:
            yield _finding(page, request.url.partition("?")[0])


def _finding(page: PageRecord, address: str, selector: str = "") -> Finding:
    message = say(
        "The {page} page loads {address} from {host} without encryption.",
        page=page.place,
        address=address[:100],
        host=host_of(address),
    )
    return Finding(message, selector if len(selector) <= 160 else "", url=page.url, key=address[:200])

"""speed-journey-errors."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Missing,
    Outcome,
    PageRecord,
    Request,
    Severity,
    Source,
    StepOutcome,
    failed,
    journey_check,
    passed,
    say,
    several,
    together,
    warned,
)
from auditor_checks.hosts import host_of, same_site

_BROKEN = 500
_CALLS = {"xhr", "fetch"}
_REFUSED = {401, 403, 429}  # a protection, or something for customers only
_CORRECTED = {400, 409, 422}  # how a server says that what was typed is not right; scripts are told more in this way
_NOBODY_MISSES = re.compile(r"/(favicon\.ico|apple-touch-icon[^/]*|browserconfig\.xml|robots\.txt)$|\.map$", re.IGNORECASE)
_OURS = ("ERR_ABORTED", "ERR_BLOCKED_BY_CLIENT", "NS_BINDING_ABORTED")  # left for the next page, or refused by the audit's guard
_FOLLOWS = re.compile(r"failed to fetch|networkerror|load failed|abort|resizeobserver loop", re.IGNORECASE)  # of a request, or harmless
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class _Trouble:
    message: str
    page: PageRecord
    url: str
    broken: bool = False
    blocking: bool = False


@journey_check(
    id="speed-journey-errors",
    category="speed",
    title="No page and no request breaks on the way",
    failure_title="Pages or requests break on the way",
    why="Errors and crashes are among the reasons shoppers name for giving up a purchase.",
    fix="Look up the addresses listed in the server's error log and mend what fails there; then load each page with the browser's "
    "console open.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    needs=("network", "console"),
    sources=(
        Source(
            "Baymard Institute, Cart abandonment rate statistics",
            "https://baymard.com/lists/cart-abandonment-rate",
            "22 % gave up a purchase because of errors (2016)",
        ),
    ),
    limits="One visit. Only the shop's own domain is looked at; what a protection refuses and what the audit itself stopped does "
    "not count, nor scripts that break on pages where one of somebody else did not come.",
)
def journey_errors(journey: JourneyRecord) -> Outcome:
    """Read status and failure of the shop's own requests, and the exceptions of its scripts, on all pages reached."""
    pages = list(journey.pages)
    if not pages:
        raise Missing(say("No page of the shop was reached on {device}", device=journey.device))
    found = [trouble for page in pages for trouble in _troubles(page)]
    troubles = list({_of(trouble): trouble for trouble in reversed(found)}.values())[::-1]
    findings = [Finding(t.message, url=t.url or t.page.url, key=f"{t.page.place} {_path(t.url)}") for t in troubles][:_SHOWN]
    broken = [t for t in troubles if t.broken]
    if broken:
        stuck = any(t.blocking for t in broken) or any(s.outcome is StepOutcome.FAILED for s in journey.journey.steps)
        findings = [Finding(t.message, url=t.url, key=f"{t.page.place} {_path(t.url)}") for t in broken][:_SHOWN]
        said = several(len(broken), "{n} request to the shop broke down on the way.", "{n} requests to the shop broke down on the way.")
        message = together(said, broken[0].message, between=" ")
        severity = Severity.CRITICAL if stuck else Severity.MAJOR
        return failed(
            message,
            findings=findings,
            unlisted=len(broken) - len(findings),
            value=len(broken),
            unit="errors",
            threshold="0",
            severity=severity,
        )
    if troubles:
        said = several(
            len(troubles), "{n} thing went wrong on the way without stopping it.", "{n} things went wrong on the way without stopping it."
        )
        message = together(said, troubles[0].message, between=" ")
        outcome = warned(
            message, findings=findings, unlisted=len(troubles) - len(findings), value=len(troubles), unit="errors", threshold="0"
        )
        return replace(outcome, severity=Severity.MINOR)
    message = several(len(pages), "Nothing broke on the {n} page reached.", "Nothing broke on the {n} pages reached.")
    return passed(message, value=0, unit="errors", threshold="0")


def _of(trouble: _Trouble) -> tuple[str, str]:
    """What tells one trouble from another; the same on several pages is one."""
    return (
        _path(trouble.url),
        trouble.message.replace(f"({trouble.page.place})", "").replace(f" on the {trouble.page.place} page", ""),
    )


def _troubles(page: PageRecord) -> Iterator[_Trouble]:
    for request in page.network:
        if same_site(request.host, host_of(page.url)) and not _NOBODY_MISSES.search(_path(request.url)):
            yield from _trouble(request, page)
    if any(r.kind == "script" and r.failure and not same_site(r.host, host_of(page.url)) for r in page.network):
        return  # what breaks without a script of somebody else that did not come is no fault of the shop
    for message in page.console:
        if message.kind == "exception" and not _FOLLOWS.search(message.text):
            yield _Trouble(
                say("A script broke off on the {place} page: {text}", place=page.place, text=message.text[:120]), page, message.url
            )


def _trouble(request: Request, page: PageRecord) -> Iterator[_Trouble]:
    path, place = _path(request.url)[:80], page.place
    if request.status >= _BROKEN and (request.main_document or request.kind in _CALLS):
        said = say(
            "{path} ({place}) was answered with an error of the server (HTTP status {status}).",
            path=path,
            place=place,
            status=request.status,
        )
        yield _Trouble(said, page, request.url, broken=True, blocking=request.main_document)
    elif request.status >= 400 and request.kind not in _CALLS and request.status not in _REFUSED | _CORRECTED:
        said = say("{path} ({place}) was answered with HTTP status {status}.", path=path, place=place, status=request.status)
        yield _Trouble(said, page, request.url)
    elif request.failure and not request.status and request.kind in _CALLS and not any(code in request.failure for code in _OURS):
        said = say("{path} ({place}) was not answered ({failure}).", path=path, place=place, failure=request.failure)
        yield _Trouble(said, page, request.url)


def _path(url: str) -> str:
    return "/" + url.partition("://")[2].partition("?")[0].partition("#")[0].partition("/")[2]

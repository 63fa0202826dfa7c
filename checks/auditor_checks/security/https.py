"""security-https."""

from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urljoin

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Missing,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    failed,
    passed,
    say,
    several,
    shop_check,
    warned,
)
from auditor_checks.hosts import host_of, is_insecure, is_local

_SOON = 14  # days before a certificate ends
_CERTIFICATE = "ERR_CERT_"
_PRIVATE = {"email", "password", "phone", "given_name", "family_name", "full_name"}


@shop_check(
    id="security-https",
    category="security",
    title="Every page and form is encrypted",
    failure_title="Pages or forms are not encrypted",
    why="What is typed on a page without HTTPS can be read on the way, and browsers call such a page “not secure”.",
    fix="Serve every page over HTTPS only, redirect http:// to https:// with status 301, let forms send to https:// "
    "addresses, and have the certificate renewed automatically.",
    severity=Severity.CRITICAL,
    effort=Effort.XS,
    needs=("headers",),
    probes=("plain_http",),
    sources=(
        Source(
            "MDN HTTP Observatory, grader",
            "https://github.com/mdn/mdn-http-observatory/blob/main/src/grader/charts.js",
            "no redirection to HTTPS -20, invalid certificate -20 points (2026)",
        ),
    ),
    limits="A shop on this machine needs no encryption; only its forms that send elsewhere are looked at.",
)
def https(recording: Recording) -> Outcome:
    """Look at the address of each page and the target of each form, at the certificate and at what http:// answers."""
    pages = [page for journey in recording.journeys for page in journey.pages]
    if not pages:
        return _unreached(recording)
    plain = list({page.url: _plain(page) for page in pages if is_insecure(page.url)}.values())
    forms = list({f.key: f for page in pages if not is_insecure(page.url) for f in _forms(page)}.values())
    if plain or forms:
        findings = (*plain, *forms)
        said = say("Not encrypted: {finding}", finding=findings[0].message)
        return failed(said, findings=findings, value=len(findings), unit="places", threshold="0", blocker=any(map(_asks, pages)))
    doubts = [*_ending(recording, pages), *_open_doors(recording)]
    if doubts:
        return warned(doubts[0].message, findings=doubts, value=0, unit="places", threshold="0")
    if all(is_local(host_of(page.url)) for page in pages):
        message = say("The shop runs on this machine, where nothing has to be encrypted, and no form sends elsewhere without encryption.")
    else:
        message = say("Every page that was opened ({pages}) is encrypted, and so is what its forms send.", pages=len(pages))
    return passed(message, value=0, unit="places", threshold="0")


def _unreached(recording: Recording) -> Outcome:
    """Judge a shop of which no page was reached: a certificate that the browser refuses is the finding."""
    said = [(j.recorded.message, *(step.reason or "" for step in j.journey.steps)) for j in recording.journeys]
    refused = next((text for texts in said for text in texts if _CERTIFICATE in text), None)
    if refused is None:
        raise Missing(say("No page of the shop was reached"))
    message = say("The browser refuses the shop's certificate and warns shoppers off.")
    return failed(message, findings=[Finding(message, url=recording.site, key="certificate")], value=1, unit="places", threshold="0")


def _asks(page: PageRecord) -> bool:
    """Whether a page without encryption asks for what is nobody else's business."""
    return is_insecure(page.url) and any(f.is_address or f.kind in _PRIVATE for f in page.facts.fields)


def _plain(page: PageRecord) -> Finding:
    return Finding(
        say("The {page} page has the address {address}.", page=page.place, address=page.url.partition("?")[0]),
        url=page.url,
        key=page.place,
    )


def _forms(page: PageRecord) -> Iterator[Finding]:
    for form in page.observation.forms:
        target = urljoin(page.url, form.action)
        if form.frame == 0 and form.action and is_insecure(target):
            message = say(
                "A form of the {page} page sends what is typed to {host} without encryption.", page=page.place, host=host_of(target)
            )
            yield Finding(message, f'form[action="{form.action}"]', url=page.url, key=f"form {form.action}")


def _ending(recording: Recording, pages: list[PageRecord]) -> Iterator[Finding]:
    """Yield a finding where the certificate ends soon."""
    ends = [float(end) for page in pages if isinstance(end := _tls(page).get("validTo"), (int, float)) and end > 0]
    if ends:
        left = datetime.fromtimestamp(min(ends), UTC) - datetime.fromisoformat(recording.manifest.finished_at)
        if left.days < _SOON:
            message = several(max(0, left.days), "The certificate ends in {n} day.", "The certificate ends in {n} days.")
            yield Finding(message, url=pages[0].url, key="certificate")


def _tls(page: PageRecord) -> dict[str, object]:
    try:
        return dict(page.tls)
    except Missing:
        return {}  # drawn by script, without a document of its own


def _open_doors(recording: Recording) -> Iterator[Finding]:
    """Yield a finding where the http:// address shows the shop instead of leading to https://."""
    for journey in recording.journeys:
        found = _answer(journey)
        if found.get("status") == 200 and not found.get("secure"):
            message = say("The address {url} shows the shop without encryption instead of leading to https://.", url=str(found["url"]))
            yield Finding(message, url=str(found["url"]), key="redirect")
            return


def _answer(journey: JourneyRecord) -> dict[str, object]:
    try:
        return dict(journey.probe("plain_http"))
    except Missing:
        return {}

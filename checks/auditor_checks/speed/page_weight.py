"""speed-page-weight."""

from auditor.api import (
    Effort,
    Finding,
    Outcome,
    PageRecord,
    Request,
    Severity,
    Source,
    Stage,
    measured,
    not_measurable,
    page_check,
    say,
    several,
)
from auditor_checks.page_load import own_requests

_GOOD, _POOR = 2.5, 4.0  # megabytes
_MEGABYTE, _SMALL = 1_000_000, 1.0
_SHOWN = 5


@page_check(
    id="speed-page-weight",
    category="speed",
    title="The page is not needlessly heavy",
    failure_title="The page is heavy",
    why="Each megabyte costs shoppers on the move time and data, and cheap phones time to work through it.",
    fix="Begin with the largest files listed: send pictures in the size they are shown in and in a modern "
    "format, drop scripts that nobody needs, and let the server compress texts.",
    severity=Severity.MINOR,
    effort=Effort.M,
    stages=(Stage.HOME, Stage.CATEGORY, Stage.PRODUCT, Stage.CHECKOUT),
    devices="mobile",
    needs=("network",),
    sources=(
        Source(
            "Google Lighthouse, total byte weight",
            "https://developer.chrome.com/docs/lighthouse/performance/total-byte-weight",
            "90 points at 2,667 KiB, 50 points at 4,000 KiB (source of Lighthouse 12, 2025)",
        ),
    ),
    limits="Counts what crossed the network until the page was recorded: what an earlier page left in the "
    "browser's cache is not counted, nor what only comes with scrolling.",
)
def page_weight(page: PageRecord) -> Outcome:
    """Add up the bytes of all answers from the page's own document on."""
    requests = own_requests(page)
    if not requests:
        return not_measurable(say("The page was drawn by script without a page load; it has no weight of its own."))
    megabytes = sum(r.bytes for r in requests) / _MEGABYTE
    weight = (
        say("{megabytes:.1f} MB", megabytes=megabytes) if megabytes >= _SMALL else say("{kilobytes:.0f} kB", kilobytes=megabytes * 1000)
    )
    largest = sorted(requests, key=lambda r: -r.bytes)[:_SHOWN]
    return measured(
        several(len(requests), "The page weighs {weight} in {n} file.", "The page weighs {weight} in {n} files.", weight=weight),
        value=megabytes,
        good=_GOOD,
        poor=_POOR,
        unit="MB",
        findings=[_finding(r) for r in largest] if megabytes > _GOOD else (),
    )


def _finding(request: Request) -> Finding:
    address = request.url.partition("?")[0]
    message = say("{kilobytes:.0f} kB, {type}", kilobytes=request.bytes / 1000, type=request.mime or request.kind)
    return Finding(message, url=address, key=address)

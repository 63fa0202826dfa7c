"""speed-lcp."""

from dataclasses import replace

from auditor.api import (
    Effort,
    Finding,
    Kind,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    measured,
    median_interval,
    not_measurable,
    page_check,
    say,
    several,
    together,
)
from auditor_checks.speed.elements import in_words
from auditor_checks.speed.loads import lost_loads

_GOOD, _POOR = 2.5, 4.0  # seconds
_DECISIVE = {Stage.PRODUCT, Stage.CHECKOUT}


@page_check(
    id="speed-lcp",
    category="speed",
    title="The main content of the page appears fast",
    failure_title="The main content of the page appears late",
    why="Shoppers judge a page by when they can see what they came for. Late pages lose sales.",
    fix="Look at the named element. Send its picture smaller and earlier (no lazy loading, preload, a modern "
    "format), answer the page itself faster, and load scripts and fonts after it.",
    severity=Severity.CRITICAL,
    effort=Effort.M,
    stages=(Stage.HOME, Stage.CATEGORY, Stage.PRODUCT, Stage.CART, Stage.CHECKOUT),
    needs=("timings",),
    sources=(
        Source(
            "Google, web-vitals library",
            "https://github.com/GoogleChrome/web-vitals",
            "good up to 2.5 s, poor above 4 s (2026)",
        ),
        Source(
            "Deloitte and Google, Milliseconds make millions",
            "https://web.dev/case-studies/milliseconds-make-millions",
            "0.1 s faster on phones: 8.4 % more retail conversions (2020, 37 brands)",
        ),
    ),
    limits="A lab value of this machine and network, not the 75th percentile of real visitors. With one load "
    "per page it varies; --runs 3 or more takes the median. Pages drawn by script have no such time.",
)
def lcp(page: PageRecord) -> Outcome:
    """Read when the largest picture or text was painted (Largest Contentful Paint), median of all loads."""
    timings = page.timings
    if timings.soft:
        return not_measurable(say("The page was drawn by script without a page load; browsers report no such time."))
    vital = timings.vitals.get("LCP")
    if vital is None:
        return not_measurable(say("The browser did not report when the main content of the page appeared."))
    seconds = vital.value / 1000
    if not timings.complete and seconds <= _POOR:
        return not_measurable(say("A picture in view was still loading when the shopper went on, so more may have appeared later."))
    if timings.lost and seconds <= _POOR:
        return not_measurable(lost_loads(timings))
    severity = Severity.CRITICAL if page.stage in _DECISIVE else Severity.MAJOR
    message = several(
        max(1, len(vital.runs)),
        "The largest part of the page appeared after {seconds:.1f} s (lab value, one load).",
        "The largest part of the page appeared after {seconds:.1f} s (lab value, the median of {n} loads).",
        seconds=seconds,
    )
    if vital.element:
        message = together(message, say("It is {element}.", element=in_words(vital.element)), between=" ")
    outcome = measured(
        message,
        value=seconds,
        good=_GOOD,
        poor=_POOR,
        unit="s",
        severity=severity,
        loads=len(vital.runs),
        findings=[
            Finding(say("This appeared after {seconds:.1f} s.", seconds=seconds), selector=vital.element, key=vital.element or "LCP")
        ],
    )
    interval = median_interval([run / 1000 for run in vital.runs])
    if interval is not None and any(interval.low <= limit < interval.high for limit in (_GOOD, _POOR)):
        spread = say("The median lies between {low:.1f} and {high:.1f} s.", low=interval.low, high=interval.high)
        return replace(outcome, kind=Kind.WARN, grade=0.5, message=together(say("Unstable:"), message, spread, between=" "))
    return outcome if outcome.kind is not Kind.PASS else replace(outcome, findings=())

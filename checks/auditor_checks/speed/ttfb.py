"""speed-ttfb."""

from dataclasses import replace

from auditor.api import (
    Effort,
    Kind,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    measured,
    median_interval,
    not_applicable,
    not_measurable,
    page_check,
    say,
    several,
    together,
)
from auditor_checks.speed.loads import lost_loads

_GOOD, _POOR = 800.0, 1800.0  # milliseconds


@page_check(
    id="speed-ttfb",
    category="speed",
    title="The page starts answering quickly",
    failure_title="The page is slow to start answering",
    why="Everything else a page shows waits for its first byte.",
    fix="Keep finished pages in a cache near the shoppers, find out what the server spends its time on, and spare shoppers "
    "chains of redirects.",
    severity=Severity.MINOR,
    effort=Effort.M,
    stages=(Stage.HOME, Stage.CATEGORY, Stage.PRODUCT, Stage.CART, Stage.CHECKOUT),
    needs=("timings",),
    sources=(
        Source(
            "Google, web.dev, Time to First Byte",
            "https://web.dev/articles/ttfb",
            "good up to 0.8 s, poor above 1.8 s (2025)",
        ),
    ),
    limits="A lab value from this machine's place and network, redirects included. Pages drawn by script have none of their own.",
)
def ttfb(page: PageRecord) -> Outcome:
    """Read how long the page's first byte took (Time to First Byte), median of all loads."""
    if page.timings.soft:
        return not_applicable(say("The page was drawn by script without a page load; there is no answer to wait for."))
    vital = page.timings.vitals.get("TTFB")
    if vital is None:
        return not_measurable(say("The browser did not report when the first byte came."))
    if page.timings.lost and vital.value <= _POOR:
        return not_measurable(lost_loads(page.timings))
    said = several(
        max(1, len(vital.runs)),
        "The first byte came after {milliseconds:.0f} ms (lab value, one load).",
        "The first byte came after {milliseconds:.0f} ms (lab value, the median of {n} loads).",
        milliseconds=vital.value,
    )
    outcome = measured(said, value=vital.value, good=_GOOD, poor=_POOR, unit="ms", loads=len(vital.runs))
    interval = median_interval(vital.runs)
    if outcome.kind is Kind.FAIL and interval is not None and interval.low <= _POOR:
        spread = say("The median lies between {low:.0f} and {high:.0f} ms.", low=interval.low, high=interval.high)
        unstable = together(say("Unstable:"), said, spread, between=" ")
        return replace(outcome, kind=Kind.WARN, grade=0.5, message=unstable)
    return outcome

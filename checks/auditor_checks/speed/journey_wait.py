"""speed-journey-wait."""

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Missing,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    info,
    journey_check,
    measured,
    say,
    several,
)

_GOOD, _POOR = 15.0, 30.0  # seconds
_WAITED_FOR = {"document", "xhr", "fetch"}
_SHOWN = 4
_NOTABLE = 1.0


@journey_check(
    id="speed-journey-wait",
    category="speed",
    title="The way from the home page to the payment needs little waiting",
    failure_title="The way from the home page to the payment needs much waiting",
    why="Shoppers do not judge single pages but the whole purchase, and over half give up one that takes too long.",
    fix="Begin with the slowest pages listed: answer them faster, load less before they can be used, and join steps that ask little.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    needs=("timings", "network"),
    sources=(
        Source(
            "Stripe, The state of checkouts 2022",
            "https://go.stripe.global/amer-state-of-checkouts-2022",
            "52 % abandon a purchase whose checkout takes more than two minutes (2022); 15 and 30 s are this project's policy",
        ),
    ),
    limits="Adds up load events, or the longest request of pages drawn by script, of one page per stage, from this machine and "
    "network. Reading and typing are not counted.",
)
def journey_wait(journey: JourneyRecord) -> Outcome:
    """Add up how long the page of each stage took to load."""
    pages = list(journey.pages)
    if not pages:
        raise Missing(say("No page of the shop was reached on {device}", device=journey.device))
    waits = sorted(((_seconds(page), page) for page in pages), key=lambda pair: -pair[0])
    total = sum(seconds for seconds, _ in waits)
    slowest, page = waits[0]
    message = several(
        len(pages),
        "{n} page took {total:.1f} s to load, the {place} page {slowest:.1f} s of them (lab value).",
        "{n} pages took {total:.1f} s to load, the {place} page {slowest:.1f} s of them (lab value).",
        total=total,
        place=page.place,
        slowest=slowest,
    )
    if not journey.reached(Stage.PAYMENT):
        return info(say("The way ended before the payment. Up to there, {waited}", waited=message), value=round(total, 1), unit="s")
    long = [(seconds, page) for seconds, page in waits if seconds >= _NOTABLE and total > _GOOD]
    findings = [
        Finding(say("The {place} page took {seconds:.1f} s to load.", place=page.place, seconds=seconds), url=page.url, key=page.place)
        for seconds, page in long[:_SHOWN]
    ]
    return measured(message, value=total, good=_GOOD, poor=_POOR, unit="s", findings=findings, unlisted=len(long) - len(findings))


def _seconds(page: PageRecord) -> float:
    """How long a page took: its load event, or what a page drawn by script waited for longest."""
    timings = page.timings
    if not timings.soft and timings.load_ms is not None:
        return timings.load_ms / 1000
    waited = (r.milliseconds for r in page.network if r.kind in _WAITED_FOR and r.milliseconds and not r.failure)
    return max(waited, default=0.0) / 1000

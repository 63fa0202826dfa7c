"""speed-lighthouse-performance."""

from auditor.api import (
    Confidence,
    Effort,
    JourneyRecord,
    LighthousePage,
    Outcome,
    Severity,
    Source,
    Stage,
    journey_check,
    say,
)
from auditor_checks.lighthouse_scores import judge_scores, unsure

_SCATTER = 5  # points that one load alone may be off


@journey_check(
    id="speed-lighthouse-performance",
    category="speed",
    title="Lighthouse finds the pages fast",
    failure_title="Lighthouse finds pages slow",
    why="Lighthouse loads each page as a mid-range phone on a slow network does, or as a desktop, and sums up in points how soon it "
    "can be seen and used. It shows what a fast connection hides, and many teams release by it.",
    fix="Begin with the page that has the fewest points. Look at the figures beside it: late main content asks for smaller and earlier "
    "pictures, long blocking for less script, shifts for sizes on pictures and banners.",
    severity=Severity.MAJOR,
    effort=Effort.L,
    confidence=Confidence.MEDIUM,
    stages=(Stage.HOME, Stage.CATEGORY, Stage.PRODUCT, Stage.CART, Stage.CHECKOUT),
    sources=(
        Source(
            "Chrome for Developers, Lighthouse performance scoring",
            "https://developer.chrome.com/docs/lighthouse/performance/performance-scoring",
            "90 to 100 good, 50 to 89 needs improvement, 0 to 49 poor (2025)",
        ),
        Source(
            "Lighthouse, Score variability",
            "https://github.com/GoogleChrome/lighthouse/blob/main/docs/variability.md",
            "scores vary from run to run without any change of the page (2025)",
        ),
    ),
    limits="Only where Lighthouse was asked for (--lighthouse). One load per page, on this machine; a score moves by some points from "
    "run to run, so it fails only below 45. On a machine that Lighthouse finds slow it never fails. The lowest page counts.",
)
def lighthouse_performance(journey: JourneyRecord) -> Outcome:
    """Take the lowest performance score of the pages that were measured."""
    return unsure(judge_scores(journey, "performance", tuple(Stage), _described, _SCATTER), journey)


def _described(page: LighthousePage, score: int) -> str:
    names = ("largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
    figures = [audit.value for name in names if (audit := page.audits.get(name)) is not None and audit.value is not None]
    if len(figures) < len(names):
        return say("{score} of 100 points.", score=score)
    lcp, tbt, cls = figures
    return say(
        "{score} of 100 points: main content after {seconds:.1f} s, blocked by scripts for {ms:,.0f} ms, layout shift {shift:.2f}.",
        score=score,
        seconds=lcp / 1000,
        ms=tbt,
        shift=cls,
    )

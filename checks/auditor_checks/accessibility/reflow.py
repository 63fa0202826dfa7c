"""accessibility-reflow."""

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    listing,
    not_measurable,
    passed,
    say,
    several,
    warned,
)
from auditor_checks.reopened_pages import PROBE, reopened_pages, the_part
from auditor_checks.wording import counted

_SLIGHT = 8  # CSS pixels; less is no scrolling anybody would notice


@journey_check(
    id="accessibility-reflow",
    category="accessibility",
    title="Product, cart and address form fit a window of 320 pixels",
    failure_title="At 400 % zoom, parts needed for buying do not fit the window",
    why="People with weak eyes enlarge pages to 400 %. What then stands beyond the edge is read line by line by moving sideways, "
    "or not found at all.",
    fix="Let the page rearrange itself down to a width of 320 CSS pixels: one column, widths in per cent, no min-width, words that "
    "wrap. Try it by zooming a window of 1280 pixels to 400 %.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    stages=(Stage.PRODUCT, Stage.CART, Stage.ADDRESS),
    devices="desktop",
    probes=(PROBE,),
    sources=(
        Source("W3C, WCAG 2.2, success criterion 1.4.10 Reflow", "https://www.w3.org/TR/WCAG22/#reflow", "level AA (2023)"),
        Source(
            "UK Government, Guide to WCAG, 1.4.10",
            "https://github.com/alphagov/guide-to-wcag/wiki/1.4.10",
            "1280 pixels zoomed to 400 % are 320; pictures, maps and data tables may be wider (2024)",
        ),
    ),
    limits="Up to three pages, opened again on desktop in a window of 320 by 640 pixels. Larger text alone (WCAG 1.4.4) is not tried.",
)
def reflow(journey: JourneyRecord) -> Outcome:
    """Look whether name, price, fields and buttons stand within a window of 320 CSS pixels, and whether it moves sideways."""
    pages = [page for page in reopened_pages(journey) if page["narrow"]["parts"]]
    if not pages:
        return not_measurable(say("On none of the pages opened again was anything found that is needed for buying."))
    cut = [(page, part) for page in pages for part in page["narrow"]["cut"]]
    if cut:
        findings = [
            Finding(
                say(
                    "On the {stage} page {part} stands {pixels} pixels beyond the window.",
                    stage=page["stage"],
                    part=the_part(part["what"], part["words"]),
                    pixels=part["by"],
                ),
                url=page["url"],
                key=f"{page['stage']} {part['what']}",
            )
            for page, part in cut
        ]
        return failed(findings[0].message, findings=findings, value=len(cut), unit="parts", threshold="0")
    moving = [page for page in pages if page["narrow"]["sideways"] > _SLIGHT and page["narrow"]["beyond"]]
    if moving:
        worst = max(page["narrow"]["sideways"] for page in moving)
        findings = [
            Finding(
                say("“{words}” reaches beyond the window.", words=piece["words"] or piece["tag"]),
                piece["tag"],
                url=page["url"],
                key=page["stage"],
            )
            for page in moving
            for piece in page["narrow"]["beyond"][:1]
        ]
        message = several(
            len(moving),
            "What is needed for buying fits 320 pixels, but the {stages} page can be moved sideways by up to {pixels} pixels.",
            "What is needed for buying fits 320 pixels, but the pages {stages} can be moved sideways by up to {pixels} pixels.",
            stages=listing(page["stage"] for page in moving),
            pixels=worst,
        )
        return warned(message, findings=findings, value=worst, unit="px", threshold="0 px")
    message = say("All that is needed for buying on {pages} fits a window of 320 pixels.", pages=counted(len(pages), "page"))
    return passed(message, value=0, unit="parts", threshold="0")

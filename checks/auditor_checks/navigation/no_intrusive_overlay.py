"""navigation-no-intrusive-overlay."""

from collections.abc import Iterator

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Missing,
    Outcome,
    Severity,
    Source,
    failed,
    journey_check,
    passed,
    say,
    several,
    warned,
)

_PROBE = "linger"
_COVERED = 0.3  # share of the window
_SOON = 10_000  # milliseconds, in which shoppers have not looked around yet
_CLOSED = say("A newsletter pop-up covered the page and was closed.")  # the journey's note of what it closed on the way


@journey_check(
    id="navigation-no-intrusive-overlay",
    category="navigation",
    title="No unasked window covers the page",
    failure_title="An unasked window covers the page",
    why="A window that nobody asked for interrupts the one task that brings in money, and search engines rank such pages lower.",
    fix="Show offers and sign-ups inside the page or in a small corner, not before the shopper has looked around, and never "
    "in the checkout.",
    severity=Severity.MAJOR,
    effort=Effort.XS,
    probes=(_PROBE,),
    sources=(
        Source(
            "Nielsen Norman Group, Popups: 10 problematic trends and alternatives",
            "https://www.nngroup.com/articles/popups/",
            "overlays before the content interrupt critical tasks (2019)",
        ),
        Source(
            "Google Search Central, Avoid intrusive interstitials and dialogs",
            "https://developers.google.com/search/docs/appearance/avoid-intrusive-interstitials",
            "dialogs that cover the content hurt the ranking (2025)",
        ),
    ),
    limits="On desktop the home page is watched for twelve seconds besides; windows that come later or on leaving are not seen. Consent, "
    "age and country questions are no offence.",
)
def no_intrusive_overlay(journey: JourneyRecord) -> Outcome:
    """Look for windows about newsletters or offers that lie over the pages, or had to be closed on the way."""
    pages = list(journey.pages)
    if not pages:
        raise Missing(say("No page of the shop was reached on {device}", device=journey.device))
    findings = [
        Finding(
            say("A window covers {share:.0%} of the {place} page.", share=overlay.layer.share, place=page.place),
            box=overlay.layer.box,
            url=page.url,
            key=page.place,
        )
        for page in pages
        for overlay in page.facts.overlays
        if overlay.kind == "newsletter" and overlay.blocking and overlay.layer.share > _COVERED
    ]
    late = [] if findings else list(_came_up(journey))
    findings += [Finding(_CLOSED, url=pages[0].url, key="closed") for note in journey.journey.notes if note == _CLOSED]
    findings = findings or [finding for finding, soon in late if soon]
    if not findings and late:
        return warned(late[0][0].message, findings=[finding for finding, _ in late], value=len(late), unit="windows", threshold="0")
    if not findings:
        said = several(len(pages), "Nothing unasked covered the {n} page reached.", "Nothing unasked covered the {n} pages reached.")
        return passed(said, value=0, unit="windows", threshold="0")
    return failed(findings[0].message, findings=findings, value=len(findings), unit="windows", threshold="0")


def _came_up(journey: JourneyRecord) -> Iterator[tuple[Finding, bool]]:
    """Windows that came while a visitor stayed on the home page, each with whether it came soon."""
    try:
        found = journey.probe(_PROBE)
    except Missing:
        return  # on phones, or without probes
    for layer in found["layers"]:
        if layer["kind"] == "newsletter" and layer["blocking"] and layer["share"] > _COVERED:
            came = layer["came"]
            told = (
                say("A window covers {share:.0%} of the home page.", share=layer["share"])
                if came is None
                else say(
                    "A window covers {share:.0%} of the home page, {seconds} seconds after it was opened.",
                    share=layer["share"],
                    seconds=round(came / 1000),
                )
            )
            yield Finding(told, url=found["url"], key="home"), came is not None and came < _SOON

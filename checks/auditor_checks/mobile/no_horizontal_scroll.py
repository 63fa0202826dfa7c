"""mobile-no-horizontal-scroll."""

from collections.abc import Iterator

from auditor.api import (
    Box,
    Effort,
    Finding,
    JourneyRecord,
    Missing,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    passed,
    say,
    together,
    warned,
)
from auditor_checks.selectors import selector_of
from auditor_checks.wording import portion

_ROUNDING = 1  # CSS pixels
_SLIGHT = 16
_BUYING = frozenset(Stage) - {Stage.HOME, Stage.CATEGORY, Stage.SEARCH}
_SHOWN = 3  # per page


@journey_check(
    id="mobile-no-horizontal-scroll",
    category="mobile",
    title="Nothing spills over the screen",
    failure_title="Pages are wider than the screen",
    why="A page that slides sideways feels broken, and buttons at its edge are missed.",
    fix="Let the listed elements shrink with the screen (max-width: 100%, wrapping instead of fixed "
    "widths); wide tables may scroll inside a box of their own.",
    severity=Severity.MAJOR,
    effort=Effort.S,
    devices="mobile",
    sources=(
        Source(
            "W3C, WCAG 2.2, success criterion 1.4.10 Reflow",
            "https://www.w3.org/TR/WCAG22/#reflow",
            "level AA (2023)",
        ),
    ),
    limits="Measured with one width of screen, the pages reached only. Pages that cut off what is too wide cannot be moved and are not "
    "accused. What a script moves out of sight later is not seen.",
)
def no_horizontal_scroll(journey: JourneyRecord) -> Outcome:
    """Compare the width of each page reached with the width of the screen; name what reaches beyond it."""
    pages = list(journey.pages)
    if not pages:
        raise Missing(say("No page of the shop was reached on {device}", device=journey.device))
    wide = {page.place: page for page in pages if _excess(page, journey) > _ROUNDING}
    width = journey.viewport[0]
    if not wide:
        message = portion(
            len(pages),
            len(pages),
            "page",
            "reached fits the screen of {width} pixels.",
            "reached fit the screen of {width} pixels.",
            width=width,
        )
        return passed(message, value=0, unit="px", threshold="0 px")
    worst = max(_excess(page, journey) for page in wide.values())
    spilling = [list(_spilling(page, _screen(page, journey))) for page in wide.values()]
    findings = [found for some in spilling for found in some[:_SHOWN]]
    message = portion(
        len(wide),
        len(pages),
        "page",
        "is wider than the screen of {width} pixels, by {worst} pixels: {pages}.",
        "are wider than the screen of {width} pixels, by up to {worst} pixels: {pages}.",
        width=width,
        worst=worst,
        pages=together(*wide, between=", "),
    )
    slight = worst <= _SLIGHT and not any(page.stage in _BUYING for page in wide.values())
    outcome = warned if slight else failed
    return outcome(message, findings=findings, unlisted=sum(map(len, spilling)) - len(findings), value=worst, unit="px", threshold="0 px")


def _screen(page: PageRecord, journey: JourneyRecord) -> int:
    """The width the page is laid out for.

    Phones zoom out until a page fits, so the window alone hides the fault. A page that does not ask for the
    width of the device is laid out as on a desktop, which is another check's matter.
    """
    asks = "device-width" in page.observation.meta.get("viewport", "")
    return journey.viewport[0] if asks else page.observation.viewport[0]


def _excess(page: PageRecord, journey: JourneyRecord) -> int:
    """How far a page can be moved sideways; a page that cuts off what is parked beside it (menus, drawers) cannot."""
    if page.observation.overflow_x in {"hidden", "clip"}:
        return 0
    return page.observation.page_size[0] - _screen(page, journey)


def _spilling(page: PageRecord, width: int) -> Iterator[Finding]:
    """The elements that reach beyond the screen, furthest first."""
    observation = page.observation
    controls = {c.n: c for c in observation.visible if not c.fixed}
    texts = {t.n: t for t in observation.texts if not t.fixed and t.control < 0}
    boxes: dict[int, Box] = {t.n: t.box for t in texts.values()} | {c.n: c.box for c in controls.values()}
    boxes |= {p.n: p.box for p in observation.pictures}
    wide = sorted((n for n in boxes if boxes[n].right > width + _ROUNDING), key=lambda n: -boxes[n].right)
    for n in wide:
        control, text = controls.get(n), texts.get(n)
        shown = control.label_text if control else text.text if text else ""
        beyond = boxes[n].right - width
        selector = selector_of(control) if control else observation.kinds[n]
        if control or text:
            message = say("“{element}” reaches {pixels:.0f} pixels beyond the screen.", element=shown[:60], pixels=beyond)
        else:
            message = say("A picture reaches {pixels:.0f} pixels beyond the screen.", pixels=beyond)
        yield Finding(message, selector, boxes[n], page.url, f"{page.place} {selector}")

"""mobile-viewport."""

import re

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Missing,
    Outcome,
    PageRecord,
    Severity,
    Source,
    failed,
    journey_check,
    passed,
    say,
    together,
    warned,
)
from auditor_checks.page_links import CHECKOUT_STAGES
from auditor_checks.wording import portion

_PART = re.compile(r"[\s,;]*([a-z-]+)\s*=\s*([^\s,;]+)", re.IGNORECASE)
_LEAST_ZOOM = 2.0
_FORBIDDEN = {"no", "0"}
_THRESHOLD = say("width=device-width, zoom to 200 %")


@journey_check(
    id="mobile-viewport",
    category="mobile",
    title="Pages are made for phones and can be zoomed",
    failure_title="Pages are not made for phones",
    why="Without this setting a phone shows the desktop page in miniature, and where zooming is forbidden, small print stays small.",
    fix='Put <meta name="viewport" content="width=device-width, initial-scale=1"> into the head of every page, without '
    "user-scalable=no and without a maximum-scale below 2.",
    severity=Severity.MAJOR,
    effort=Effort.XS,
    devices="mobile",
    sources=(
        Source(
            "Stripe, European checkouts in 2020",
            "https://stripe.com/guides/european-checkouts-in-2020",
            "96 % of checkouts were adapted to phones (2020)",
        ),
        Source(
            "W3C, WCAG 2.2, success criterion 1.4.4 Resize Text",
            "https://www.w3.org/TR/WCAG22/#resize-text",
            "level AA: text can be enlarged to 200 % (2023)",
        ),
    ),
    limits="Reads what the pages ask of the browser. Some browsers let people zoom although a page forbids it. A small maximum-scale alone "
    "and a checkout only warn, user-scalable=no elsewhere fails.",
)
def viewport(journey: JourneyRecord) -> Outcome:
    """Read the viewport setting of each page reached."""
    pages = list(journey.pages)
    if not pages:
        raise Missing(say("No page of the shop was reached on {device}", device=journey.device))
    unfit = [_finding(page, said) for page in pages if (said := _misfit(page))]
    if unfit:
        said = portion(len(unfit), len(pages), "page", "is not made for phones.", "are not made for phones.")
        message = together(said, unfit[0].message, between=" ")
        return failed(message, findings=unfit, value=len(unfit), unit="pages", threshold=_THRESHOLD, severity=Severity.CRITICAL)
    held = [(page, setting) for page in pages if (setting := _held(page))]
    fixed = [_finding(page, say("The {place} page forbids zooming ({setting}).", place=page.place, setting=told)) for page, told in held]
    if fixed:
        said = portion(len(fixed), len(pages), "page", "forbids zooming.", "forbid zooming.")
        # the templates of some hosted checkouts forbid it, and no merchant can change them
        outcome = failed if any(_forbids(page) and page.stage not in CHECKOUT_STAGES for page, _ in held) else warned
        return outcome(together(said, fixed[0].message, between=" "), findings=fixed, value=len(fixed), unit="pages", threshold=_THRESHOLD)
    said = portion(
        len(pages),
        len(pages),
        "page",
        "reached is as wide as the phone and can be zoomed.",
        "reached are as wide as the phone and can be zoomed.",
    )
    return passed(said, value=0, unit="pages", threshold=_THRESHOLD)


def _misfit(page: PageRecord) -> str:
    """Say why a page is not laid out for the width of a phone, "" if it is."""
    asked = _settings(page)
    if asked.get("width") == "device-width" or (_number(asked.get("initial-scale", "")) or 0) >= 1:
        return ""  # either alone makes browsers lay the page out for the screen
    if "width" in asked:
        return say("The {place} page asks for a width of {width}, whatever the phone's.", place=page.place, width=asked["width"])
    return say(
        "The {place} page does not say how wide it is to be on a phone, so it is shown as on a desktop, in miniature.", place=page.place
    )


def _held(page: PageRecord) -> str:
    """Return the setting that keeps people from enlarging the page to twice its size, "" if none does."""
    asked = _settings(page)
    if _forbids(page):
        return f"user-scalable={asked['user-scalable']}"
    largest = _number(asked.get("maximum-scale", ""))
    return f"maximum-scale={asked['maximum-scale']}" if largest is not None and largest < _LEAST_ZOOM else ""


def _forbids(page: PageRecord) -> bool:
    """Whether a page forbids zooming outright; a small maximum alone keeps iPhones from zooming into fields and is no more than a slip."""
    return _settings(page).get("user-scalable") in _FORBIDDEN


def _settings(page: PageRecord) -> dict[str, str]:
    content = page.observation.meta.get("viewport", "")
    return {name.lower(): value.lower() for name, value in _PART.findall(content)}


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _finding(page: PageRecord, message: str) -> Finding:
    return Finding(message, 'meta[name="viewport"]', url=page.url, key=page.place)

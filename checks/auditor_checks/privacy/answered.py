"""What the visitor answered to the consent banner, and what ran on the pages afterwards."""

from auditor.api import JourneyRecord, PageRecord, Request, Stage


def was_asked(journey: JourneyRecord) -> bool:
    """Whether a consent banner was met."""
    return bool(journey.consent.get("seen"))


def refused(journey: JourneyRecord) -> bool:
    """Whether the journey refused tracking by a control of the shop's own banner."""
    return str(journey.consent.get("choice", "")).startswith("rejected") and journey.consent.get("by") == "own"


def pages_after(journey: JourneyRecord) -> list[PageRecord]:
    """Return the pages reached after the home page, where the banner is answered."""
    return [page for page in journey.pages if page.stage is not Stage.HOME]


def requests_since_load(page: PageRecord) -> tuple[Request, ...]:
    """Return the requests of the page itself: those before its document may be older than the answer."""
    requests = page.network
    start = max((place for place, request in enumerate(requests) if request.main_document), default=None)
    return () if start is None else requests[start:]

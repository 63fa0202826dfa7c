"""Whose response headers hold for a stage: the page's own, or those of the last document before it."""

from auditor.api import JourneyRecord, Missing, PageRecord, Recording, Stage, say


def first_with_headers(recording: Recording, *stages: Stage) -> PageRecord:
    """Return the first page of the stages, in this order, that came with headers of its own; raises `Missing` with the first reason.

    A page that a script draws without a page load is governed by the headers of the document before it.
    """
    reasons: list[Missing] = []
    for stage in stages:
        for journey in recording.journeys:
            try:
                return _with_headers(journey, stage)
            except Missing as missing:
                reasons.append(missing)
    raise reasons[0] if reasons else Missing(say("Nothing was recorded"))


def _with_headers(journey: JourneyRecord, stage: Stage) -> PageRecord:
    page = journey.page(stage)
    page.path("headers.json")
    return page

"""navigation-search-no-results."""

from collections.abc import Mapping
from typing import Any

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Missing,
    Outcome,
    Severity,
    Source,
    Stage,
    StepOutcome,
    failed,
    journey_check,
    not_applicable,
    passed,
    warned,
)

_PROBE = "search_no_results"
_ENOUGH = 2
_ERROR = 500


@journey_check(
    id="navigation-search-no-results",
    category="navigation",
    title="A search without results still helps",
    failure_title="A search without results is a dead end",
    why="Who finds nothing and is offered nothing leaves, although the shop may have what was meant.",
    fix="Say plainly that nothing was found for the words typed, and offer at least two ways on: links to "
    "the main categories, popular products, a hint to check the spelling, a way to ask.",
    severity=Severity.MINOR,
    effort=Effort.S,
    stages=(Stage.SEARCH,),
    probes=(_PROBE,),
    sources=(
        Source(
            "Google, Retail UX playbook",
            "https://de.slideshare.net/hmvrulz/google-secret-ux-retail-playbook",
            "always return search results (copy read in 2026)",
        ),
    ),
    limits="One query of nonsense in the shop's own search field. Whether the offers fit is not judged.",
)
def search_no_results(journey: JourneyRecord) -> Outcome:
    """Search for a word no product has; look for the statement and for the ways on that the answer offers."""
    try:
        found = journey.probe(_PROBE)
    except Missing:
        if _has_no_search(journey):
            return not_applicable("The shop has no search.")
        raise
    url, query = str(found["url"]), found["query"]
    if found["status"] >= _ERROR:
        said = f"The search for “{query}” was answered with an error page (HTTP status {found['status']})."
        return failed(said, findings=[Finding(said, url=url, key="error page")], value=0, unit="ways on")
    ways = _ways_on(found)
    offered = f"It offers {', '.join(ways)}." if ways else "It offers no way on."
    findings = [Finding(f"The page after searching for “{query}”. {offered}", url=url, key="no way on")]
    threshold = f"≥ {_ENOUGH}, and it says so"
    if not ways:
        return failed(
            f"A search that finds nothing is a dead end. {offered}",
            findings=findings,
            value=0,
            unit="ways on",
            threshold=threshold,
        )
    if not found["says_nothing_found"]:
        message = f"The page does not say that nothing was found. {offered}"
        return warned(message, findings=findings, value=len(ways), unit="ways on", threshold=threshold)
    if len(ways) < _ENOUGH:
        message = f"The page says that nothing was found. {offered}"
        return warned(message, findings=findings, value=len(ways), unit="ways on", threshold=threshold)
    return passed(
        f"The page says that nothing was found. {offered}",
        value=len(ways),
        unit="ways on",
        threshold=threshold,
    )


def _ways_on(found: Mapping[str, Any]) -> list[str]:
    offers = {
        "links to categories": found["category_links"],
        "products": found["suggested_products"],
        "a way to ask": found["contact"],
        "advice": found["tips"],
    }
    return [name for name, there in offers.items() if there]


def _has_no_search(journey: JourneyRecord) -> bool:
    """Whether the journey looked for a search and saw no field to type into."""
    step = journey.journey.step(Stage.SEARCH)
    return step is not None and step.outcome is StepOutcome.NOT_FOUND and step.attempts == 0

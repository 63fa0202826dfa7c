"""navigation-search-no-results."""

from collections.abc import Mapping
from typing import Any

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Message,
    Missing,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_applicable,
    not_measurable,
    passed,
    say,
    together,
    warned,
)
from auditor_checks.navigation.searching import has_no_search

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
    limits="One query of nonsense in the shop's own search field. Whether the offers fit is not judged; what other pages show in the same "
    "place, such as a letter to sign up for, is none.",
)
def search_no_results(journey: JourneyRecord) -> Outcome:
    """Search for a word no product has; look for the statement and for the ways on that the answer offers."""
    try:
        found = journey.probe(_PROBE)
    except Missing:
        if has_no_search(journey):
            return not_applicable(say("No search that could be used was seen on {device}.", device=journey.device))
        raise
    url, query = str(found["url"]), found["query"]
    if found["status"] >= _ERROR:
        said = say("The search for “{query}” was answered with an error page (HTTP status {status}).", query=query, status=found["status"])
        return failed(said, findings=[Finding(said, url=url, key="error page")], value=0, unit="ways on")
    if not found.get("answered", True):
        return not_measurable(say("Searching for “{query}” changed nothing that could be seen, so the answer is not known.", query=query))
    ways = _ways_on(found)
    threshold = say("≥ {enough}, and it says so", enough=_ENOUGH)
    message = _message(ways, says_it=found["says_nothing_found"])
    answer = together(say("The answer to searching for “{query}”.", query=query), message, between=" ")
    findings = [Finding(answer, url=url, key="no way on")]
    if not ways:
        return failed(message, findings=findings, value=0, unit="ways on", threshold=threshold)
    if not found["says_nothing_found"] or len(ways) < _ENOUGH:
        return warned(message, findings=findings, value=len(ways), unit="ways on", threshold=threshold)
    return passed(message, value=len(ways), unit="ways on", threshold=threshold)


def _message(ways: list[Message], *, says_it: bool) -> Message:
    if ways:
        said = say("The page says that nothing was found.") if says_it else say("The page does not say that nothing was found.")
        return together(said, say("Besides the menu it offers {ways}.", ways=together(*ways, between=", ")), between=" ")
    if says_it:
        return say(
            "The page says that nothing was found, and besides the menu it offers no products, no categories, no advice and no way to ask."
        )
    return say(
        "The page does not say that nothing was found, "
        "and besides the menu it offers no products, no categories, no advice and no way to ask."
    )


def _ways_on(found: Mapping[str, Any]) -> list[Message]:
    offers = {
        say("links to categories"): found["category_links"],
        say("products"): found["suggested_products"],
        say("a way to ask"): found["contact"],
        say("advice"): found["tips"],
    }
    return [name for name, there in offers.items() if there]

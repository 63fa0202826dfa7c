"""navigation-search-suggestions."""

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
    not_applicable,
    not_measurable,
    passed,
    say,
    several,
    warned,
)
from auditor_checks.navigation.searching import searched

_SLOW = 2.0  # seconds
_NOT_TYPED = (say("The results show no search field to type into."), say("Nothing could be typed into the search field."))  # by the probe


@journey_check(
    id="navigation-search-suggestions",
    category="navigation",
    title="Search suggests while one types",
    failure_title="Search suggests nothing while one types",
    why="Suggestions save typing on phones, avoid errors, and show what the shop has.",
    fix="Show matching products, categories and words below the field from the third letter on, as links or as a list that the "
    "arrow keys reach.",
    severity=Severity.MINOR,
    effort=Effort.M,
    stages=(Stage.SEARCH,),
    devices="desktop",
    probes=("search_variants",),
    sources=(
        Source(
            "Smashing Magazine, The current state of e-commerce search",
            "https://www.smashingmagazine.com/2014/08/18/the-current-state-of-e-commerce-search/",
            "82 % of sites offered suggestions (2014)",
        ),
    ),
    limits="Four letters typed into the fields for searching on the page of results, also into one that a button opens, until one "
    "suggests something. How well the suggestions fit is not judged.",
)
def search_suggestions(journey: JourneyRecord) -> Outcome:
    """Type four letters of the product's name and look for something new to press near the field."""
    found = searched(journey)
    if found is None:
        return not_applicable(say("The shop has no search that led to results."))
    seen = found.get("suggestions", say("The results could not be opened again."))
    if isinstance(seen, str):
        return not_measurable(next((text for text in _NOT_TYPED if text == seen), seen))
    typed, shown, url = seen["typed"], int(seen["shown"]), str(seen["url"])
    if shown and seen["seconds"] <= _SLOW + 1 and seen["reachable"]:
        return passed(
            several(shown, "Typing “{typed}” brings up {n} suggestion.", "Typing “{typed}” brings up {n} suggestions.", typed=typed),
            value=shown,
            unit="suggestions",
            threshold="≥ 1",
        )
    if shown or seen["texts"]:
        message = say("Typing “{typed}” brings up suggestions, but late or so that the keyboard does not reach them.", typed=typed)
        return warned(message, findings=[Finding(message, url=url, key="suggestions")], value=shown, unit="suggestions")
    message = say("Typing “{typed}” into the search field brings up no suggestions.", typed=typed)
    return failed(message, findings=[Finding(message, url=url, key="suggestions")], value=0, unit="suggestions", threshold="≥ 1")

"""navigation-filter-feedback."""

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    JourneyRecord,
    Missing,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_applicable,
    passed,
    say,
    together,
    warned,
)

_PROBE = "filter_used"
_FACTS = {
    "list_changed": say("the list stayed as it was for some seconds"),
    "state_shown": say("the filter is not shown as chosen"),
    "address_changed": say("the address did not change, so the list cannot be sent or found again"),
    "undone": say("taking it back did not bring the list back"),
}
_ENOUGH, _POOR = 4, 1


@journey_check(
    id="navigation-filter-feedback",
    category="navigation",
    title="A filter that is used is seen and can be taken back",
    failure_title="A filter that is used is not seen or cannot be taken back",
    why="Who does not see what a list is narrowed by takes it for all there is.",
    fix="Update the list and its count when a filter is chosen, show the filters chosen above the list with an × each, and keep "
    "them in the address so that the list can be sent and found again.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    stages=(Stage.CATEGORY,),
    devices="desktop",
    probes=(_PROBE,),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Baymard Institute, Have filters for list item information",
            "https://baymard.com/blog/have-filters-for-list-item-info",
            "38 % of sites lack filters for what their lists show (read in 2026); what a filter must show is this project's policy",
        ),
    ),
    limits="The first filter of one list, on desktop: check boxes, or else links to the same list (or to “#”, left to a script) and "
    "buttons among others like them in a part named after filtering. "
    "Filters in a dialog, and ranges and lists to choose from, are left out.",
)
def filter_feedback(journey: JourneyRecord) -> Outcome:
    """Judge what came of using the first filter of the list, and of taking it back."""
    try:
        found = journey.probe(_PROBE)
    except Missing as reason:
        if journey.reached(Stage.CATEGORY):
            return not_applicable(reason.args[0])
        raise
    missing = [title for name, title in _FACTS.items() if not found[name]]
    count, url = len(_FACTS) - len(missing), str(found["url"])
    threshold = say("{number} of {total}", number=_ENOUGH, total=len(_FACTS))
    if not missing:
        said = say(
            "Using “{filter}” changes {before} products to {after}, is seen and can be taken back.",
            filter=found["filter"],
            before=found["before"],
            after=found["after"],
        )
        return passed(said, value=count, threshold=threshold)
    told = [title for name, title in _FACTS.items() if not found[name] and (name != "undone" or found["list_changed"])]
    message = say("After choosing the filter “{filter}”: {faults}.", filter=found["filter"], faults=together(*told, between="; "))
    findings = [Finding(message, url=url, key="filter")]
    outcome = failed if count <= _POOR else warned
    return outcome(message, findings=findings, value=count, threshold=threshold)

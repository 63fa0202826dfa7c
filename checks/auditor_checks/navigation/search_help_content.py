"""navigation-search-help-content."""

from auditor.api import (
    Confidence,
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
    passed,
    say,
)
from auditor_checks.navigation.searching import searched


@journey_check(
    id="navigation-search-help-content",
    category="navigation",
    title="Search also finds help",
    failure_title="Search finds products only, no help",
    why="Shoppers type “returns” into the search as they are used to, and take “no results” for an answer.",
    fix="Let the search look into the pages on delivery, returns and contact as well, or lead such words straight to the page.",
    severity=Severity.MINOR,
    effort=Effort.M,
    stages=(Stage.SEARCH,),
    devices="desktop",
    probes=("search_variants",),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Baymard Institute, quoted by EcomToolkit",
            "https://ecomtoolkit.net/blog/ecommerce-returns-policy-page",
            "34 % of users tried, 15 % of sites do not support it (second hand)",
        ),
    ),
    limits="One word for returns in the language of the page. A link to help in the main part of the results "
    "counts, unless other results have it too.",
)
def search_help_content(journey: JourneyRecord) -> Outcome:
    """Search for the word for returns and look for a link to help among the results."""
    found = searched(journey)
    if found is None:
        return not_applicable(say("The shop has no search that led to results."))
    asked = found.get("help")
    if not asked or not asked["query"]:
        return not_applicable(say("What is searched for does not stand in the results' address, so nothing else could be asked."))
    if asked["links"]:
        return passed(say("Searching for “{query}” leads to help ({page}).", query=asked["query"], page=asked["links"][0]), value=True)
    message = say("Searching for “{query}” shows no link to a page of help among the results.", query=asked["query"])
    return failed(message, findings=[Finding(message, url=str(asked["url"]), key="help")], value=False)

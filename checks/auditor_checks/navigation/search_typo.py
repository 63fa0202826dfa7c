"""navigation-search-typo."""

from auditor.api import (
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
    warned,
)
from auditor_checks.navigation.searching import searched

_ERROR = 500


@journey_check(
    id="navigation-search-typo",
    category="navigation",
    title="Search forgives a small typing error",
    failure_title="Search finds nothing after a small typing error",
    why="On phones one letter is soon missing. “No results” then tells shoppers that the shop does not have what it has.",
    fix="Switch on the search's tolerance for errors (fuzzy matching), or offer “Did you mean …?” with a link.",
    severity=Severity.MAJOR,
    effort=Effort.L,
    stages=(Stage.SEARCH,),
    devices="desktop",
    probes=("search_variants",),
    sources=(
        Source(
            "Smashing Magazine, The current state of e-commerce search",
            "https://www.smashingmagazine.com/2014/08/18/the-current-state-of-e-commerce-search/",
            "18 % of sites found nothing useful after one wrong letter in the name (2014)",
        ),
    ),
    limits="One product, that of the visit or, where its name has no word of six letters, another one of the lists seen. One letter is "
    "missing in the longest word of the name, which is searched for alone where the word alone finds it, in searches whose query stands "
    "in the address. What a search for a meaningless word shows too counts as recommended.",
)
def search_typo(journey: JourneyRecord) -> Outcome:
    """Search for the product of the visit with one letter missing."""
    found = searched(journey)
    if found is None:
        return not_applicable(say("The shop has no search that led to results."))
    typo = found.get("typo")
    if not typo:
        if found.get("help"):
            return not_applicable(say("“{query}” has no word that is long enough to miss a letter.", query=found["query"]))
        return not_applicable(say("What is searched for does not stand in the results' address, so nothing else could be asked."))
    if typo.get("unsure"):
        raise Missing(say("Asked by its address, the search did not find the product by the right word either"))
    query, url = typo["query"], str(typo["url"])
    if typo["found"]:
        return passed(
            say("Searching for “{query}” still finds “{title}”.", query=query, title=typo.get("title", found["title"])), value=True
        )
    if typo["status"] >= _ERROR:
        message = say("Searching for “{query}” is answered with an error (HTTP status {status}).", query=query, status=typo["status"])
        return failed(message, findings=[Finding(message, url=url, key="typo")], value=False)
    if typo["corrected"] or (typo["products"] and not typo["says_nothing_found"]):
        message = (
            say("Searching for “{query}” offers to search for the right word.", query=query)
            if typo["corrected"]
            else say("Searching for “{query}” shows other products only.", query=query)
        )
        return warned(message, findings=[Finding(message, url=url, key="typo")], value=False)
    right = typo.get("right", found["query"])
    message = (
        say(
            "Searching for “{query}” instead of “{right}” finds nothing; the products on the page are only recommended.",
            query=query,
            right=right,
        )
        if typo.get("shown", typo["products"])
        else say("Searching for “{query}” instead of “{right}” shows no product at all.", query=query, right=right)
    )
    return failed(message, findings=[Finding(message, url=url, key="typo")], value=False)

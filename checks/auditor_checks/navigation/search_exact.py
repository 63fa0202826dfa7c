"""navigation-search-exact."""

import re

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    Step,
    StepOutcome,
    failed,
    journey_check,
    normalise,
    not_applicable,
    not_measurable,
    passed,
    say,
    title_similarity,
    together,
    warned,
)
from auditor_checks.navigation.searching import has_no_search

_QUERY = re.compile(r"“(.+?)”")
_SAME = 0.6
_LONGEST = 60  # letters of a name that is searched for as a whole; longer ones are cut
_GOOD, _POOR = 3, 10


@journey_check(
    id="navigation-search-exact",
    category="navigation",
    title="Searching a product's name finds that product",
    failure_title="Searching a product's name does not find that product",
    why="Who types a product's name wants to buy it. A search that does not find it says that the shop does not have it.",
    fix="Let the search look into the names of all products that are for sale, and rank those highest that hold all words typed.",
    severity=Severity.CRITICAL,
    effort=Effort.M,
    stages=(Stage.SEARCH,),
    sources=(
        Source(
            "Baymard Institute, E-commerce search query types",
            "https://baymard.com/blog/ecommerce-search-query-types",
            "33 % of sites do not fully support exact queries (2024)",
        ),
    ),
    limits="One product of a list, searched by the name it has there. What was not found counts only where the product was "
    "bought under that name afterwards, and where the search led to a page of results. A place behind ten others fails only for the very "
    "name that the product is sold by.",
)
def search_exact(journey: JourneyRecord) -> Outcome:
    """Take the shopper's search for a product by its name, and the place of the product among the results."""
    step = journey.journey.step(Stage.SEARCH)
    if step is None and has_no_search(journey):
        return not_applicable(say("No search was seen on {device}.", device=journey.device))
    if step is None:
        return not_measurable(journey.why_not(Stage.SEARCH))
    threshold = say("among the first {good}", good=_GOOD)
    if step.outcome is not StepOutcome.REACHED:
        return _not_found(journey, step, threshold)
    page = journey.page(Stage.SEARCH)
    match = _QUERY.search(step.action)
    query = match.group(1) if match else ""
    rank = _rank(page, str(journey.product.get("title", "")), query)
    if step.attempts > 1 and len(str(journey.product.get("title", ""))) <= _LONGEST:
        message = say("The full name found nothing; only “{query}” showed the product.", query=query)
        findings = [Finding(message, url=page.url, key="name")]
        return warned(message, findings=findings, value=rank, threshold=threshold)
    if rank <= _GOOD:
        return passed(
            say("Searching for “{query}” shows the product in place {rank}.", query=query, rank=rank), value=rank, threshold=threshold
        )
    message = say("Searching for “{query}” shows the product only in place {rank}.", query=query, rank=rank)
    judged = failed if rank > _POOR and normalise(query) == normalise(str(journey.product.get("title", ""))) else warned
    return judged(message, findings=[Finding(message, url=page.url, key="place")], value=rank, threshold=threshold)


def _not_found(journey: JourneyRecord, step: Step, threshold: str) -> Outcome:
    if step.attempts == 0:
        return not_applicable(say("No search that could be used was seen on {device}.", device=journey.device))
    match = _QUERY.search(step.reason or "")
    name, bought = match.group(1) if match else "", str(journey.product.get("title", ""))
    if not name or not journey.reached(Stage.PRODUCT) or not _is_name(name, bought):
        reason = step.reason or say("The search was not understood.")
        return not_measurable(together(reason, say("It is not sure that this is the product's name."), between=" "))
    if not _was_answered(journey, name):
        return not_measurable(
            say("Searching for “{name}” led to no page of results; whether it was answered otherwise could not be told.", name=name)
        )
    message = (
        say("Searching for “{name}” does not show the product of that name, nor do its words.", name=name)
        if step.attempts > 1
        else say("Searching for “{name}” does not show the product of that name.", name=name)
    )
    return failed(message, findings=[Finding(message, url=step.url, key="name")], value=0, threshold=threshold)


def _was_answered(journey: JourneyRecord, name: str) -> bool:
    """Whether sending the name, or a part of it, led to another address: answers drawn over the page may have been missed."""
    words = set(normalise(name).split())
    tries = [a for a in journey.attempts if a.get("stage") == "search" and a.get("url_after") != a.get("url_before")]
    queries = (_QUERY.search(str(a.get("note", ""))) for a in tries)
    return any(match and set(normalise(match.group(1)).split()) <= words for match in queries)


def _is_name(searched: str, bought: str) -> bool:
    """Whether all words that were searched for stand in the product's name: no badge of the list, no price, no label."""
    return set(normalise(searched).split()) <= set(normalise(bought).split())


def _rank(page: PageRecord, title: str, query: str) -> int:
    """The place of the product among the results, 1 where the search led straight to it."""
    names = [card.title for card in page.facts.cards]
    for place, name in enumerate(names, start=1):
        if max(title_similarity(title, name), title_similarity(query, name)) >= _SAME:
            return place
    return 1

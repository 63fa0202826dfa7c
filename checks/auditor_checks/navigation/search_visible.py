"""navigation-search-visible."""

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Missing,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_applicable,
    passed,
    say,
    several,
    together,
    warned,
)
from auditor_checks.catalogue import products_seen
from auditor_checks.wording import portion

_STAGES = (Stage.HOME, Stage.CATEGORY, Stage.PRODUCT)
_LIKELY, _MAYBE = 0.5, 0.3
_FEW = 8  # products seen; a shop this small is looked through at a glance


@journey_check(
    id="navigation-search-visible",
    category="navigation",
    title="Search is visible on every page",
    failure_title="Search is missing or hidden",
    why="About half of the shoppers search before they browse, and those who search know what they want.",
    fix="Show the search field open in the header of every page; on phones a magnifying glass with the word beside it is enough.",
    severity=Severity.MAJOR,
    effort=Effort.S,
    stages=_STAGES,
    sources=(
        Source(
            "Baymard Institute, E-commerce search query types",
            "https://baymard.com/blog/ecommerce-search-query-types",
            "roughly half of the users prefer the search (2026)",
        ),
        Source(
            "Google, Retail UX playbook",
            "https://de.slideshare.net/hmvrulz/google-secret-ux-retail-playbook",
            "make the search visible (copy read in 2026)",
        ),
    ),
    limits="Looks at home, category and product page. Shops that showed only a few products do not need a search.",
)
def search_visible(journey: JourneyRecord) -> Outcome:
    """Look on each page for a field to search with, else for a button that opens one."""
    pages = [page for page in journey.pages if page.stage in _STAGES]
    if not pages:
        raise Missing(say("No page of the shop was reached on {device}", device=journey.device))
    ways = {page.place: _way(page) for page in pages}
    threshold = say("a field or a button") if journey.mobile else say("an open field")
    if all(way == "field" or (way == "button" and journey.mobile) for way in ways.values()):
        return passed(
            say("{pages_show} a search.", pages_show=portion(len(pages), len(pages), "page", "shows", "show")),
            value=len(pages),
            unit="pages",
            threshold=threshold,
        )
    without = [page for page in pages if not ways[page.place]]
    if not without:
        icons = [page for page in pages if ways[page.place] == "button"]
        message = several(
            len(icons),
            "The search is hidden behind a button on {n} page: {places}.",
            "The search is hidden behind a button on {n} pages: {places}.",
            places=together(*(p.place for p in icons), between=", "),
        )
        findings = [
            Finding(say("The {place} page shows no search field, only a button.", place=p.place), url=p.url, key=p.place) for p in icons
        ]
        return warned(message, findings=findings, value=len(icons), unit="pages", threshold=threshold)
    findings = [Finding(say("The {place} page shows no way to search.", place=p.place), url=p.url, key=p.place) for p in without]
    message = several(
        len(without),
        "No search is to be seen on {n} page: {places}.",
        "No search is to be seen on {n} pages: {places}.",
        places=together(*(p.place for p in without), between=", "),
    )
    if journey.reached(Stage.SEARCH) or len(without) < len(pages) or any(_may_hide(page) for page in without):
        message = together(message, say("There is one, but only behind a menu or button, or on other pages."), between=" ")
        return warned(message, findings=findings, value=len(without), unit="pages", threshold=threshold)
    if products_seen(journey) < _FEW:
        return not_applicable(say("The shop has no search and showed fewer than {few} products.", few=_FEW))
    return failed(message, findings=findings, value=len(without), unit="pages", threshold=threshold)


def _way(page: PageRecord) -> str:
    """How a page offers to search: "field", "button" or not at all ("")."""
    facts = page.facts
    if any(c.p >= _LIKELY and c.control.visible for c in facts.search_fields):
        return "field"
    return "button" if any(c.p >= _LIKELY for c in facts.search_openers) else ""


def _may_hide(page: PageRecord) -> bool:
    """Whether something unseen or unclear on the page may be a search after all."""
    facts = page.facts
    return any(c.p >= _MAYBE for c in (*facts.search_fields, *facts.search_openers))

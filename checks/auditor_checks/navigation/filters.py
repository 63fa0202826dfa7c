"""navigation-filters."""

import re
from dataclasses import dataclass

from bs4 import Tag

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    Message,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    not_applicable,
    page_check,
    passed,
    say,
    several,
    together,
    warned,
)
from auditor_checks.phrases import Phrases

_WORDS = Phrases("auditor_checks.navigation", "filters.toml")
_LARGE = 16  # products; a shorter list is looked through
_LONG = 24  # products; so many are too many to do without filters
_ENOUGH = 3
_NAMED = re.compile(r"filter|facet|refine|layered|narrow-by|swiffy|algolia|instantsearch|ais-", re.IGNORECASE)
_SORTING = re.compile(r"sort|order-?by|ordenar|orden", re.IGNORECASE)
_COUNT = re.compile(r"(?<!\d)\d{1,3}(?:[., ]\d{3})*(?!\d)")
_LABEL = 80
_FURNITURE = ("header", "footer", "nav")


@dataclass(frozen=True, slots=True)
class _Tools:
    """What a list offers to narrow it: groups of filters, a sort order, the number of products."""

    groups: int
    filters: bool
    sort: bool
    count: bool

    @property
    def lacking(self) -> list[Message]:
        """What is not there, in words."""
        there = {
            say("no filters"): self.filters,
            say("fewer than {enough} kinds of filters", enough=_ENOUGH): self.groups >= _ENOUGH or not self.filters,
            say("no sorting"): self.sort,
            say("no number of products"): self.count,
        }
        return [name for name, shown in there.items() if not shown]


@page_check(
    id="navigation-filters",
    category="navigation",
    title="Long product lists can be filtered and sorted and show a count",
    failure_title="Long product lists cannot be filtered",
    why="Nobody looks through a hundred products. Who cannot narrow the list to what fits gives up or takes the first.",
    fix="Offer filters for the traits that matter in the category (size, colour, material, price), a sort order by price and "
    "popularity, and say how many products there are.",
    severity=Severity.MAJOR,
    effort=Effort.L,
    stages=(Stage.CATEGORY,),
    needs=("html",),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Smashing Magazine, The current state of e-commerce filtering",
            "https://www.smashingmagazine.com/2015/04/the-current-state-of-e-commerce-filtering/",
            "only 16 % of sites offered a reasonably good filtering experience (2015)",
        ),
    ),
    limits="Told by words and markup; whether the filters are the right ones is not judged. Lists that show fewer than 16 products "
    "are left out. It fails only where there are neither filters nor a sort order, or where 24 products or more can be sorted but not "
    "filtered.",
)
def filters(page: PageRecord) -> Outcome:
    """Look on the category page for groups of filters, a sort order and the number of products."""
    shown = len(page.facts.cards)
    if shown < _LARGE:
        return not_applicable(
            several(
                shown, "The list shows only {n} product; it needs no filters.", "The list shows only {n} products; it needs no filters."
            )
            if shown
            else say("The list shows no products that could be told apart; it needs no filters.")
        )
    tools = _tools(page)
    lacking = tools.lacking
    threshold = say("≥ {enough} kinds of filters, sorting, count", enough=_ENOUGH)
    if not lacking:
        said = several(
            tools.groups,
            "The list can be narrowed by {n} kind of filters, sorted, and says how long it is.",
            "The list can be narrowed by {n} kinds of filters, sorted, and says how long it is.",
        )
        return passed(said, value=tools.groups, threshold=threshold)
    message = several(
        shown, "The list of {n} product has {lacking}.", "The list of {n} products has {lacking}.", lacking=together(*lacking, between=", ")
    )
    findings = [Finding(say("The list has {lacking}.", lacking=lack), url=page.url, key=str(lack)) for lack in lacking]
    may_do = tools.sort and (shown < _LONG or _may_narrow(page))
    if tools.filters or may_do or not _WORDS.knows(page):
        return warned(message, findings=findings, value=tools.groups, threshold=threshold)
    return failed(message, findings=findings, value=0, threshold=threshold)


def _tools(page: PageRecord) -> _Tools:
    observation = page.observation
    controls = [c for c in observation.controls if c.landmark not in {"footer"}]
    labels = [word for c in controls for word in c.words if len(word) <= _LABEL]
    labels += [t.text for t in observation.texts if len(t.text) <= _LABEL and t.landmark not in {"footer"}]
    areas = _areas(page)
    said = any(_WORDS.mentions("filter", label, page) for label in labels)
    groups = max((_groups(area) for area in areas), default=0)
    sort = any(_SORTING.search(f"{c.tokens} {c.href.partition('?')[2]}") for c in controls) or any(
        _WORDS.mentions("sort", label, page) for label in labels
    )
    count = any(_COUNT.search(text) and _WORDS.mentions("products", text, page) for text in labels)
    return _Tools(groups, bool(areas) or said, sort, count)


def _areas(page: PageRecord) -> list[Tag]:
    """The outermost parts of the document that are named after filtering and offer something to choose."""
    found: list[Tag] = []
    for element in page.soup.find_all(["form", "aside", "div", "section", "details", "ul", "fieldset"]):
        marks = f"{element.get('id') or ''} {' '.join(element.get('class') or [])}"
        offers = _NAMED.search(marks) and element.find(["input", "a", "button", "select"])
        if offers and not element.find_parent(_FURNITURE) and not any(outer in element.parents for outer in found):
            found.append(element)
    return found


def _may_narrow(page: PageRecord) -> bool:
    """Whether something else of the page may narrow the list: boxes to tick, lists to choose from, a column of links beside it."""
    controls = [c for c in page.observation.controls if c.landmark not in _FURNITURE]
    boxes = [c for c in controls if c.is_choice or (c.tag == "select" and not _SORTING.search(c.tokens))]
    return bool(boxes) or len(page.soup.select("aside a, [class*=sidebar] a, [id*=sidebar] a")) >= _ENOUGH


def _groups(area: Tag) -> int:
    """How many kinds of filters a part of the document holds."""
    names = {str(i.get("name")).partition("[")[0] for i in area.find_all("input", type=["checkbox", "radio"]) if i.get("name")}
    ranges = len(area.find_all("input", type=["range", "number"])) > 0
    selects = len(area.find_all("select"))
    folded = len(area.find_all(["fieldset", "details"]))
    headed = len(area.find_all(["h2", "h3", "h4", "h5", "legend", "summary", "dt"]))
    opened = len(area.find_all("button", attrs={"aria-expanded": True}))
    return max(len(names) + ranges + selects, folded, headed, opened)

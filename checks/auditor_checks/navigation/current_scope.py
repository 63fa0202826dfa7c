"""navigation-current-scope."""

from urllib.parse import urldefrag

from auditor.api import (
    Confidence,
    Control,
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_applicable,
    passed,
)
from auditor_checks.selectors import selector_of

_LEVELS = 2  # elements around a link that may carry the mark
_SIBLINGS = 2
_STATES = ("aria-current", "aria-selected", "aria-pressed", "aria-expanded")


@journey_check(
    id="navigation-current-scope",
    category="navigation",
    title="The menu marks the section the shopper is in",
    failure_title="The menu does not mark the section the shopper is in",
    why="A marked entry tells where one is and what lies beside it, without reading.",
    fix='Mark the entry of the current category: <a href="/vases" aria-current="page">, and show it by colour, weight or a line.',
    severity=Severity.MINOR,
    effort=Effort.XS,
    stages=(Stage.CATEGORY,),
    devices="desktop",
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Baymard Institute, Highlight the scope in the main navigation",
            "https://baymard.com/blog/highlight-users-navigation-scope",
            "66 % of sites do not highlight it (read in 2026)",
        ),
    ),
    limits="Fails only where the entry has the same attributes, classes and colours as its neighbours. The category page is looked at.",
)
def current_scope(journey: JourneyRecord) -> Outcome:
    """Compare the menu's entry of the category reached with the entries beside it."""
    page = journey.page(Stage.CATEGORY)
    entries = [c for c in page.observation.visible if c.tag == "a" and c.href and c.landmark in {"nav", "header"} and c.text]
    here = next((c for c in entries if _address(c.href) == _address(page.url)), None)
    if here is None:
        return not_applicable("The menu in sight has no entry for the category that was reached.")
    depth = len(list(page.observation.ancestors(here.n)))
    beside = [c for c in entries if c is not here and len(list(page.observation.ancestors(c.n))) == depth and _are_siblings(page, here, c)]
    if len(beside) < _SIBLINGS:
        return not_applicable("The entry of the category stands alone, so it needs no mark.")
    look = _look(page, here)
    if here.attrs.get("aria-current", "false") != "false" or all(_look(page, c) != look for c in beside):
        return passed(f"The entry “{here.text[:40]}” is marked in the menu.", value=True)
    message = f"The entry “{here.text[:40]}” looks like all others while its page is shown."
    return failed(message, findings=[Finding(message, selector_of(here), here.box, page.url, "entry")], value=False)


def _are_siblings(page: PageRecord, one: Control, other: Control) -> bool:
    """Whether two entries belong to the same list."""
    a, b = list(page.observation.ancestors(one.n)), list(page.observation.ancestors(other.n))
    return bool(set(a[:_LEVELS]) & set(b[:_LEVELS]))


def _look(page: PageRecord, control: Control) -> tuple[object, ...]:
    """All that could make an entry look different from its neighbours."""
    observation = page.observation
    around = [observation.kinds[n] for n in (control.n, *list(observation.ancestors(control.n))[:_LEVELS])]
    weights = tuple(t.weight for t in observation.texts if t.control == control.n)
    states = tuple(control.attrs.get(name, "") for name in _STATES)
    return (*around, control.css_class, control.color, control.background, control.size, weights, states, round(control.box.height))


def _address(url: str) -> str:
    return urldefrag(url)[0].rstrip("/")

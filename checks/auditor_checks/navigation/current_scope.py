"""navigation-current-scope."""

import re
from urllib.parse import urldefrag, urljoin

from bs4 import Tag

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
    say,
)
from auditor_checks.selectors import selector_of

_LEVELS = 2  # elements around a link that may carry the mark
_TOP = 300  # CSS pixels from the top of the page in which a menu stands that is not marked as one
_ELSEWHERE = frozenset({"main", "aside", "footer", "dialog", "search"})
_COUNTED, _NUMBERED = re.compile(r"\.[\w-]*\d[\w-]*"), re.compile(r"\S*\d\S*")  # classes that number the entries
_MARK = re.compile(
    r"(^|[-_])(active|current|selected|here|on|aktiv|aktuell|actif|actual|activo|attivo|ativo|actief)($|[-_])", re.IGNORECASE
)
_PATH = re.compile(r"crumb|topic-?path|pathway", re.IGNORECASE)
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
    needs=("html",),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Baymard Institute, Highlight the scope in the main navigation",
            "https://baymard.com/blog/highlight-users-navigation-scope",
            "66 % of sites do not highlight it (read in 2026)",
        ),
    ),
    limits="Fails only where the entry has the attributes, classes, colours and weight of one beside it. The category page is looked at.",
)
def current_scope(journey: JourneyRecord) -> Outcome:
    """Compare the menu's entry of the category reached with the entries beside it."""
    page = journey.page(Stage.CATEGORY)
    entries = _entries(page, journey)
    here = [c for c in entries if _address(c.href) == _address(page.url)]
    if not here:
        return not_applicable(say("The menu in sight has no entry for the category that was reached."))
    marked = next((c for c in here if c.attrs.get("aria-current", "false") != "false"), None) or (here[0] if _is_named(page) else None)
    for entry in here if marked is None else ():
        beside = [c for c in entries if c not in here and _are_siblings(page, entry, c)]
        if len(beside) < _SIBLINGS:
            continue
        look = _look(page, entry)
        if any(_look(page, c) == look for c in beside):
            message = say("The entry “{entry}” looks like others beside it while its page is shown.", entry=entry.label_text[:40])
            return failed(message, findings=[Finding(message, selector_of(entry), entry.box, page.url, "entry")], value=False)
        marked = entry
    if marked is None:
        return not_applicable(say("The entry of the category stands alone, so it needs no mark."))
    return passed(say("The entry “{entry}” is marked in the menu.", entry=marked.label_text[:40]), value=True)


def _entries(page: PageRecord, journey: JourneyRecord) -> list[Control]:
    """The menu's links: those of a marked header or menu, and those at the top that the home page has there too."""
    home = journey.page(Stage.HOME).observation.visible if journey.reached(Stage.HOME) else []
    lasting = {(_address(c.href), c.label_text) for c in home if c.href and c.box.y < _TOP and c.landmark not in _ELSEWHERE}
    paths = {n for n, kind in enumerate(page.observation.kinds) if _PATH.search(kind)}
    paths |= {region.n for region in page.observation.regions if _PATH.search(region.label)}

    def in_menu(control: Control) -> bool:
        if not paths.isdisjoint(page.observation.ancestors(control.n)):
            return False  # the path of links marks the page too
        if control.landmark in {"nav", "header"}:
            return True
        return control.landmark not in _ELSEWHERE and control.box.y < _TOP and (_address(control.href), control.label_text) in lasting

    return [c for c in page.observation.visible if c.tag == "a" and c.href and c.text and not c.raw_href.startswith("#") and in_menu(c)]


def _is_named(page: PageRecord) -> bool:
    """Whether a class of the entry, or of an element around it, says in words that it is the current one, and those beside it do not."""
    links = [a for a in page.soup.find_all("a", href=True) if not str(a["href"]).startswith("#") and not _is_elsewhere(a)]
    own = [a for a in links if _address(urljoin(page.url, str(a["href"]))) == _address(page.url)]
    return any(_marks(a) for a in own) and sum(map(_marks, links)) <= len(links) / 2


def _is_elsewhere(link: Tag) -> bool:
    """Whether a link stands in the main part, the footer or a path of links, which mark the page too."""
    if link.find_parent(["main", "footer"]) is not None:
        return True
    around = (element for element in link.parents if element.name not in {"body", "html"})
    return any(_PATH.search(f"{element.get('id') or ''} {' '.join(element.get('class') or [])}") for element in around)


def _marks(link: Tag) -> bool:
    around = [link, *list(link.parents)[:_LEVELS]]
    classes = (name for element in around if element.name in {"a", "li", "span", "div"} for name in element.get("class") or [])
    return any(_MARK.search(name) for name in classes)


def _are_siblings(page: PageRecord, one: Control, other: Control) -> bool:
    """Whether two entries belong to the same list."""
    a, b = list(page.observation.ancestors(one.n)), list(page.observation.ancestors(other.n))
    return len(a) == len(b) and bool(set(a[:_LEVELS]) & set(b[:_LEVELS]))


def _look(page: PageRecord, control: Control) -> tuple[object, ...]:
    """All that could make an entry look different from its neighbours."""
    observation = page.observation
    around = [_COUNTED.sub("", observation.kinds[n]) for n in (control.n, *list(observation.ancestors(control.n))[:_LEVELS])]
    weights = tuple(t.weight for t in observation.texts if t.control == control.n)
    states = tuple(control.attrs.get(name, "") for name in _STATES)
    classes = _NUMBERED.sub("", control.css_class)
    return (*around, classes, control.color, control.background, control.size, weights, states, round(control.box.height))


def _address(url: str) -> str:
    return urldefrag(url)[0].rstrip("/")

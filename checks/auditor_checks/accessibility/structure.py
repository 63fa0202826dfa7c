"""accessibility-structure."""

import re
from itertools import pairwise

from auditor.api import (
    Effort,
    Finding,
    Lexicon,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    page_check,
    passed,
    warned,
)
from auditor_checks.page_links import CHECKOUT_STAGES

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_FIRST_CONTROLS = 3
_ENOUGH = 4


@page_check(
    id="accessibility-structure",
    category="accessibility",
    title="The page has language, title, one main heading, landmarks and a skip link",
    failure_title="The page lacks parts of its structure: language, title, headings, landmarks or skip link",
    why="People who use a screen reader or only the keyboard find their way by these parts.",
    fix="Set the page's language and a telling title, use one main heading (h1) and no heading level left "
    "out, mark main content and navigation (main, nav), and begin the page with a link that skips to the "
    "content.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    stages=tuple(Stage),
    devices="desktop",
    needs=("html",),
    sources=(
        Source(
            "W3C, WCAG 2.2, success criteria 1.3.1, 2.4.1, 2.4.2 and 3.1.1",
            "https://www.w3.org/TR/WCAG22/",
            "all of level A (2023)",
        ),
    ),
    limits="Headings made of other elements with role=heading are not counted. Titles are not compared between pages.",
)
def structure(page: PageRecord) -> Outcome:
    """Read language, title, headings and landmarks, and whether a first link skips to the content."""
    parts = {
        "language": _language_fault(page),
        "title": "" if page.observation.title.strip() else "The page has no title.",
        "main heading": _main_heading_fault(page),
        "heading order": _order_fault(page),
        "landmarks": _landmark_fault(page),
        "skip link": _skip_fault(page),
    }
    faults = {name: said for name, said in parts.items() if said}
    held = len(parts) - len(faults)
    findings = [Finding(said, url=page.url, key=name) for name, said in faults.items()]
    if not faults:
        return passed("All six parts of the structure are there.", value=held, unit="of 6", threshold="6")
    outcome = warned if held >= _ENOUGH else failed
    message = f"{held} of 6 parts of the structure are there; amiss: {', '.join(faults)}."
    return outcome(message, findings=findings, value=held, unit="of 6", threshold="6")


def _language_fault(page: PageRecord) -> str:
    declared = page.observation.lang
    if not declared:
        return "The page does not say which language it is in."
    if not _TAG.fullmatch(declared):
        return f"The page's language “{declared}” is no valid language code."
    known = Lexicon(declared).language
    if known == "en" and not declared.lower().startswith("en"):
        return ""  # a language that cannot be told from its words here
    if known != page.facts.language:
        return f"The page says that its language is “{declared}”, but its words are in “{page.facts.language}”."
    return ""


def _main_heading_fault(page: PageRecord) -> str:
    count = _headings(page).count(1)
    if count == 1:
        return ""
    return f"The page has {count} main headings (h1)." if count else "The page has no main heading (h1)."


def _order_fault(page: PageRecord) -> str:
    levels = _headings(page)
    jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
    if not levels:
        return "The page has no headings."
    return f"After a heading of level {jumps[0][0]} comes one of level {jumps[0][1]}." if jumps else ""


def _landmark_fault(page: PageRecord) -> str:
    """A closed checkout leaves out the navigation on purpose."""
    kinds = {region.kind for region in page.observation.regions if region.visible}
    wanted = {"main"} if page.stage in CHECKOUT_STAGES else {"main", "nav"}
    missing = sorted(wanted - kinds)
    return f"No part of the page is marked as {' and '.join(missing)}." if missing else ""


def _skip_fault(page: PageRecord) -> str:
    lexicon = page.facts.lexicon
    first = [c for c in page.observation.controls if c.tag != "label" and c.box.area > 0][:_FIRST_CONTROLS]
    for control in first:
        if control.raw_href.startswith("#") and lexicon.has("skip_link", *control.words):
            target = control.raw_href[1:]
            there = page.soup.find(id=target) or page.soup.find("a", attrs={"name": target})
            return "" if there else f"The skip link “{control.label_text}” leads to nothing on the page."
    return "The page does not begin with a link that skips to the content."


def _headings(page: PageRecord) -> list[int]:
    """The levels of the headings that can be seen, in the order of the document."""
    observation = page.observation
    shown = {t.n for t in observation.texts} | {p.n for p in observation.pictures if p.alt}
    holders = shown | {a for n in shown for a in observation.ancestors(n)}
    tags = [observation.kinds[n].partition(".")[0] for n in range(len(observation.kinds))]
    return [int(tag[1]) for n, tag in enumerate(tags) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() and n in holders]

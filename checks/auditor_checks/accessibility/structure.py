"""accessibility-structure."""

import re

from bs4 import Tag

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
    listing,
    page_check,
    passed,
    say,
    several,
    together,
    warned,
)
from auditor_checks.headings import has_unseen_main_heading, left_out, shown_levels
from auditor_checks.known_words import is_known
from auditor_checks.page_links import CHECKOUT_STAGES

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_FIRST, _FIRST_CONTROLS = 20, 3  # a banner about cookies may stand before it
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
    limits="A main heading for screen readers alone counts. Headings of the footer are left out of the order. Titles are not "
    "compared between pages.",
)
def structure(page: PageRecord) -> Outcome:
    """Read language, title, headings and landmarks, and whether a first link skips to the content."""
    parts = {
        say("language"): _language_fault(page),
        say("title"): "" if page.observation.title.strip() else say("The page has no title."),
        say("main heading"): _main_heading_fault(page),
        say("heading order"): _order_fault(page),
        say("landmarks"): _landmark_fault(page),
        say("skip link"): _skip_fault(page),
    }
    faults = {name: said for name, said in parts.items() if said}
    held = len(parts) - len(faults)
    findings = [Finding(said, url=page.url, key=str(name)) for name, said in faults.items()]
    if not faults:
        return passed(
            say("Language, title, main heading, order of headings, landmarks and skip link are there."),
            value=held,
            unit="of 6",
            threshold="6",
        )
    outcome = warned if held >= _ENOUGH else failed
    amiss = together(*faults, between=", ")
    message = say("{held} of 6 parts of the structure are as they should be. Amiss: {amiss}.", held=held, amiss=amiss)
    return outcome(message, findings=findings, value=held, unit="of 6", threshold="6")


def _language_fault(page: PageRecord) -> str:
    declared = page.observation.lang
    if not declared:
        return say("The page does not say which language it is in.")
    if not _TAG.fullmatch(declared):
        return say("The page's language “{declared}” is no valid language code.", declared=declared)
    if is_known(declared) and Lexicon(declared).language != page.facts.language:
        return say(
            "The page says that its language is “{declared}”, but its words are in “{language}”.",
            declared=declared,
            language=page.facts.language,
        )
    return ""


def _main_heading_fault(page: PageRecord) -> str:
    """One that only screen readers get (clipped to a pixel) is as good as one that is seen."""
    count = shown_levels(page).count(1)
    if count == 1 or (not count and has_unseen_main_heading(page)):
        return ""
    if not count:
        return say("The page has no main heading (h1).")
    return several(count, "The page has {n} main heading (h1).", "The page has {n} main headings (h1).")


def _order_fault(page: PageRecord) -> str:
    jump = next(left_out(page), None)
    return say("After a heading of level {level} comes one of level {next}.", level=jump[0], next=jump[1]) if jump else ""


def _landmark_fault(page: PageRecord) -> str:
    """A closed checkout leaves out the navigation on purpose."""
    kinds = {region.kind for region in page.observation.regions if region.visible}
    wanted = {"main"} if page.stage in CHECKOUT_STAGES else {"main", "nav"}
    missing = sorted(wanted - kinds)
    return say("No part of the page is marked as {missing}.", missing=listing(missing)) if missing else ""


def _skip_fault(page: PageRecord) -> str:
    """A link to a place on the page is one by its words, or, in any language, by leading into the main part from before it."""
    lexicon = page.facts.lexicon
    controls = [c for c in page.observation.controls if c.tag != "label" and any(c.box) and c.landmark not in {"main", "footer"}]
    dead = ""
    for number, control in enumerate(controls[:_FIRST]):
        if not control.raw_href.startswith("#") or len(control.raw_href) < len("#x"):
            continue
        named = lexicon.has("skip_link", *control.words)
        place = control.raw_href[1:]
        target = page.soup.find(id=place) or page.soup.find("a", attrs={"name": place})
        if target is not None and (named or (number < _FIRST_CONTROLS and _is_main(target))):
            return ""
        if target is None and named:
            dead = say("The skip link “{label}” leads to nothing on the page.", label=control.label_text)
    return dead or say("The page does not begin with a link that skips to the content.")


def _is_main(target: Tag) -> bool:
    """Whether a place is the main part of a page, in it, or wrapped around it alone."""
    holder = target.find_parent("main") or target.find_parent(attrs={"role": "main"})
    wraps = target.name != "body" and target.find("main") is not None and target.find(["header", "nav"]) is None
    return target.name == "main" or target.get("role") == "main" or holder is not None or wraps

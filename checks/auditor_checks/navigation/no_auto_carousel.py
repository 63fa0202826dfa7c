"""navigation-no-auto-carousel."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from itertools import pairwise
from statistics import median
from typing import Any

from bs4 import Tag

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    JourneyRecord,
    Message,
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
    warned,
)
from auditor_checks.phrases import Phrases

_PACKAGE, _FILE = "auditor_checks.navigation", "carousels.toml"
_WORDS = Phrases(_PACKAGE, _FILE)
_MARKS = tomllib.loads((files(_PACKAGE) / _FILE).read_text(encoding="utf-8"))
_PROBE = "linger"
_SLIDES = 2
_TURNS = 2  # once may be a page that was still being built
_LABEL = 60


@journey_check(
    id="navigation-no-auto-carousel",
    category="navigation",
    title="No banner of the home page turns by itself without a way to stop it",
    failure_title="A banner of the home page turns by itself and cannot be stopped",
    why="A picture that is taken away while it is being read annoys, and most people never see the second one.",
    fix="Show one picture or a grid; if banners must turn, do so on request only, or put a pause button beside them.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    stages=(Stage.HOME,),
    needs=("html",),
    probes=(_PROBE,),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "W3C, WCAG 2.2, success criterion 2.2.2 Pause, Stop, Hide",
            "https://www.w3.org/TR/WCAG22/#pause-stop-hide",
            "level A: what moves for more than five seconds can be stopped (2023)",
        ),
        Source(
            "Google, Retail UX playbook",
            "https://de.slideshare.net/hmvrulz/google-secret-ux-retail-playbook",
            "remove automatic carousels (copy read in 2026)",
        ),
    ),
    limits="On desktop the page is watched for 12 to 22 seconds: what turned at least twice, on the first screen, in pieces that stand "
    "side by side in the page. Elsewhere told by what the markup declares. Films and small running lines are left out.",
)
def no_auto_carousel(journey: JourneyRecord) -> Outcome:
    """Look for banners that were seen turning or are declared to, and for what stops them: a button, or the resting pointer."""
    page = journey.page(Stage.HOME)
    watched = _watched(journey)
    turned = [] if watched is None else [group for group in watched["turning"] if len(group["turns"]) >= _TURNS]
    moving = [element for element in page.soup.select(", ".join(_MARKS["moving"])) if _turns(element)]
    if not turned and not moving:
        if watched is None and page.soup.select_one(", ".join(_MARKS["carousel"])):
            return not_applicable(say("The home page has a carousel, and nothing declares that it turns by itself."))
        return passed(say("The home page has no banner that turns by itself."), value=0, threshold="0")
    findings = [Finding(_said(group), str(group["selector"]), url=page.url, key=str(group["selector"])) for group in turned] or [
        Finding(say("This turns by itself."), _selector(element), url=page.url, key=_selector(element)) for element in moving
    ]
    count = len(findings)
    if _can_pause(page):
        said = several(
            count,
            "{n} banner of the home page turns by itself and can be paused.",
            "{n} banners of the home page turn by themselves and can be paused.",
        )
        return passed(said, value=0, threshold="0")
    under_pointer = {group["pointer"] for group in turned}
    if under_pointer == {"stops"}:
        resting = several(
            count,
            "{n} banner of the home page turns by itself, and stops only while the pointer rests on it.",
            "{n} banners of the home page turn by themselves, and stop only while the pointer rests on them.",
        )
        return warned(resting, findings=findings, value=count, threshold="0")
    if not _WORDS.knows(page) or (turned and "turns" not in under_pointer):
        unclear = several(
            count,
            "{n} banner of the home page turns by itself; whether it can be paused is not clear.",
            "{n} banners of the home page turn by themselves; whether they can be paused is not clear.",
        )
        return warned(unclear, findings=findings, value=count, threshold="0")
    message = several(
        count,
        "{n} banner of the home page turns by itself, without a button that pauses.",
        "{n} banners of the home page turn by themselves, without a button that pauses.",
    )
    return failed(message, findings=findings, value=count, threshold="0")


def _watched(journey: JourneyRecord) -> Mapping[str, Any] | None:
    try:
        return journey.probe(_PROBE)
    except Missing:
        return None  # on phones, or without probes: then the markup tells


def _said(group: Mapping[str, Any]) -> Message:
    turns = group["turns"]
    pause = median(later - earlier for earlier, later in pairwise(turns)) / 1000
    return say("This turns by itself, every {seconds} seconds.", seconds=round(pause, 1))


def _turns(element: Tag) -> bool:
    """Whether a declared carousel has something to turn to, and is not told to stand still."""
    if any(element.css.match(selector) for selector in _MARKS["still"]):
        return False
    return element.name == "marquee" or len(element.find_all(["img", "picture", "video", "li", "article"])) >= _SLIDES


def _can_pause(page: PageRecord) -> bool:
    buttons = [c for c in page.observation.controls if c.is_button or c.is_choice]
    return any(_WORDS.mentions("pause", word, page) for c in buttons for word in c.words if len(word) <= _LABEL)


def _selector(element: Tag) -> str:
    names = element.get("class")
    first = names[0] if isinstance(names, list) and names else ""
    return f"{element.name}#{element['id']}" if element.get("id") else f"{element.name}.{first}" if first else element.name

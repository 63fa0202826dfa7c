"""When to mend what: now, next, later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.api import say
from auditor_reports.view.voice import told

if TYPE_CHECKING:
    from auditor_reports.view.topics import Topic

LANES = ("now", "next", "later")
_TITLES = {"now": say("Now"), "next": say("Next"), "later": say("Later")}
_WORDS = {
    "now": say("What keeps shoppers from buying, and what little work mends."),
    "next": say("Much effect, but it has to be planned."),
    "later": say("Less effect: along the way, or when the rest is done."),
}


def lane_of(topic: Topic) -> str:
    """Return when a problem is to be mended: a critical failure never waits for an easier one."""
    if topic.quick_win or (topic.fails and topic.severity == "critical"):
        return "now"
    return "next" if topic.big_project else "later"


def lane_title(lane: str) -> str:
    """Return what a lane is called."""
    return told(_TITLES[lane])


def lane_words(lane: str) -> str:
    """Return what belongs into a lane."""
    return told(_WORDS[lane])

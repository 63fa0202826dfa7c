"""The sentences of a history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.api import say
from auditor_reports.history.trends import total_trends
from auditor_reports.several.numbers import difference_words
from auditor_reports.view.figures import day, number
from auditor_reports.view.names import device_title, stage_title
from auditor_reports.view.voice import tell, tell_several, told

if TYPE_CHECKING:
    from auditor.api import PastRun, RunJourney, SiteHistory

_GATES = {"passed": say("Passed"), "failed": say("Not passed"), "undecided": say("Undecided")}


def headline(site: SiteHistory) -> str:
    """Say where the shop stands and how it came there."""
    newest = next((trend for trend in total_trends(site) if trend.newest), None)
    if newest is None or newest.points[-1].run is not site.runs[0]:
        return tell("The newest audit has no score: too little could be judged.")
    score = number(newest.last, 0)
    if len(newest.points) == 1:
        return tell("The score is {score}. There is no other audit to compare it with yet.", score=score)
    moved, since = round(newest.last - newest.first), day(newest.points[0].run.started_at)
    if moved > 0:
        return tell_several(
            moved,
            "The score is {score}, {n:,} point better than on {day}.",
            "The score is {score}, {n:,} points better than on {day}.",
            score=score,
            day=since,
        )
    if moved < 0:
        return tell_several(
            -moved,
            "The score is {score}, {n:,} point worse than on {day}.",
            "The score is {score}, {n:,} points worse than on {day}.",
            score=score,
            day=since,
        )
    return tell("The score is {score}, as on {day}.", score=score, day=since)


def how_many(site: SiteHistory) -> str:
    """Say how many runs are shown, and of how many."""
    shown = len(site.runs)
    if shown == site.stored:
        return tell_several(shown, "{n:,} audit", "{n:,} audits")
    return tell("{shown} of {stored} audits", shown=number(shown, 0), stored=number(site.stored, 0))


def change_words(run: PastRun) -> str:
    """Return by how much the score moved since the last run that is like this one, a dash where nothing can be said."""
    return "–" if run.change is None else difference_words(run.change)


def gate_word(state: str) -> str:
    """Return whether the gate let the release pass."""
    return told(_GATES[state])


def problem_words(run: PastRun) -> str:
    """Return the failed checks by severity: "1 critical, 3 major"; warnings are not counted."""
    counts = [
        tell_several(run.critical, "{n:,} critical", "{n:,} critical") if run.critical else "",
        tell_several(run.major, "{n:,} major", "{n:,} major") if run.major else "",
        tell_several(run.minor, "{n:,} minor", "{n:,} minor") if run.minor else "",
    ]
    return ", ".join(filter(None, counts)) or tell("none")


def journey_words(journey: RunJourney) -> str:
    """Return how far a device came: "Phone", or "Phone: Cart" where it did not come to payment."""
    device = device_title(journey.device)
    if journey.ended == "payment_reached":
        return device
    place = stage_title(journey.deepest_stage) if journey.deepest_stage else tell("nowhere")
    return tell("{device}: {stage}", device=device, stage=place)

"""What could not be judged, by reason: nothing is hidden, nothing is said a hundred times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor_reports.view.names import STAGES, explained
from auditor_reports.view.places import Place, where
from auditor_reports.view.readings import said
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.api import VerdictResult
    from auditor_reports.view.topics import Topic


@dataclass(frozen=True)
class Reason:
    """Why checks have no verdict, and which ones: title, id, where."""

    sentence: str
    checks: tuple[tuple[str, str, str], ...]


def reasons_of(topics: Sequence[Topic], *outcomes: str) -> list[Reason]:
    """Group the verdicts of these outcomes by what they say; the reason of most checks comes first."""
    groups: dict[str, list[tuple[Topic, list[Place]]]] = {}
    for topic in topics:
        own: dict[str, list[Place]] = {}
        for verdict in topic.having(*outcomes):
            sentence, place = _reason(verdict)
            own.setdefault(sentence, []).append(place)
        for sentence, places in own.items():
            groups.setdefault(sentence, []).append((topic, places))
    reasons = [
        Reason(
            sentence,
            tuple((subject(topic), topic.id, where(list(dict.fromkeys(places)))) for topic, places in group),
        )
        for sentence, group in groups.items()
    ]
    return sorted(reasons, key=lambda reason: -len(reason.checks))


def subject(topic: Topic) -> str:
    """Return what the check asks as its passing statement: where nothing was judged, nothing is amiss."""
    return topic.check.title if topic.check else topic.id


def _reason(verdict: VerdictResult) -> tuple[str, Place]:
    """Return why there is no verdict and where; all pages that were not reached for one reason share it."""
    sentence = said(verdict)
    missed = verdict.unreached
    if missed is not None and missed.stage in STAGES:
        return tell("The page was not reached: {reason}", reason=explained(missed.reason)), (verdict.device, missed.stage)
    return sentence, (verdict.device, verdict.stage)

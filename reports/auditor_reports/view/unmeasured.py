"""What could not be judged, by reason: nothing is hidden, nothing is said a hundred times."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor_reports.view.names import STAGES
from auditor_reports.view.places import Place, where
from auditor_reports.view.readings import said
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.api import VerdictResult
    from auditor_reports.view.topics import Topic

_NOT_REACHED = re.compile(r"The (\w+) page was not reached on [^:]+: (.+)", re.DOTALL)


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
    match = _NOT_REACHED.fullmatch(sentence)
    if match and match[1] in STAGES:
        return tell("The page was not reached: {reason}", reason=match[2]), (verdict.device, match[1])
    return sentence, (verdict.device, verdict.stage)

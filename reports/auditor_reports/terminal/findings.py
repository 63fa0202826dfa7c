"""The most important findings, one paragraph each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from auditor_reports.view.cleaning import shortened
from auditor_reports.view.names import SEVERITIES, severity_word
from auditor_reports.view.places import places_of, where
from auditor_reports.view.readings import readings_of
from auditor_reports.view.topics import Topic, failures, warnings
from auditor_reports.view.voice import tell, tell_all, tell_several

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHOWN = 8
_TONES = {"critical": "bold red", "major": "yellow", "minor": "cyan"}
_STAGES = 4


def findings(topics: Sequence[Topic]) -> RenderableType:
    """Return the findings to begin with and the count of the rest."""
    failed, warned = failures(topics), warnings(topics)
    problems = [*failed, *warned]
    if not problems:
        return Group()
    parts: list[RenderableType] = [
        Text(),
        Text(tell("To mend first"), style="bold"),
        *map(_finding, problems[:_SHOWN]),
    ]
    shown = min(len(problems), _SHOWN)
    if rest := _rest(max(0, len(failed) - shown), len(warned) - max(0, shown - len(failed))):
        parts.append(Text(tell("and {rest}, in the report", rest=rest), style="dim"))
    return Group(*parts)


def _finding(topic: Topic) -> RenderableType:
    title = Text(topic.title if topic.fails else tell("{title} (warning)", title=topic.title), style="bold")
    said = readings_of(topic.verdicts, "fail", "warn")[0].message
    place = shortened(where(places_of(topic.problems), most=_STAGES), 160)
    body = Text(f"{place}. {shortened(said, 240)}")
    body.append(f" [{topic.id}]", style="dim")
    table = Table.grid(padding=0)
    table.add_column(width=max(cell_len(severity_word(severity).upper()) for severity in SEVERITIES) + 2)
    table.add_column()
    table.add_row(Text(severity_word(topic.severity).upper(), style=_TONES[topic.severity]), Group(title, body))
    return table


def _rest(failed: int, warned: int) -> str:
    problems = tell_several(failed, "{n:,} more problem", "{n:,} more problems") if failed else ""
    warnings = tell_several(warned, "{n:,} more warning", "{n:,} more warnings") if warned else ""
    return tell_all(filter(None, (problems, warnings)))

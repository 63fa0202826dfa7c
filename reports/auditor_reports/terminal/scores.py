"""The score and the categories as a compact table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from auditor_reports.view.cleaning import shortened
from auditor_reports.view.figures import percent
from auditor_reports.view.names import device_title
from auditor_reports.view.scorecard import category_rows, grade_words
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from auditor.api import Result

_DEVICES = 3  # columns; more do not fit


def score_line(result: Result) -> Text:
    """Return the score with its grade and how much could be measured."""
    score = result.score
    if score.total is None:
        return Text(tell("No score: too little could be judged."), style="bold")
    said = [tell("Score {score} of 100", score=score.total)]
    if score.grade:
        said.append(tell("grade {grade} ({meaning})", grade=score.grade, meaning=grade_words(score.grade)))
    if score.uncapped is not None and score.uncapped != score.total:
        said.append(tell("{score} before caps", score=score.uncapped))
    line = Text(", ".join(said), style="bold")
    line.append("; ", style="not bold")
    return line.append(tell("{share} of what applies was measured.", share=percent(score.coverage)), style="not bold")


def categories(result: Result) -> RenderableType:
    """Return the categories of which checks were run; those without enough evidence say so."""
    rows = [row for row in category_rows(result) if row.judged]
    if all(row.score is None for row in rows):
        return Group(Text(), Text(tell("No category could be scored."))) if rows else Group()
    devices = list(result.score.devices)[:_DEVICES]
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    table.add_column(tell("Category"))
    table.add_column(tell("Score"), justify="right")
    for device in devices:
        table.add_column(shortened(device_title(device), 12), justify="right")
    table.add_column(tell("Measured"), justify="right")
    for row in rows:
        own = dict(row.devices)
        table.add_row(
            Text(row.title if not row.capped else tell("{category} (limited)", category=row.title)),
            Text("–" if row.score is None else str(row.score), style=_tone(row.score)),
            *("–" if own.get(device) is None else str(own[device]) for device in devices),
            percent(row.coverage),
        )
    notes = []
    if any(row.score is None for row in rows):
        notes.append(Text(tell("–: not enough evidence for a score"), style="dim"))
    if any(row.capped for row in rows):
        notes.append(Text(tell("limited: held down by a critical failure"), style="dim"))
    return Group(Text(), table, *notes)


def _tone(score: int | None) -> str:
    """Return a colour for a score; the number says the same without it."""
    if score is None:
        return "dim"
    return "green" if score >= 80 else "yellow" if score >= 50 else "red"

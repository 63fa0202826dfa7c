"""The benchmark on the terminal: the ranking, who to learn from, what all get wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from auditor_reports.benchmark.view import ShopRow, View, view_of
from auditor_reports.several.terminal import titled
from auditor_reports.terminal.printing import printed
from auditor_reports.view.cleaning import shortened
from auditor_reports.view.names import severity_word
from auditor_reports.view.voice import tell, tell_several

if TYPE_CHECKING:
    from auditor.api import BenchmarkInput
    from auditor_reports.terminal.screen import Screen

_SHARED = 8
_LABEL = 30


def summary(report: BenchmarkInput, screen: Screen) -> str:
    """Return the benchmark as text for a screen."""
    view = view_of(report)
    return printed((_verdict(view), _doubts(view), _ranking(view), _practices(view), _effort(view), _shared(view)), screen)


def _verdict(view: View) -> RenderableType:
    return Group(
        Text(), Text(view.title, style="dim"), Text(view.sentence, style="bold"), *(Text(shortened(remark, 400)) for remark in view.remarks)
    )


def _doubts(view: View) -> RenderableType:
    if not view.doubts:
        return Group()
    return titled(tell("Mind when comparing"), *(Text(shortened(doubt, 300), style="yellow") for doubt in view.doubts))


def _ranking(view: View) -> RenderableType:
    table = _table(tell("Place"), tell("Shop"), tell("Score"), tell("Measured"))
    for shop in view.shops:
        score = "–" if shop.score is None else f"{shop.score} ({shop.grade})" if shop.grade else str(shop.score)
        table.add_row(shop.rank, Text(shortened(shop.label, _LABEL)), score, shop.measured)
    notes = [Padding(_notes(shop), (0, 0, 0, 2)) for shop in view.shops if shop.rank == "–"]
    return Group(Text(), table, *notes)


def _notes(shop: ShopRow) -> Text:
    ways = [words for arrived, words in shop.ways if not arrived]
    return Text(f"{shop.label}: {shortened('; '.join([*shop.marks, *ways]), 300)}", style="yellow")


def _practices(view: View) -> RenderableType:
    best = [item for item in view.practices if item.shop is not None]
    if not best:
        return Group()
    lines = []
    for item in best:
        line = Text(f"{item.stage}: ", style="bold")
        line.append(item.label, style="not bold")
        lines.append(Group(line, *(Padding(Text(shortened(reason, 200), style="dim"), (0, 0, 0, 2)) for reason in item.reasons[:1])))
    return titled(tell("Best practice, stage by stage"), *lines)


def _effort(view: View) -> RenderableType:
    parts: list[RenderableType] = []
    for device in view.effort:
        table = _table(tell("Shop"), tell("Clicks"), tell("Fields"), tell("Seconds"), tell("Index"), first_left=True)
        for row in device.rows:
            clicks, _, fields, _, _, time, index = row.cells
            cells = [f"{cell.value}{'*' if cell.best else ''}" for cell in (clicks, fields, time, index)]
            table.add_row(Text(shortened(row.label, _LABEL)), *(cells if row.complete else [f"({cell})" for cell in cells]))
        parts += [Text(), Text(tell("Interaction effort, {device}", device=device.device), style="bold"), Padding(table, (0, 0, 0, 2))]
    if parts:
        note = tell("*: the best. In brackets: payment not reached, not compared. Seconds: cart to payment, by the keystroke-level model.")
        parts.append(Padding(Text(note, style="dim"), (0, 0, 0, 2)))
    return Group(*parts)


def _shared(view: View) -> RenderableType:
    if not view.shared:
        return Group()
    lines: list[RenderableType] = []
    for row in view.shared[:_SHARED]:
        line = Text(f"{row.count}  ", style="bold")
        lines.append(line.append(f"{row.title} ({severity_word(row.severity)})", style="not bold"))
    if len(view.shared) > _SHARED:
        lines.append(Text(tell_several(len(view.shared) - _SHARED, "and {n} more", "and {n} more"), style="dim"))
    return titled(tell("Problems in common"), *lines)


def _table(*heads: str, first_left: bool = False) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    left = 0 if first_left else 1
    for place, head in enumerate(heads):
        table.add_column(head, justify="left" if place == left else "right", overflow="fold")
    return table

"""The comparison on the terminal: what happened, what is new, what is fixed, what moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from auditor_reports.compare.view import View, view_of
from auditor_reports.several.terminal import titled
from auditor_reports.terminal.printing import printed
from auditor_reports.view.cleaning import shortened
from auditor_reports.view.names import severity_word
from auditor_reports.view.voice import tell, tell_several

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.api import ComparisonInput
    from auditor_reports.compare.figures import Row
    from auditor_reports.compare.problems import ProblemGroup, ProblemItem
    from auditor_reports.terminal.screen import Screen

_SHOWN = 8
_ROWS = 8
_TONES = {"new": "bold red", "worse": "red", "unknown": "yellow", "better": "green", "fixed": "bold green", "unchanged": "dim"}
_SIGNS = {"new": "+", "worse": "↓", "unknown": "?", "better": "↑", "fixed": "✓", "unchanged": "=", "changed": "~"}
_PLAIN = {"worse": "v", "better": "^", "fixed": "ok"}


def summary(report: ComparisonInput, screen: Screen) -> str:
    """Return the comparison as text for a screen."""
    view = view_of(report)
    return printed((_verdict(view), _doubts(view), *_groups(view, screen), _numbers(view, screen)), screen)


def _verdict(view: View) -> RenderableType:
    return Group(
        Text(),
        Text(f"{shortened(view.heading, 120)} · {view.before} → {view.after}", style="dim"),
        Text(view.sentence, style="bold"),
        *(Text(remark) for remark in view.remarks),
    )


def _doubts(view: View) -> RenderableType:
    if not view.doubts:
        return Group()
    return titled(tell("Mind when comparing"), *(Text(shortened(doubt, 300), style="yellow") for doubt in view.doubts))


def _groups(view: View, screen: Screen) -> list[RenderableType]:
    """Return what moved; what is as before is only counted, in the sentence at the top."""
    return [_group(group, screen) for group in view.groups if group.change != "unchanged"]


def _group(group: ProblemGroup, screen: Screen) -> RenderableType:
    lines: list[RenderableType] = [_item(item, screen) for item in group.items[:_SHOWN]]
    if len(group.items) > _SHOWN:
        lines.append(Text(_more(len(group.items) - _SHOWN), style="dim"))
    return titled(f"{group.title} ({len(group.items)})", *lines)


def _item(item: ProblemItem, screen: Screen) -> RenderableType:
    line = Text(f"{sign(item.change, screen)} ", style=_TONES[item.change])
    line.append(item.title, style="bold" if item.change in {"new", "worse"} else "not bold default")
    body = Text(f"{severity_word(item.severity)}, {shortened(item.where, 160)}", style="dim")
    body.append(f" [{item.id}]", style="dim")
    return Group(line, Padding(body, (0, 0, 0, 2)))


def _numbers(view: View, screen: Screen) -> RenderableType:
    parts = [
        titled(
            tell("Score"),
            Text(f"{view.score.before} → {view.score.after} {view.score.by}".rstrip()),
            *(Text(reason, style="yellow") for reason in view.score_reasons),
            *(_value(row, screen) for row in view.categories if row.by),
        )
    ]
    if view.moved:
        parts.append(titled(tell("Measured values beyond their noise"), *_values(view.moved, screen)))
    if view.journeys:
        parts.append(titled(tell("The way to payment"), *_values(view.journeys, screen)))
    return Group(*parts)


def _values(rows: Sequence[Row], screen: Screen) -> list[Text]:
    lines = [_value(row, screen) for row in rows[:_ROWS]]
    return [*lines, Text(_more(len(rows) - _ROWS), style="dim")] if len(rows) > _ROWS else lines


def _value(row: Row, screen: Screen) -> Text:
    line = Text(f"{sign(row.change, screen)} ", style=_TONES.get(row.change, ""))
    line.append(f"{shortened(row.title, 60)}{f' ({row.where})' if row.where else ''}: {row.before} → {row.after}", style="not bold default")
    return line.append(f" {row.by}") if row.by else line


def _more(count: int) -> str:
    return tell_several(count, "and {n} more", "and {n} more")


def sign(change: str, screen: Screen) -> str:
    """Return the sign of a change, one that the terminal can write."""
    return _SIGNS[change] if screen.encoding == "utf-8" else _PLAIN.get(change, _SIGNS[change])

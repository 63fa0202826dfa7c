"""The history on the terminal: the runs, and what moved in which direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from auditor_reports.history.view import RunRow, SiteView, TrendRow, View, view_of
from auditor_reports.history.words import gate_word
from auditor_reports.several.terminal import titled
from auditor_reports.terminal.printing import printed
from auditor_reports.view.cleaning import shortened
from auditor_reports.view.voice import tell, tell_several

if TYPE_CHECKING:
    from auditor.api import HistoryInput
    from auditor_reports.history.trends import Trend
    from auditor_reports.terminal.screen import Screen

_LEVELS, _PLAIN_LEVELS = "▁▂▃▄▅▆▇█", "_.-~:=+#"
_MOMENT = 16  # letters of a day with its time
_SPAN = 10.0  # points of a score that the line spans at least: noise must not look like a fall
_LONGEST = 24  # runs of a line
_GATES = {"passed": ("passed", "green"), "failed": ("failed", "red"), "undecided": ("undecided", "yellow")}
_DIRECTIONS = {"better": "green", "worse": "red"}


def summary(report: HistoryInput, screen: Screen) -> str:
    """Return the history as text for a screen."""
    view = view_of(report)
    if not view.sites:
        return printed([Text(tell("No such audit has been stored."))], screen)
    if len(view.sites) == 1:
        return printed(_one(view.sites[0], screen), screen)
    return printed(_all(view, screen), screen)


def _all(view: View, screen: Screen) -> list[RenderableType]:
    """Name all sites with their newest run."""
    table = _table(tell("Shop"), tell("Audits"), tell("Newest"), tell("Score"), tell("Change"), tell("Trend"), right=(1, 3, 4))
    for site in view.sites:
        row = site.newest
        table.add_row(
            Text(screen.shown(shortened(site.name, 30))),
            str(site.stored),
            _day(row),
            _score(row),
            _change(row, screen),
            _line(site.total.line, screen),
        )
    count = tell_several(len(view.sites), "{n:,} shop. See one in full:", "{n:,} shops. See one in full:")
    return [
        Text(),
        Text(view.title, style="bold"),
        Text(),
        table,
        Text(),
        Text(f"{count} auditor history {view.sites[0].name}", style="dim"),
    ]


def _one(site: SiteView, screen: Screen) -> list[RenderableType]:
    """Tell the runs of one site, and their trends."""
    head = [Text(), Text(f"{site.name}, {site.shown}", style="dim"), Text(site.sentence, style="bold")]
    return [*head, *([Text(site.apart, style="yellow")] if site.apart else []), Text(), _runs(site, screen), _trends(site, screen)]


def _runs(site: SiteView, screen: Screen) -> RenderableType:
    table = _table(tell("Audit"), tell("Score"), tell("Change"), tell("Gate"), tell("Problems"), tell("Payment"), right=(1, 2))
    table.columns[0].width = _MOMENT
    for row in site.rows:
        symbol, colour = _GATES[row.gate]
        when = Text(f"{_day(row)} {row.run.started_at[11:16]}")
        if row.run.label:
            when.append(f"\n{row.run.label}", style="dim")
        table.add_row(when, _score(row), _change(row, screen), Text(screen.symbols[symbol], style=colour), _counts(row), _ways(row, screen))
    gates = "  ".join(f"{screen.symbols[symbol]} {gate_word(state)}" for state, (symbol, _) in _GATES.items())
    notes = [
        tell("Problems: critical / major / minor. Change: since the last audit made alike. Times are UTC."),
        tell("Gate: {states}", states=gates),
    ]
    return Group(table, Text(), *(Text(note, style="dim") for note in notes))


def _day(row: RunRow) -> str:
    return row.run.started_at[:10]


def _score(row: RunRow) -> str:
    return "–" if row.run.score is None else f"{row.run.score} {row.run.grade or ' '}"


def _change(row: RunRow, screen: Screen) -> Text:
    return Text(screen.shown(row.change), style=_DIRECTIONS.get(row.direction, ""))


def _counts(row: RunRow) -> str:
    return f"{row.run.critical} / {row.run.major} / {row.run.minor}"


def _ways(row: RunRow, screen: Screen) -> Text:
    """Name the devices that came to payment, then the others with how far they came."""
    arrived = ", ".join(screen.shown(shortened(words, 30)) for there, words in row.ways if there)
    stopped = [f"{screen.symbols['stopped']} {screen.shown(shortened(words, 30))}" for there, words in row.ways if not there]
    return Text("  ".join([*([f"{screen.symbols['reached']} {arrived}"] if arrived else []), *stopped]))


def _trends(site: SiteView, screen: Screen) -> RenderableType:
    """Draw the score and its categories over the runs that are like the newest."""
    shown = [row for row in (site.total, *site.categories) if row.line and len(row.line.points) > 1]
    if not shown:
        return Group()
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=False)
    for right in (False, False, True, True):
        table.add_column(justify="right" if right else "left", overflow="fold")
    for row in shown:
        table.add_row(screen.shown(shortened(row.title, 40)), _line(row.line, screen), row.now, _moved(row, screen))
    title = tell_several(site.alike, "Trend of {n:,} audit made alike", "Trend of {n:,} audits made alike")
    return titled(title, table)


def _moved(row: TrendRow, screen: Screen) -> Text:
    colour = {"+": "green", "\u2212": "red"}.get(row.moved[:1], "")
    return Text(screen.shown(row.moved), style=colour)


def _line(trend: Trend | None, screen: Screen) -> str:
    """Return a trend as a row of blocks, each as high as its value among the others."""
    if trend is None:
        return ""
    values = [point.value for point in trend.points[-_LONGEST:]]
    levels = _LEVELS if screen.encoding == "utf-8" else _PLAIN_LEVELS
    middle, span = (max(values) + min(values)) / 2, max(max(values) - min(values), _SPAN)
    heights = [(value - middle) / span + 0.5 for value in values]
    return "".join(levels[min(int(height * len(levels)), len(levels) - 1)] for height in heights)


def _table(*heads: str, right: tuple[int, ...] = ()) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for place, head in enumerate(heads):
        table.add_column(head, justify="right" if place in right else "left", overflow="fold")
    return table

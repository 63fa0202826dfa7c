"""The live table: the stages down, the devices across, a mark and the seconds of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from rich.box import SIMPLE
from rich.console import Console, RenderableType
from rich.live import Live
from rich.spinner import Spinner
from rich.table import Table
from rich.text import Text

from auditor.cli.lines import end_line, line_of
from auditor.cli.showing import on_one_line
from auditor.events import Activity, DeviceEnded, DeviceStarted, Event, Judged, RunEnded, RunStarted, StageEnded, StageStarted
from auditor.model.journey import Ended, StepOutcome
from auditor.model.stage import Stage

_MARKS = {
    StepOutcome.REACHED: ("✓", "green"),
    StepOutcome.NOT_FOUND: ("–", "yellow"),
    StepOutcome.SKIPPED: ("–", "dim"),
    StepOutcome.BLOCKED: ("✗", "red"),
    StepOutcome.FAILED: ("✗", "red"),
}
_PER_SECOND = 8
_WIDTH = 16  # columns, so that the table does not jump when a device is through


@dataclass
class _Column:
    """What is known of one device; `since` is when the stage under way began."""

    name: str = ""
    cells: dict[Stage, tuple[StepOutcome, float]] = field(default_factory=dict)
    under_way: Stage | None = None
    since: float = 0.0
    what: str = ""
    ended: str = ""
    good: bool = False


class Board:
    """Listens to an audit and shows the table on a terminal until the recording is over; what comes later is a line each."""

    def __init__(self, console: Console, clock: Callable[[], float]) -> None:
        self._console = console
        self._clock = clock
        self._started = clock()
        self._limit = 0.0
        self._columns: dict[str, _Column] = {}
        self._spinner = Spinner("dots", style="cyan")
        self._live = Live(console=console, get_renderable=self.table, refresh_per_second=_PER_SECOND)

    def close(self) -> None:
        """Leave the table as it is, if it was not left before."""
        if self._live.is_started:
            self._live.stop()

    def tell(self, event: Event) -> None:
        """Take in what happened."""
        device = getattr(event, "device", "").lower()  # it may have been asked for in another case
        column = self._columns.get(device) or _Column()
        match event:
            case RunStarted():
                self._limit = event.max_seconds
                self._columns = {name.lower(): _Column(name) for name in event.devices}
                self._live.start()
            case DeviceStarted():
                column.what = "starting"
            case StageStarted():
                column.under_way, column.since, column.what = event.stage, self._clock(), ""
            case StageEnded():
                self._keep(column, event)
            case Activity():
                self._rest()
                column.what = on_one_line(event.what)
            case DeviceEnded():
                column.under_way, column.what = None, ""
                column.ended, column.good = on_one_line(end_line(event)), event.ended is Ended.PAYMENT_REACHED
            case Judged() | RunEnded():
                self._rest()
                self.close()
        has_a_place = self._live.is_started and (not device or device in self._columns)
        if not has_a_place and (line := line_of(event)):
            self._console.print(Text(line, style="dim"))

    def table(self) -> RenderableType:
        """Return the table as it is now."""
        table = Table(box=SIMPLE, caption=self._time(), caption_justify="left", caption_style="dim")
        table.add_column("stage", no_wrap=True)
        for column in self._columns.values():
            table.add_column(Text(on_one_line(column.name)), min_width=_WIDTH, overflow="fold")
        for stage in Stage:
            table.add_row(stage.value, *(self._cell(column, stage) for column in self._columns.values()))
        if any(column.ended or column.what for column in self._columns.values()):
            table.add_section()
            table.add_row("", *(self._end(column) for column in self._columns.values()))
        return table

    def _time(self) -> str:
        """Say how long it has taken; the limit is that of the devices, so it says nothing of what comes after them."""
        limit = "" if all(column.ended for column in self._columns.values()) else f" of at most {self._limit:g} s"
        return f"{self._clock() - self._started:.0f} s{limit}"

    def _rest(self) -> None:
        """Forget what was being done: one thing is at a time."""
        for column in self._columns.values():
            column.what = ""

    def _keep(self, column: _Column, event: StageEnded) -> None:
        """Add up the attempts at a stage; one that reached it counts, as in the result."""
        before, seconds = column.cells.get(event.stage, (event.outcome, 0.0))
        outcome = before if before is StepOutcome.REACHED else event.outcome
        column.cells[event.stage] = outcome, seconds + event.seconds
        column.under_way = None

    def _cell(self, column: _Column, stage: Stage) -> RenderableType:
        if column.under_way is stage:
            seconds = column.cells.get(stage, (None, 0.0))[1] + self._clock() - column.since
            self._spinner.update(text=Text(f"{seconds:.0f} s"))
            return self._spinner.render(self._clock())
        if stage not in column.cells:
            return ""
        outcome, seconds = column.cells[stage]
        mark, style = _MARKS[outcome]
        return Text.assemble((mark, style), f" {seconds:.1f} s")

    @staticmethod
    def _end(column: _Column) -> RenderableType:
        if column.what:  # a device that is through may be looked at once more, as Lighthouse does
            return Text(column.what, style="dim")
        return Text(column.ended, style="green" if column.good else "yellow")

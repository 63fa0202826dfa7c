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
        column = self._columns.setdefault(device, _Column()) if isinstance(device := getattr(event, "device", None), str) else _Column()
        match event:
            case RunStarted():
                self._limit = event.max_seconds
                self._columns = {device: _Column() for device in event.devices}
                self._live.start()
            case DeviceStarted():
                column.what = "starting"
            case StageStarted():
                column.under_way, column.since, column.what = event.stage, self._clock(), ""
            case StageEnded():
                self._keep(column, event)
            case Activity():
                column.what = on_one_line(event.what)
            case DeviceEnded():
                column.under_way, column.what = None, ""
                column.ended, column.good = on_one_line(end_line(event)), event.ended is Ended.PAYMENT_REACHED
            case Judged() | RunEnded():
                self.close()
        if not self._live.is_started and (line := line_of(event)):
            self._console.print(Text(line, style="dim"))

    def table(self) -> RenderableType:
        """Return the table as it is now."""
        elapsed = self._clock() - self._started
        table = Table(box=SIMPLE, caption=f"{elapsed:.0f} s of at most {self._limit:g} s", caption_justify="left", caption_style="dim")
        table.add_column("stage", no_wrap=True)
        for device in self._columns:
            table.add_column(Text(on_one_line(device)), min_width=_WIDTH, overflow="fold")
        for stage in Stage:
            table.add_row(stage.value, *(self._cell(column, stage) for column in self._columns.values()))
        if any(column.ended or column.what for column in self._columns.values()):
            table.add_section()
            table.add_row("", *(self._end(column) for column in self._columns.values()))
        return table

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
        return Text(column.ended, style="green" if column.good else "yellow") if column.ended else Text(column.what, style="dim")

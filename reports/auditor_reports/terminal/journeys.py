"""The way of each device as one line of stages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from auditor_reports.view.cleaning import shortened
from auditor_reports.view.figures import duration
from auditor_reports.view.journeys import Stop, is_about_shop, stops_of, where_it_ended, why_it_ended
from auditor_reports.view.names import device_title, ended_words
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.api import JourneyResult
    from auditor_reports.terminal.screen import Screen

_TONES = {"reached": "green", "stopped": "bold red", "not_tried": "dim"}


def journeys(walked: Sequence[JourneyResult], screen: Screen) -> RenderableType:
    """Return the journeys: how each ended, its stages, and where and why it stopped."""
    return Group(*(_journey(journey, screen) for journey in walked))


def _journey(journey: JourneyResult, screen: Screen) -> RenderableType:
    title = Text(f"{shortened(device_title(journey.device), 40)}: ", style="bold")
    title.append(f"{ended_words(journey.ended)}, {duration(journey.seconds)}", style="not bold")
    parts: list[RenderableType] = [Text(), title]
    parts += _lines([_stage(stop, screen) for stop in stops_of(journey)], screen.width)
    if journey.ended != "payment_reached":
        blamed = is_about_shop(journey) or journey.ended == "interrupted"
        said = [tell("Ended at {stage}: {reason}", stage=where_it_ended(journey), reason=shortened(why_it_ended(journey), 300))]
        if not blamed:
            said.append(tell("Not counted against the shop."))
        parts.append(Padding(Text(" ".join(said), style="red" if blamed else ""), (0, 0, 0, 2)))
    return Group(*parts)


def _stage(stop: Stop, screen: Screen) -> Text:
    """Return a stage: its symbol and its name."""
    kind = "reached" if stop.reached else "not_tried" if stop.outcome in {"not_tried", "skipped"} else "stopped"
    return Text(f"{screen.symbols[kind]} {stop.title}", style=_TONES[kind])


def _lines(stages: Sequence[Text], width: int) -> list[Text]:
    """Put the stages into lines that fit; none is broken over two lines."""
    lines = [Text()]
    for stage in stages:
        if lines[-1].cell_len + 2 + stage.cell_len > width:
            lines.append(Text())
        lines[-1].append("  ").append_text(stage)
    return lines

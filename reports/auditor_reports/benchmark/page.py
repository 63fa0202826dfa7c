"""The HTML document of a benchmark: what is said, and the pictures of the best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor_reports.benchmark.view import View, view_of
from auditor_reports.html.album import Album
from auditor_reports.several.frame import Entry, Frame, named, tool_row
from auditor_reports.several.pictures import recording_of, thumbnail
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.api import BenchmarkInput
    from auditor_reports.html.album import Shot

_NARROW = 6  # shops whose names fit into the heads of columns as they are


@dataclass(frozen=True, kw_only=True)
class Page(Frame):
    """The document; `shots` are the pictures of the stages."""

    view: View
    shots: Mapping[str, Shot]

    @property
    def upright(self) -> bool:
        """Whether the names of the shops have to stand upright in the heads of columns."""
        return len(self.view.shops) > _NARROW


def page_of(report: BenchmarkInput) -> Page:
    """Put the document together."""
    view = view_of(report)
    albums = {key: Album(recording_of(run)) for key, run in report.runs.items()}
    shots = {p.anchor: shot for p in view.practices if p.shop is not None and (shot := thumbnail(p.screenshot, albums[p.shop]))}
    entries = [
        Entry("summary", tell("Summary")),
        Entry("ranking", tell("Ranking")),
        Entry("categories", tell("Categories")),
        Entry("practices", tell("Best practice, stage by stage")),
        Entry("effort", tell("Interaction effort")),
        Entry("shared", tell("Problems in common"), len(view.shared)),
        Entry("alone", tell("What one shop alone does well"), sum(len(alone.checks) for alone in view.alone)),
        Entry("method", tell("How this was made")),
    ]
    return Page(
        title=view.title,
        kicker=tell("Benchmark"),
        heading=view.title,
        facts=[(tell("Shops"), str(len(view.shops))), *tool_row(report.brand, view.tool)],
        contents=entries,
        tool=named(report.brand, view.tool),
        foot=named(report.brand, view.foot),
        brand=report.brand,
        view=view,
        shots=shots,
    )

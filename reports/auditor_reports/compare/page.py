"""The HTML document of a comparison: what is said, and the pictures side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor_reports.compare.view import View, view_of
from auditor_reports.html.album import Album
from auditor_reports.several.frame import Entry, Frame, named, tool_row
from auditor_reports.several.pictures import recording_of, thumbnail
from auditor_reports.view.names import device_title, stage_title
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.api import Comparison, ComparisonInput
    from auditor_reports.html.album import Shot


@dataclass(frozen=True)
class Pair:
    """One stage as it looked before and after."""

    stage: str
    device: str
    before: Shot | None
    after: Shot | None

    @property
    def tall(self) -> bool:
        """Whether the pictures are those of a phone."""
        return any(shot.height > shot.width for shot in (self.before, self.after) if shot)


@dataclass(frozen=True)
class Gallery:
    """The stages of one device."""

    device: str
    pairs: Sequence[Pair]


@dataclass(frozen=True, kw_only=True)
class Page(Frame):
    """The document."""

    view: View
    galleries: Sequence[Gallery]


def page_of(report: ComparisonInput) -> Page:
    """Put the document together."""
    view = view_of(report)
    galleries = _galleries(report.comparison, Album(recording_of(report.before)), Album(recording_of(report.after)))
    before, after = view.sites
    sites = [(tell("Shop"), after)] if before == after else [(tell("Before"), before), (tell("After"), after)]
    return Page(
        title=view.title,
        kicker=tell("Comparison of two audits"),
        heading=view.heading,
        facts=[*sites, (tell("First audit"), view.before), (tell("Second audit"), view.after), *tool_row(report.brand, view.tool)],
        contents=list(_contents(view, galleries)),
        tool=named(report.brand, view.tool),
        foot=named(report.brand, view.foot),
        brand=report.brand,
        view=view,
        galleries=galleries,
    )


def _contents(view: View, galleries: Sequence[Gallery]) -> Sequence[Entry]:
    entries = [Entry("summary", tell("Summary")), *(Entry(group.change, group.title, len(group.items)) for group in view.groups)]
    if view.blind:
        entries.append(Entry("blind", tell("Judged on one side only"), sum(len(blind.checks) for blind in view.blind)))
    entries += [Entry("scores", tell("Scores")), Entry("measures", tell("Measured values"))]
    if view.effort:
        entries.append(Entry("effort", tell("Interaction effort")))
    entries.append(Entry("journeys", tell("The way to payment")))
    if galleries:
        entries.append(Entry("pictures", tell("Side by side")))
    return entries


def _galleries(comparison: Comparison, before: Album, after: Album) -> list[Gallery]:
    by_device: dict[str, list[Pair]] = {}
    for shown in comparison.pictures:
        shots = thumbnail(shown.before, before), thumbnail(shown.after, after)
        if any(shots):
            pair = Pair(stage_title(shown.stage), device_title(shown.device), *shots)
            by_device.setdefault(shown.device, []).append(pair)
    return [Gallery(device_title(device), pairs) for device, pairs in by_device.items()]

"""Pictures that show findings: the page around the elements, with numbered frames drawn over it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from auditor.api import Box
from auditor_reports.html.sheets import TALLEST, Sheet, sheet_of
from auditor_reports.view.names import STAGES
from auditor_reports.view.places import where

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditor.api import FindingResult
    from auditor_reports.html.album import Album, Shot
    from auditor_reports.view.readings import Sighting

    _Found = list[tuple[int, FindingResult]]

_SHOWN = 3  # pictures per finding
_FRAMES = 6  # frames per picture
_WIDEST = 880
_SHOWN_SIZE = (400, 384)


@dataclass(frozen=True)
class Frame:
    """A frame around an element, in pixels of the picture, with the number of the evidence it belongs to."""

    number: int
    x: float
    y: float
    width: float
    height: float

    def outline(self, shot: Shot, magnitude: float) -> Box:
        """Return the rectangle to draw: a little outside of the element, inside of the picture."""
        gap = 3 * magnitude
        x, y = max(self.x - gap, magnitude), max(self.y - gap, magnitude)
        right = min(self.x + self.width + gap, shot.width - magnitude)
        bottom = min(self.y + self.height + gap, shot.height - magnitude)
        return Box(round(x, 1), round(y, 1), round(max(right - x, 1.0), 1), round(max(bottom - y, 1.0), 1))


@dataclass(frozen=True)
class Exhibit:
    """A picture with frames, and where it was taken."""

    shot: Shot
    frames: tuple[Frame, ...]
    where: str

    @property
    def magnitude(self) -> float:
        """Pixels of the picture per pixel of the page it is shown on, so that marks stay readable."""
        return round(max(self.shot.width / _SHOWN_SIZE[0], self.shot.height / _SHOWN_SIZE[1], 1.0), 2)

    @property
    def marks(self) -> list[tuple[int, float, float]]:
        """The numbers with where they stand: at the frame's corner, beside another number that stands there already."""
        least, apart = 11 * self.magnitude, 20 * self.magnitude
        placed: list[tuple[int, float, float]] = []
        for frame in self.frames:
            edge = frame.outline(self.shot, self.magnitude)
            x, y = max(edge.x, least), max(edge.y, least)
            while any(math.hypot(x - other, y - down) < apart for _, other, down in placed) and x + apart < self.shot.width:
                x += apart / 2
            placed.append((frame.number, round(x, 1), round(y, 1)))
        return placed

    @property
    def numbers(self) -> list[str]:
        """The numbers of the evidence it shows."""
        return [str(number) for number in sorted({frame.number for frame in self.frames})]


def exhibits_of(sightings: Sequence[Sighting], album: Album) -> list[Exhibit]:
    """Return the pictures of a finding's evidence, the first pages first."""
    pages: dict[str, _Found] = {}
    for number, sighting in enumerate(sightings, start=1):
        for finding in sighting.findings:
            if finding.box and finding.screenshot and all(map(math.isfinite, finding.box)):
                pages.setdefault(finding.screenshot, []).append((number, finding))
    exhibits: list[Exhibit] = []
    seen: set[tuple[str | None, frozenset[int]]] = set()
    for screenshot, found in _side_by_side(pages):
        shown = (found[0][1].device, frozenset(number for number, _ in found))
        if len(exhibits) == _SHOWN:
            break
        if shown in seen:  # the same elements on a further page of this device show nothing new
            continue
        if exhibit := _exhibit(screenshot, found, album):
            exhibits.append(exhibit)
            seen.add(shown)
    return exhibits


def _side_by_side(pages: Mapping[str, _Found]) -> list[tuple[str, _Found]]:
    """Return the pages in order, but the first of each device before the others: desktop beside phone."""
    ordered = list(pages.items())
    devices = [found[0][1].device for _, found in ordered]
    return sorted(ordered, key=lambda page: devices.index(page[1][0][1].device) != ordered.index(page))


def _exhibit(screenshot: str, found: Sequence[tuple[int, FindingResult]], album: Album) -> Exhibit | None:
    sheet = sheet_of(screenshot, album)
    if sheet is None:
        return None
    near = _together([(n, box) for n, f in found if sheet.shows(f.url) and (box := _placed(f, sheet)) is not None])
    if not near:
        return None
    part = sheet.around([box for _, box in near])
    shot = album.shot(sheet.path, widest=_WIDEST, area=sheet.pixels(part))
    if shot is None:
        return None
    zoom = shot.width / part.width
    frames = tuple(Frame(n, *(round(edge * zoom, 1) for edge in (b.x - part.x, b.y - part.y, b.width, b.height))) for n, b in near)
    finding = found[0][1]
    return Exhibit(shot, frames, where([(finding.device, finding.stage or _stage_of(screenshot))]))


def _stage_of(screenshot: str) -> str | None:
    """Return the stage in whose folder a picture stands."""
    stage = PurePosixPath(screenshot).parent.name
    return stage if stage in STAGES else None


def _placed(finding: FindingResult, sheet: Sheet) -> Box | None:
    return sheet.placed(Box(*finding.box)) if finding.box else None


def _together(boxes: Sequence[tuple[int, Box]]) -> list[tuple[int, Box]]:
    """Return the topmost box and those that fit into one picture with it."""
    ordered = sorted(boxes, key=lambda pair: (pair[1].y, pair[1].x))
    near: list[tuple[int, Box]] = []
    for number, box in ordered:
        if len(near) < _FRAMES and (not near or box.bottom - near[0][1].y <= TALLEST) and box not in [b for _, b in near]:
            near.append((number, box))
    return near

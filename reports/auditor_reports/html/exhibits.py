"""Pictures that show findings: the page around the elements, with numbered frames drawn over it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from auditor.api import Box, FindingResult, Observation
from auditor_reports.html.album import Album, Area, Shot
from auditor_reports.view.places import where
from auditor_reports.view.readings import Sighting

_SHOWN = 3  # pictures per finding
_FRAMES = 6  # frames per picture
_TALLEST = 640.0  # CSS pixels of the page in one picture
_AROUND = 56.0
_LEAST = (560.0, 240.0)
_WIDEST = 880


@dataclass(frozen=True)
class Frame:
    """A frame around an element, in pixels of the picture, with the number of the evidence it belongs to."""

    number: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Exhibit:
    """A picture with frames, and where it was taken."""

    shot: Shot
    frames: tuple[Frame, ...]
    where: str

    @property
    def numbers(self) -> list[str]:
        """The numbers of the evidence it shows."""
        return [str(number) for number in sorted({frame.number for frame in self.frames})]


@dataclass(frozen=True)
class _Sheet:
    """A recorded picture of a page: its file's name, pixels per CSS pixel, and the part of the page it shows."""

    name: str
    scale: float
    left: float
    top: float
    width: float
    height: float


def exhibits_of(sightings: Sequence[Sighting], album: Album) -> list[Exhibit]:
    """Return the pictures of a finding's evidence, the first pages first."""
    pages: dict[str, list[tuple[int, FindingResult]]] = {}
    for number, sighting in enumerate(sightings, start=1):
        for finding in sighting.findings:
            if finding.box and finding.screenshot and all(map(math.isfinite, finding.box)):
                pages.setdefault(finding.screenshot, []).append((number, finding))
    exhibits: list[Exhibit] = []
    seen: set[frozenset[int]] = set()
    for screenshot, found in pages.items():
        numbers = frozenset(number for number, _ in found)
        if len(exhibits) == _SHOWN:
            break
        if numbers in seen:  # the same elements on a further page show nothing new
            continue
        if exhibit := _exhibit(screenshot, found, album):
            exhibits.append(exhibit)
            seen.add(numbers)
    return exhibits


def _exhibit(screenshot: str, found: Sequence[tuple[int, FindingResult]], album: Album) -> Exhibit | None:
    sheet = _sheet(screenshot, album)
    if sheet is None:
        return None
    boxes = [(n, b) for n, f in found if (b := _on_sheet(Box(*f.box), sheet)) is not None] if found else []  # type: ignore[misc]
    near = _together(boxes)
    path = album.file(sheet.name)
    if not near or path is None:
        return None
    area = _area([box for _, box in near], sheet)
    pixels: Area = tuple(round(edge * sheet.scale) for edge in area)  # type: ignore[assignment]
    shot = album.shot(path, widest=_WIDEST, area=pixels)
    if shot is None:
        return None
    zoom = shot.width / max(1.0, area[2] - area[0])
    frames = tuple(
        Frame(n, round((b.x - area[0]) * zoom, 1), round((b.y - area[1]) * zoom, 1), round(b.width * zoom, 1), round(b.height * zoom, 1))
        for n, b in near
    )
    finding = found[0][1]
    return Exhibit(shot, frames, where([(finding.device, finding.stage)]))


def _sheet(screenshot: str, album: Album) -> _Sheet | None:
    """Find the picture to cut from: of the whole page where there is one, else of the window."""
    folder = PurePosixPath(screenshot).parent
    observed = album.file(str(folder / "observation.json"))
    if observed is None:
        return None
    try:
        page = Observation.from_json(observed.read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None
    window = float(max(1, page.viewport[0]))
    for name, width, left, top in (
        (str(folder / "full.webp"), min(float(max(1, page.page_size[0])), 3 * window), 0.0, 0.0),
        (screenshot, window, float(page.scroll[0]), float(page.scroll[1])),
    ):
        path = album.file(name)
        if path is not None and (size := album.size(path)):
            scale = size[0] / width
            return _Sheet(name, scale, left, top, size[0] / scale, size[1] / scale)
    return None


def _on_sheet(box: Box, sheet: _Sheet) -> Box | None:
    """Return a box in the sheet's own CSS pixels, cut to its edges; None if it lies outside."""
    x, y = max(0.0, box.x - sheet.left), max(0.0, box.y - sheet.top)
    right, bottom = min(sheet.width, box.right - sheet.left), min(sheet.height, box.bottom - sheet.top)
    return Box(x, y, right - x, bottom - y) if right - x >= 1 and bottom - y >= 1 else None


def _together(boxes: Sequence[tuple[int, Box]]) -> list[tuple[int, Box]]:
    """Return the topmost box and those that fit into one picture with it."""
    ordered = sorted(boxes, key=lambda pair: (pair[1].y, pair[1].x))
    near: list[tuple[int, Box]] = []
    for number, box in ordered:
        if len(near) < _FRAMES and (not near or box.bottom - near[0][1].y <= _TALLEST) and box not in [b for _, b in near]:
            near.append((number, box))
    return near


def _area(boxes: Sequence[Box], sheet: _Sheet) -> tuple[float, float, float, float]:
    """Return what to cut out: the boxes with some page around them, not too small, not taller than useful."""
    left, right = _span(min(b.x for b in boxes), max(b.right for b in boxes), _LEAST[0], sheet.width)
    top, bottom = _span(min(b.y for b in boxes), max(b.bottom for b in boxes), _LEAST[1], sheet.height)
    return left, top, right, min(bottom, top + _TALLEST + 2 * _AROUND)


def _span(start: float, end: float, least: float, edge: float) -> tuple[float, float]:
    start, end = start - _AROUND, end + _AROUND
    missing = max(0.0, least - (end - start)) / 2
    start, end = start - missing, end + missing
    if start < 0:
        start, end = 0.0, end - start
    if end > edge:
        start, end = max(0.0, start - (end - edge)), edge
    return start, end

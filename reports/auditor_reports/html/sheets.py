"""Recorded pictures of pages, and which part of one shows given elements."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from auditor.api import Box, Observation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from auditor_reports.html.album import Album, Area

TALLEST = 640.0  # CSS pixels between the first and the last element in one picture
_AROUND = 56.0
_LEAST = (560.0, 240.0)


@dataclass(frozen=True)
class Sheet:
    """A recorded picture of a page: its pixels per CSS pixel, and the part of the page that it shows."""

    path: Path
    url: str
    scale: float
    left: float
    top: float
    width: float
    height: float

    def shows(self, url: str) -> bool:
        """Whether it is a picture of this page; a box of another page means nothing on it."""
        return _page(url) == _page(self.url)

    def placed(self, box: Box) -> Box | None:
        """Return a box in the picture's CSS pixels, cut to its edges; None if it lies outside."""
        x, y = max(0.0, box.x - self.left), max(0.0, box.y - self.top)
        right, bottom = min(self.width, box.right - self.left), min(self.height, box.bottom - self.top)
        return Box(x, y, right - x, bottom - y) if right - x >= 1 and bottom - y >= 1 else None

    def around(self, boxes: Sequence[Box]) -> Box:
        """Return what to cut out: the boxes with some page around them, neither too small nor too tall."""
        left, right = _span(min(b.x for b in boxes), max(b.right for b in boxes), _LEAST[0], self.width)
        top, bottom = _span(min(b.y for b in boxes), max(b.bottom for b in boxes), _LEAST[1], self.height)
        return Box(left, top, right - left, min(bottom - top, TALLEST + 2 * _AROUND))

    def pixels(self, part: Box) -> Area:
        """Return a part in pixels of the picture."""
        edges = (part.x, part.y, part.right, part.bottom)
        left, top, right, bottom = (round(edge * self.scale) for edge in edges)
        return left, top, max(right, left + 1), max(bottom, top + 1)


def sheet_of(screenshot: str, album: Album) -> Sheet | None:
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
            return Sheet(path, page.url, scale, left, top, size[0] / scale, size[1] / scale)
    return None


def _page(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", url
    return parts.netloc, parts.path


def _span(start: float, end: float, least: float, edge: float) -> tuple[float, float]:
    """Widen a stretch by what is shown around it, to its least length, and move it inside of the edges."""
    start, end = start - _AROUND, end + _AROUND
    missing = max(0.0, least - (end - start)) / 2
    start, end = start - missing, end + missing
    if start < 0:
        start, end = 0.0, end - start
    if end > edge:
        start, end = max(0.0, start - (end - edge)), edge
    return start, end

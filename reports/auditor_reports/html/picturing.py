"""Finds the picture for evidence whose page several stages show: that of the stage where the very element stood at that place."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from auditor.api import Observation

if TYPE_CHECKING:
    from auditor.api import FindingResult, Result, StepResult
    from auditor_reports.html.album import Album

_Place = tuple[int, int, int, int]


def pictured(result: Result, album: Album) -> Result:
    """Return the result with a screenshot for each finding whose element a recorded page holds at exactly its place."""
    seen: dict[str, frozenset[_Place]] = {}

    def holds(step: StepResult, place: _Place) -> bool:
        screenshot = step.screenshot or ""
        if screenshot not in seen:
            seen[screenshot] = _places(screenshot, album)
        return place in seen[screenshot]

    def picture(finding: FindingResult) -> str | None:
        if finding.screenshot or finding.box is None:
            return finding.screenshot
        place = _rounded(*finding.box)
        steps = (
            step
            for journey in result.journeys
            if finding.device in {None, journey.device}
            for step in journey.steps
            if step.screenshot and step.url == finding.url
        )
        return next((step.screenshot for step in steps if holds(step, place)), None)

    return result.model_copy(
        update={
            "verdicts": [
                verdict.model_copy(update={"findings": [f.model_copy(update={"screenshot": picture(f)}) for f in verdict.findings]})
                for verdict in result.verdicts
            ]
        }
    )


def _places(screenshot: str, album: Album) -> frozenset[_Place]:
    """Return where the elements of the page stood of which this is a picture."""
    file = album.file(str(PurePosixPath(screenshot).parent / "observation.json"))
    if file is None:
        return frozenset()
    try:
        page = Observation.from_json(file.read_text(encoding="utf-8"))
        boxes = [e.box for e in page.controls] + [e.box for e in page.texts] + [e.box for e in page.pictures]
        return frozenset(_rounded(box.x, box.y, box.width, box.height) for box in boxes)
    except (OSError, ValueError, KeyError, TypeError, IndexError, OverflowError):
        return frozenset()


def _rounded(x: float, y: float, width: float, height: float) -> _Place:
    try:
        return round(x), round(y), round(width), round(height)
    except (ValueError, OverflowError):  # no number
        return -1, -1, -1, -1

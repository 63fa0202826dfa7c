"""Pictures of stages out of a run folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from auditor_reports.html.album import Album, Shot

_WIDEST = {True: 360, False: 760}  # pixels: pictures higher than wide, others


def recording_of(run: Path) -> Path:
    """Return the folder of a run in which its pictures are."""
    folder = run / "recording"
    return folder if folder.is_dir() else run


def thumbnail(screenshot: str | None, album: Album) -> Shot | None:
    """Return a screenshot made small, None where it is missing or unreadable."""
    path = album.file(screenshot) if screenshot else None
    size = album.size(path) if path else None
    return album.shot(path, widest=_WIDEST[size[1] > size[0]]) if path and size else None

"""Looks whether a recording is whole: every file that its manifest lists is there and was written to its end."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from auditor.record.recording import Recording

_ENDS = {".json": b"}]", ".html": b""}
_TAIL = 64  # bytes, enough to skip empty lines at the end


def damaged_files(recording: Recording) -> list[str]:
    """Return the files that are missing, empty or cut off, by their path in the recording.

    Pictures are left out: no check reads them, and recordings are handed on without them.
    """
    return [str(file.relative_to(recording.root)) for file in _listed(recording) if not _is_whole(file)]


def _listed(recording: Recording) -> Iterator[Path]:
    for journey in recording.journeys:
        for stage, artifacts in journey.recorded.pages.items():
            yield from (recording.root / journey.recorded.folder / stage / name for name in artifacts if Path(name).suffix in _ENDS)


def _is_whole(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            size = opened.seek(0, os.SEEK_END)
            opened.seek(max(0, size - _TAIL))
            tail = opened.read().rstrip()
    except OSError:
        return False
    ends = _ENDS[file.suffix]
    return bool(tail) and (not ends or tail[-1:] in (ends[:1], ends[1:]))

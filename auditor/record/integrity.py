"""Looks whether a recording is whole: every file that was written is there and can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from auditor.record.recording import JourneyRecord, Missing, PageRecord, Recording

_READ: Mapping[str, Callable[[PageRecord], object]] = {
    "observation.json": lambda page: page.observation,
    "network.json": lambda page: page.network,
    "timings.json": lambda page: page.timings,
    "console.json": lambda page: page.console,
    "cookies.json": lambda page: (page.cookies, page.stored_names),
    "headers.json": lambda page: (page.headers, page.tls),
    "typed.json": lambda page: page.typed,
    "axe.json": lambda page: page.axe,
}
_TEXT = ".html"


def damaged_files(recording: Recording) -> list[str]:
    """Return the files that are missing or cannot be read, by their path in the recording.

    What a check has read already is not read again. Pictures are left out: no check reads them, and recordings are handed on
    without them.
    """
    return [str(file.relative_to(recording.root)) for journey in recording.journeys for file in _damaged(recording.root, journey)]


def _damaged(root: Path, journey: JourneyRecord) -> Iterator[Path]:
    folder = root / journey.recorded.folder
    for page, files in journey.all_pages:
        yield from (page.folder / name for name in files if not _is_whole(page, name))
    for name, told in journey.recorded.probes.items():
        if told == "recorded" and not _can(partial(journey.probe, name)):
            yield folder / "probes" / f"{name}.json"
    trace = folder / "trace.jsonl"
    if trace.exists() and not _can(lambda: journey.attempts):
        yield trace


def _is_whole(page: PageRecord, name: str) -> bool:
    if name.endswith(_TEXT):
        return _can(lambda: page.path(name)) and page.path(name).stat().st_size > 0
    if name.endswith(".json"):
        return _can(lambda: _READ[name](page) if name in _READ else page.collected(name))
    return True


def _can(read: Callable[[], object]) -> bool:
    try:
        read()
    except Missing:
        return False
    return True

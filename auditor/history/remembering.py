"""Stores a run when its audit is over. The audit is worth more than its history: whoever calls this goes on without it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from auditor.audit import load_result
from auditor.config.history import HistorySettings
from auditor.earlier import unlike
from auditor.errors import RecordingError
from auditor.history.place import place_of
from auditor.history.taking import commit_at_hand, entry_of
from auditor.result.model import Result


def remember(result: Result, run: Path, settings: HistorySettings) -> Result | None:
    """Store a run and forget what is more than is to be kept of its site; returns the result of the run before, where it is still there.

    Raises `HistoryError` for a database that cannot be used, `UsageError` for one of a newer version or an address that is none.
    """
    place = place_of(settings.url)
    if place is None:
        return None
    from auditor.history.store import kept_at

    entry = entry_of(result, run, label=settings.label, commit=commit_at_hand(os.environ))
    with kept_at(place) as store:
        store.add(entry)
        folders = store.folders_before(entry.run)
        if settings.keep is not None:
            store.prune(keep=settings.keep, site=entry.run.site)
    return next(_still_there(folders, result), None)


def _still_there(folders: Sequence[str], result: Result) -> Iterator[Result]:
    """Yield the results of earlier runs whose folders hold them still, and not those of other runs by now."""
    for folder in folders:
        with suppress(RecordingError, OSError):
            earlier = load_result(Path(folder))
            if not unlike(result, earlier):
                yield earlier

"""Stores a run when its audit is over. The audit is worth more than its history: whoever calls this goes on without it."""

from __future__ import annotations

import os
from pathlib import Path

from auditor.config.history import HistorySettings
from auditor.history.place import place_of
from auditor.history.taking import commit_at_hand, entry_of
from auditor.result.model import Result


def remember(result: Result, run: Path, settings: HistorySettings) -> None:
    """Store a run and forget what is more than is to be kept of its site.

    Raises `HistoryError` for a database that cannot be used, `UsageError` for one of a newer version or an address that is none.
    """
    place = place_of(settings.url)
    if place is None:
        return
    from auditor.history.store import kept_at

    entry = entry_of(result, run, label=settings.label, commit=commit_at_hand(os.environ))
    with kept_at(place) as store:
        store.add(entry)
        if settings.keep is not None:
            store.prune(keep=settings.keep, site=entry.run.site)

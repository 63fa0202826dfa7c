"""How the recorded pages loaded, per device. The recording may be missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.api import AuditorError, Recording
from auditor_reports.view.loading import PageLoading, loading_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


def loads_of(run: Path) -> Mapping[str, Sequence[PageLoading]]:
    """Read them from a run folder, the pages of each device in the order of the journey."""
    try:
        recording = Recording.load(run)
    except (AuditorError, OSError):
        return {}
    return {journey.device: [found for page in journey.pages if (found := loading_of(page))] for journey in recording.journeys}

"""The repeated loads of pages, as recordings hold them: they tell how far timings of an unchanged shop lie apart."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from auditor.compare.bands import timed_checks
from auditor.errors import AuditorError
from auditor.record.recording import Missing, Recording

Place = tuple[str, str | None, str | None]
"""A check, a device, a stage."""
Loads = Mapping[Place, tuple[float, ...]]
"""What each load measured, in the recording's unit."""


def loads_of(run: Path) -> Loads:
    """Read the repeated loads of a run folder; there are none where it has no recording, or one load a page."""
    try:
        recording = Recording.load(run)
    except (AuditorError, OSError):
        return {}
    found: dict[Place, tuple[float, ...]] = {}
    for journey in recording.journeys:
        for page in journey.pages:
            try:
                vitals = page.timings.vitals
            except Missing:
                continue
            for check, name in timed_checks().items():
                vital = vitals.get(name)
                if vital is not None and len(vital.runs) > 1 and page.stage is not None:
                    found[check, journey.device, page.stage.value] = vital.runs
    return found

"""What the recording tells beside the result: windows, browser, cookie banners. It may be missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditor.api import AuditorError, Recording, Result, say
from auditor_reports.view.cleaning import plain, shortened
from auditor_reports.view.journeys import consent_sentence
from auditor_reports.view.names import device_title
from auditor_reports.view.voice import told

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_TITLES = {"Desktop": say("Desktop"), "Phone (Pixel 7)": say("Phone (Pixel 7)")}


@dataclass(frozen=True)
class Surroundings:
    """How the audit was made; `windows` says of each device what it is and how large its window was."""

    browser: str = ""
    windows: Mapping[str, str] = field(default_factory=dict)
    consent: Mapping[str, str] = field(default_factory=dict)


def surroundings_of(run: Path, result: Result) -> Surroundings:
    """Read them from a run folder; where there is no recording, name the devices alone."""
    named = {journey.device: device_title(journey.device) for journey in result.journeys}
    try:
        recording = Recording.load(run)
    except (AuditorError, OSError):
        return Surroundings(windows=named)
    titles = {j.device: _words(told(_TITLES.get(j.title, j.title))) for j in recording.journeys if j.device in named}
    windows = {j.device: f"{titles[j.device]}, {j.viewport[0]} × {j.viewport[1]}" for j in recording.journeys if j.device in named}
    consent = {j.device: _words(consent_sentence(j.consent)) for j in recording.journeys if j.device in named and any(j.pages)}
    return Surroundings(_words(recording.manifest.browser), {**named, **windows}, consent)


def _words(text: str) -> str:
    return shortened(plain(text), 200)

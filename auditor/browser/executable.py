"""Finds a Chromium-based browser that is already on the machine."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

_COMMANDS = ("google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "microsoft-edge-stable", "microsoft-edge")
_PLACES = {
    "darwin": (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ),
    "win32": (
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ),
}


def installed_chromium() -> Path | None:
    """Return the browser to use: `CHROME_PATH` first, then a system Chrome or Chromium, else None."""
    return next(_candidates(), None)


def _candidates() -> Iterator[Path]:
    named = os.environ.get("CHROME_PATH", "")
    if named and Path(named).is_file():
        yield Path(named)
    for command in _COMMANDS:
        found = shutil.which(command)
        if found:
            yield Path(found)
    for place in _PLACES.get(sys.platform, ()):
        if Path(place).is_file():
            yield Path(place)

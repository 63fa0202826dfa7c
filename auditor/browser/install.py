"""Gets a browser onto the machine: one that is there, Playwright's own, or the system's package, in this order."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from auditor.browser.executable import installed_chromium
from auditor.errors import BrowserError

_DOWNLOAD_SECONDS = 600
_PACKAGE_SECONDS = 900
# command of the package manager -> what installs Chromium with it
_PACKAGES: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = (
    ("apt-get", (("apt-get", "update", "-qq"), ("apt-get", "install", "-y", "-qq", "chromium"))),
    ("dnf", (("dnf", "install", "-y", "-q", "chromium"),)),
    ("apk", (("apk", "add", "--quiet", "chromium"),)),
    ("pacman", (("pacman", "-Sy", "--noconfirm", "--quiet", "chromium"),)),
)
Say = Callable[[str], None]


def find_browser() -> Path | None:
    """Return the Chromium that an audit would use: the machine's own, else Playwright's download, else None.

    Not for a running event loop: there Playwright does not tell of its download.
    """
    return installed_chromium() or _playwrights()


def install_browser(say: Say) -> Path:
    """Return a browser, installing one if there is none.

    Raises `BrowserError` saying what was tried and what to do when neither way works.
    """
    found = find_browser()
    if found is not None:
        return found
    say("No Chrome or Chromium was found; downloading Playwright's Chromium.")
    # -P: a folder `playwright` where the command is run is not Playwright
    tried = [_run([sys.executable, "-P", "-m", "playwright", "install", "chromium"], _DOWNLOAD_SECONDS)]
    found = find_browser()
    if found is not None:
        return found
    manager = next((commands for name, commands in _PACKAGES if shutil.which(name)), None)
    if manager is not None:
        say(f"The download did not work; installing the system's Chromium with {manager[0][0]}.")
        for command in manager:
            tried.append(_run([*_as_root(), *command], _PACKAGE_SECONDS))
        found = find_browser()
        if found is not None:
            return found
    details = "\n".join(line for line in tried if line)
    raise BrowserError(
        f"No browser could be installed.\n{details}\n"
        "Install Chrome or Chromium by hand, or set CHROME_PATH to its executable, then run `auditor doctor`."
    )


def _playwrights() -> Path | None:
    """Ask Playwright where its own Chromium would be, and whether it is there."""
    from playwright.sync_api import Error, sync_playwright

    try:
        with sync_playwright() as playwright:
            path = Path(playwright.chromium.executable_path)
    except Error:
        return None
    return path if path.is_file() else None


def _as_root() -> Sequence[str]:
    if hasattr(os, "geteuid") and os.geteuid() != 0 and shutil.which("sudo"):
        return ("sudo", "-n")
    return ()


def _run(command: Sequence[str], seconds: float) -> str:
    """Run an installer; returns what went wrong in a line, "" if nothing did."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, env=environment, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"  {' '.join(command)}: {error}"
    if done.returncode == 0:
        return ""
    said = [line for line in (done.stderr or done.stdout).strip().splitlines() if line.strip()]
    return f"  {' '.join(command)}: exit {done.returncode}{': ' + said[0][:160] if said else ''}"

"""Which processes descend from one, and whether they have ended; for tests that promise to leave nothing running."""

from __future__ import annotations

import time
from collections.abc import Collection

import psutil

SECONDS = 30.0


def descendants(parent: int) -> dict[psutil.Process, str]:
    """All processes that descend from one, each with its command line."""
    return {process: _command(process) for process in psutil.Process(parent).children(recursive=True)}


def gone(processes: Collection[psutil.Process]) -> bool:
    """Whether all of these processes end, which the last of them may do a moment after the command that started them."""
    deadline = time.monotonic() + SECONDS
    while any(_lives(process) for process in processes):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def _command(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return ""  # it ended meanwhile


def _lives(process: psutil.Process) -> bool:
    """Whether a process is more than an entry that nobody has collected yet."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False

"""Runs the audit as a process, and ends it in order where the waiting for it is broken off."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile

_SECONDS = 30.0
"""What an audit that is told to end gets for closing its browsers, judging what it saw and reporting it."""


def run_to_end(command: Sequence[str], folder: Path) -> tuple[int, str]:
    """Run a program in a folder; returns its exit code, and what it said on stderr.

    What breaks off the waiting, such as Ctrl-C or a limit for the time of a test, ends the program too: it is asked to, and
    killed only if it does not, or at the next Ctrl-C. It has a process group of its own, since Ctrl-C on a terminal would reach
    it besides, and an end in order that is interrupted again is none.
    """
    with TemporaryFile("w+", errors="replace") as said:
        process = subprocess.Popen(  # noqa: S603 - ours
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said, process_group=0
        )
        try:
            code = process.wait()
        finally:
            _end(process)
        said.seek(0)
        return code, said.read()


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    try:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(_SECONDS)
    finally:
        process.kill()  # nothing, if it has ended
        process.wait()

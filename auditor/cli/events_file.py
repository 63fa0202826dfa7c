"""`--events FILE`: what happens as JSON lines, each written out at once, so that a run that is killed leaves a file that can be read."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from auditor.errors import ConfigError, ReportError
from auditor.events import Event, Tell

STDOUT = "-"


@contextmanager
def events_file(file: str) -> Iterator[Tell]:
    """Write events into a file, or to stdout for "-".

    Raises `ConfigError` for a file that cannot be opened, and `ReportError` at the end where one could not be written whole: a
    disk that is full costs the events, not the audit.
    """
    if file == STDOUT:
        yield _Writer(sys.stdout).tell
        return
    path = Path(file)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        opened = path.open("w", encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"The events cannot be written to {path}: {error.strerror}. Name another file with --events.") from error
    writer = _Writer(opened)
    try:
        yield writer.tell
    finally:
        with suppress(OSError):
            opened.close()
    if writer.failed:
        raise ReportError(f"The events in {path} are incomplete: {writer.failed}.")


class _Writer:
    """Writes a line per event until that fails; `failed` says why it did."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.failed = ""

    def tell(self, event: Event) -> None:
        if self.failed:
            return
        try:
            self._stream.write(f"{line(event)}\n")
            self._stream.flush()
        except BrokenPipeError:  # nobody reads on
            self.failed = "nobody reads them"
            os.dup2(os.open(os.devnull, os.O_WRONLY), self._stream.fileno())
        except OSError as error:
            self.failed = error.strerror or type(error).__name__


def line(event: Event) -> str:
    """Return an event as JSON on one line, in ASCII, so that neither a shop's words nor a console's encoding can break it."""
    told = asdict(event)
    return json.dumps({"event": told.pop("event"), **told}, separators=(",", ":"))

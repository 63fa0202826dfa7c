"""Tells on stderr what the audit is doing: a line per stage, or a live table where stderr is a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from auditor.cli.lines import line_of
from auditor.events import Event, Tell


@contextmanager
def progress(*, live: bool) -> Iterator[Tell]:
    """Show progress on stderr; `live`: as a table that is drawn again and again."""
    if not live:
        yield lines(lambda text: print(text, file=sys.stderr, flush=True), time.monotonic)
        return
    from rich.console import Console

    from auditor.cli.board import Board

    board = Board(Console(stderr=True), time.monotonic)
    try:
        yield board.tell
    finally:
        board.close()


def lines(write: Callable[[str], None], clock: Callable[[], float]) -> Tell:
    """Return who writes a line, with the seconds since the start, of each event that is worth one."""
    started = clock()

    def tell(event: Event) -> None:
        line = line_of(event)
        if line:
            write(f"{clock() - started:6.1f} s  {line}")

    return tell

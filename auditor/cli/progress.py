"""Tells on stderr what the audit is doing: one line per stage, or a live line where stderr is a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from auditor.audit import Progress

_WORDS = {
    "payment_reached": "reached the payment step",
    "login_required": "stopped: an account is required",
    "blocked": "stopped: blocked",
    "not_a_shop": "stopped: this is no shop",
    "no_product": "stopped: no product to buy",
    "failed": "stopped",
    "interrupted": "interrupted",
}


@contextmanager
def shown(*, quiet: bool) -> Iterator[Progress]:
    """Show progress on stderr unless quiet."""
    if quiet:
        yield Progress()
        return
    started = time.monotonic()
    if not sys.stderr.isatty():
        yield Progress(
            lambda device, what: print(
                f"{time.monotonic() - started:6.1f} s  {device}: {_WORDS.get(what, what)}", file=sys.stderr, flush=True
            )
        )
        return
    from rich.console import Console

    console = Console(stderr=True)
    with console.status("starting the browser") as status:

        def say(device: str, what: str) -> None:
            if what in _WORDS:
                console.print(f"[dim]{time.monotonic() - started:6.1f} s[/]  {device}: {_WORDS[what]}", highlight=False)
            else:
                status.update(f"{device}: {what}")

        yield Progress(say)

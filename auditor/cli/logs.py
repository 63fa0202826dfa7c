"""`-v` and `-vv`: why the audit did what it did, as logs on stderr with the device and the stage."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from auditor.cli.showing import on_one_line
from auditor.events import (
    Attempted,
    DeviceEnded,
    DeviceStarted,
    Event,
    GateDecided,
    Noted,
    ProbeEnded,
    RunEnded,
    StageEnded,
    StageStarted,
    Tell,
)

_log = logging.getLogger("auditor")
_FORMAT = "%(asctime)s %(levelname)s %(where)s%(name)s: %(message)s"
_LONG_SECONDS = 1.0  # waiting that is worth a line


class Journal:
    """Turns events into logs, and keeps where the audit is for the logs of all others."""

    def __init__(self) -> None:
        self._device = ""
        self._stage = ""

    def tell(self, event: Event) -> None:
        """Log what was decided, and why."""
        self._follow(event)
        match event:
            case Attempted():
                _attempt(event)
            case StageEnded(wait_seconds=waited) if waited >= _LONG_SECONDS:
                _log.info("waited %.1f s of %.1f s for the shop", waited, event.seconds)
            case ProbeEnded():
                _log.info("probe %s: %s", event.probe, "recorded" if event.recorded else event.reason)
            case Noted():
                _log.info("%s", event.text)
            case DeviceStarted():
                _log.info("sets out with %g s", event.seconds)
            case GateDecided():
                for reason in event.reasons:
                    _log.info("gate: %s", reason)

    def filter(self, record: logging.LogRecord) -> bool:
        """Give a record the place where the audit is (the protocol of logging.Filter); nothing is left out."""
        record.where = f"{'/'.join(filter(None, (self._device, self._stage)))} ".lstrip()
        return True

    def _follow(self, event: Event) -> None:
        match event:
            case DeviceStarted():
                self._device, self._stage = event.device, ""
            case StageStarted():
                self._stage = event.stage.value
            case DeviceEnded() | RunEnded():
                self._device = self._stage = ""


class _OneLine(logging.Formatter):
    """What stands in a log may be a shop's words; tracebacks keep their lines."""

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        first, *rest = text.splitlines() if record.exc_info else [text]
        return "\n".join([on_one_line(first), *("".join(c if c.isprintable() else " " for c in line) for line in rest)])


@contextmanager
def logged(verbose: int) -> Iterator[Tell]:
    """Log to stderr: decisions with 1, with 2 or more what was considered and the logs of libraries too."""
    journal = Journal()
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_OneLine(_FORMAT, "%H:%M:%S"))
    handler.addFilter(journal)
    chosen = logging.getLogger() if verbose > 1 else logging.getLogger("auditor")
    level = chosen.level
    logging.getLogger("PIL").setLevel(logging.INFO)  # it tells of every block of every picture
    chosen.addHandler(handler)
    chosen.setLevel(logging.DEBUG if verbose > 1 else logging.INFO)
    try:
        yield journal.tell
    finally:
        chosen.removeHandler(handler)
        chosen.setLevel(level)


def _attempt(event: Attempted) -> None:
    why = ", ".join(event.signals) if event.verified else event.note or "no sign of the wanted effect"
    outcome = "vetoed" if event.rung == "vetoed" else "worked" if event.verified else "did not work"
    told = f"{outcome}: {why}" if why else outcome
    _log.info("%s: %s (%s, %.1f s) %s", event.strategy, event.chosen, event.rung, event.seconds, told)
    if event.proposed:
        _log.debug("considered %s", "; ".join(f"{p.name} {p.p:.2f}" for p in event.proposed))

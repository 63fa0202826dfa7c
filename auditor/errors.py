"""The errors this product raises on purpose, each with the exit code of the command line.

    AuditorError                3  the audit could not be completed
    ├── UsageError              4  what was asked for cannot be done as asked
    │   ├── ConfigError         4  a configuration file, flag or environment variable is wrong
    │   └── PluginError         4  a check or a report plugin is broken, doubled or unknown
    ├── BrowserError            3  no browser, or it died
    ├── RecordingError          3  a run folder is missing, unreadable or of another version
    ├── ReportError             3  a report could not be written
    ├── HistoryError            3  the history of past runs cannot be read or written
    ├── ExternalToolError       3  Node or Lighthouse CI failed
    └── NothingJudged           5  no check was selected, or no page was seen

A stage of the shop that is not reached is not an error: it is a result.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import ValidationError


class ExitCode(IntEnum):
    """What the command line ends with; 1 always means the shop, 2 and above the run."""

    PASSED = 0
    GATE_FAILED = 1
    INTERRUPTED = 2
    NOT_COMPLETED = 3
    USAGE = 4
    NOTHING_JUDGED = 5


class AuditorError(Exception):
    """Root of all errors raised on purpose; the message says what failed, where, and what to do next."""

    exit_code = ExitCode.NOT_COMPLETED


class UsageError(AuditorError):
    """What was asked for cannot be done as asked."""

    exit_code = ExitCode.USAGE


class ConfigError(UsageError):
    """A configuration file, flag or environment variable is wrong."""


class PluginError(UsageError):
    """A check or a report plugin is broken, registered twice, or unknown."""


class BrowserError(AuditorError):
    """No browser could be found or started, or it died."""


class RecordingError(AuditorError):
    """A run folder is missing, unreadable, or written by another version."""


class ReportError(AuditorError):
    """A report could not be written."""


class HistoryError(AuditorError):
    """The history of past runs cannot be opened, read or written."""


class ExternalToolError(AuditorError):
    """Node or Lighthouse CI is missing or failed."""


class NothingJudged(AuditorError):
    """No check was selected or no page was seen, so there is no verdict to give."""

    exit_code = ExitCode.NOTHING_JUDGED


def first_fault(error: ValidationError) -> str:
    """Return what is wrong first with a file that was read, and at which of its keys where it is one of them: no value of it."""
    first = error.errors()[0]
    return ": ".join(filter(None, (".".join(map(str, first["loc"])), first["msg"].removeprefix("Value error, "))))

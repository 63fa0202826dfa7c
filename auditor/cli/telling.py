"""What a command tells while it works: progress, logs and events, all fed by one stream."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

import click

from auditor.cli.events_file import STDOUT, events_file
from auditor.cli.logs import logged
from auditor.cli.progress import progress
from auditor.errors import AuditorError, ExitCode
from auditor.events import Events, RunEnded

_F = Callable[..., Any]


def telling(function: _F) -> _F:
    """Add -q, -v and --events."""
    for option in (
        click.option(
            "--events",
            "events_to",
            metavar="FILE",
            type=click.Path(dir_okay=False, allow_dash=True),
            help="Write what happens as JSON lines, as it happens (schema: `auditor schema events`); - is stdout.",
        ),
        click.option("-v", "--verbose", count=True, help="Log on stderr what was decided and why; -vv: libraries too."),
        click.option("-q", "--quiet", is_flag=True, help="Say nothing on stderr but errors."),
    ):
        function = option(function)
    return function


@contextmanager
def told(*, quiet: bool = False, verbose: int = 0, events_to: str | None = None) -> Iterator[Events]:
    """Give the stream of events to an audit; who listens depends on the options. An error becomes its last event.

    The table is for terminals, and only where no log lines would stand in it.
    """
    if quiet and verbose:
        raise click.UsageError("--quiet and --verbose contradict each other.")
    with ExitStack() as stack:
        listeners = []
        if events_to:
            listeners.append(stack.enter_context(events_file(events_to)))
        if verbose:
            listeners.append(stack.enter_context(logged(verbose)))
        if not quiet:
            listeners.append(stack.enter_context(progress(live=sys.stderr.isatty() and not verbose)))
        events = Events(*listeners)
        try:
            yield events
        except BaseException as error:
            events.tell(RunEnded(exit_code=code_of(error), error=_said(error)))
            raise


def code_of(error: BaseException) -> ExitCode:
    """Return the exit code that an error ends the command with."""
    if isinstance(error, AuditorError):
        return error.exit_code
    if isinstance(error, (click.Abort, KeyboardInterrupt)):
        return ExitCode.INTERRUPTED
    return ExitCode.USAGE if isinstance(error, click.ClickException) else ExitCode.NOT_COMPLETED


def _said(error: BaseException) -> str:
    text = error.format_message() if isinstance(error, click.ClickException) else str(error)
    return text if isinstance(error, (AuditorError, click.ClickException)) else f"{type(error).__name__}: {text}".removesuffix(": ")


def keep_stdout_for_events(events_to: str | None, formats: Sequence[str]) -> None:
    """Refuse events on stdout together with reports that are printed there: neither could be read."""
    if events_to != STDOUT:
        return
    from auditor.plugins.renderers import load_renderer  # only audits need it, and it takes a while

    shown = next((name for name in formats if "=" not in name and not load_renderer(name).suffix), None)
    if shown:
        raise click.UsageError(
            f"--events - and the report {shown} would both go to stdout. Name a file for one of them,"
            f" such as --events events.jsonl or --format {shown}=FILE, or ask for other formats with --format."
        )

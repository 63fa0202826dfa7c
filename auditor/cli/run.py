"""`auditor run`: the whole way."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from auditor import __version__
from auditor.audit import checked_url, exit_code, judge_run, record_run, report_run
from auditor.cli.options import browsing, configured, gating, judging, remembering, reporting, resolve, selection, stack
from auditor.cli.preparing import prepared
from auditor.cli.telling import keep_stdout_for_events, told
from auditor.config.load import Config
from auditor.config.settings_file import settings_file
from auditor.errors import AuditorError
from auditor.events import Event, Events, GateDecided, Judged, RunEnded, RunStarted
from auditor.result.model import Result
from auditor.step_summary import add_to_step_summary


@click.command("run")
@click.argument("url")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Run folder (default: audit-results/<host>-<time>/).")
@stack(reporting, remembering, gating, judging, browsing, selection, configured)
def command(url: str, output: Path | None, config_file: Path | None, quiet: bool, verbose: int, events_to: str | None, **flags: Any) -> int:
    """Audit the shop at URL: walk to its payment step on each device, judge what was seen, write the reports."""
    config = resolve(config_file, **flags)
    url = checked_url(url)
    keep_stdout_for_events(events_to, config.settings.formats)
    with told(quiet=quiet, verbose=verbose, events_to=events_to) as events:
        return run_audit(url, output, config, events, remembered=True)[0]


def run_audit(url: str, output: Path | None, config: Config, events: Events, *, remembered: bool = False) -> tuple[int, list[Path]]:
    """Record, judge and report, and store the run in the history if it is to be remembered.

    Returns the exit code and the reports that were written.
    """
    ready = prepared(config)
    run = output or default_folder(url)
    events.tell(run_started(url, run, config))
    interrupted = record_run(url, config, ready.chosen.checks, run, events)
    result = judge_run(run, ready.chosen.checks, config, ready.chosen.broken)
    for event in judgement(result):
        events.tell(event)
    earlier = _remembered(result, run, config) if remembered else None
    place = settings_file(config.file, os.environ)
    show = partial(click.echo, nl=False, color=True)
    written = report_run(run, result, config.settings, show, earlier, ready.brand, settings_file=place, events=events)
    if run / "report.md" in written and (complaint := add_to_step_summary(run / "report.md", os.environ)):
        click.echo(complaint, err=True)
    code = exit_code(result, interrupted=interrupted, exit_zero=config.settings.exit_zero)
    events.tell(RunEnded(exit_code=code))
    return code, written


def run_started(url: str, run: Path, config: Config) -> RunStarted:
    """Return the first event of an audit."""
    devices = tuple(dict.fromkeys(config.settings.devices))
    return RunStarted(version=__version__, site=url, run=str(run), devices=devices, max_seconds=config.settings.max_seconds)


def judgement(result: Result) -> Iterator[Event]:
    """Yield the events that tell of a result."""
    outcomes = Counter(verdict.outcome for verdict in result.verdicts)
    yield Judged(outcomes=dict(sorted(outcomes.items())), score=result.score.total, grade=result.score.grade)
    yield GateDecided(passed=result.gate.passed, reasons=tuple(map(str, result.gate.reasons)))


def _remembered(result: Result, run: Path, config: Config) -> Result | None:
    """Store the run and return the one before; a history that cannot be written costs the audit nothing, and is named."""
    from auditor.history.remembering import remember

    try:
        return remember(result, run, config.settings.history)
    except Exception as error:  # noqa: BLE001 - whatever it is, the audit is worth more
        told = str(error) if isinstance(error, AuditorError) else f"{type(error).__name__}: {error}"
        click.echo(f"auditor: warning: the run was not stored in the history. {told}", err=True)
        return None


def default_folder(url: str) -> Path:
    """Return `audit-results/<host>-<time>/`."""
    host = re.sub(r"[^a-z0-9.-]+", "-", urlsplit(url).netloc.lower()).strip("-.") or "shop"
    return Path("audit-results") / f"{host}-{datetime.now():%Y%m%d-%H%M%S}"

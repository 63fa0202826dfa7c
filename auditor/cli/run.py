"""`auditor run`: the whole way."""

from __future__ import annotations

import os
import re
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from auditor.audit import checked_url, exit_code, judge_run, record_run, report_run
from auditor.cli.options import browsing, configured, gating, judging, remembering, reporting, resolve, selection, stack
from auditor.cli.preparing import prepared
from auditor.cli.progress import shown
from auditor.cli.showing import shown_whole
from auditor.config.load import Config
from auditor.config.settings_file import settings_file
from auditor.errors import AuditorError
from auditor.history.place import place_of
from auditor.result.model import Result
from auditor.step_summary import add_to_step_summary


@click.command("run")
@click.argument("url")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Run folder (default: audit-results/<host>-<time>/).")
@stack(reporting, remembering, gating, judging, browsing, selection, configured)
def command(url: str, output: Path | None, config_file: Path | None, quiet: bool, verbose: int, **flags: Any) -> int:
    """Audit the shop at URL: walk to its payment step on each device, judge what was seen, write the reports."""
    config = resolve(config_file, **flags)
    place_of(config.settings.history.url)  # an address that is none is told before the audit, not after
    return run_audit(checked_url(url), output, config, quiet=quiet, remembered=True)[0]


def run_audit(url: str, output: Path | None, config: Config, *, quiet: bool, remembered: bool = False) -> tuple[int, list[Path]]:
    """Record, judge and report, and store the run in the history if it is to be remembered.

    Returns the exit code and the reports that were written.
    """
    ready = prepared(config)
    run = output or default_folder(url)
    with shown(quiet=quiet) as progress:
        interrupted = record_run(url, config, ready.chosen.checks, run, progress)
    result = judge_run(run, ready.chosen.checks, config, ready.chosen.broken)
    earlier = _remembered(result, run, config) if remembered else None
    place = settings_file(config.file, os.environ)
    written = report_run(run, result, config.settings, shown_whole, earlier, ready.brand, settings_file=place)
    if run / "report.md" in written and (complaint := add_to_step_summary(run / "report.md", os.environ)):
        click.echo(complaint, err=True)
    return exit_code(result, interrupted=interrupted, exit_zero=config.settings.exit_zero), written


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

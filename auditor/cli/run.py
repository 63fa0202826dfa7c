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
from auditor.cli.options import browsing, configured, gating, judging, reporting, resolve, selection, stack
from auditor.cli.preparing import prepared
from auditor.cli.progress import shown
from auditor.cli.showing import shown_whole
from auditor.config.load import Config
from auditor.config.settings_file import settings_file
from auditor.step_summary import add_to_step_summary


@click.command("run")
@click.argument("url")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Run folder (default: audit-results/<host>-<time>/).")
@stack(reporting, gating, judging, browsing, selection, configured)
def command(url: str, output: Path | None, config_file: Path | None, quiet: bool, verbose: int, **flags: Any) -> int:
    """Audit the shop at URL: walk to its payment step on each device, judge what was seen, write the reports."""
    config = resolve(config_file, **flags)
    return run_audit(checked_url(url), output, config, quiet=quiet)[0]


def run_audit(url: str, output: Path | None, config: Config, *, quiet: bool) -> tuple[int, list[Path]]:
    """Record, judge and report; returns the exit code and the reports that were written."""
    ready = prepared(config)
    run = output or default_folder(url)
    with shown(quiet=quiet) as progress:
        interrupted = record_run(url, config, ready.chosen.checks, run, progress)
    result = judge_run(run, ready.chosen.checks, config, ready.chosen.broken)
    place = settings_file(config.file, os.environ)
    written = report_run(run, result, config.settings, shown_whole, brand=ready.brand, settings_file=place)
    if run / "report.md" in written and (complaint := add_to_step_summary(run / "report.md", os.environ)):
        click.echo(complaint, err=True)
    return exit_code(result, interrupted=interrupted, exit_zero=config.settings.exit_zero), written


def default_folder(url: str) -> Path:
    """Return `audit-results/<host>-<time>/`."""
    host = re.sub(r"[^a-z0-9.-]+", "-", urlsplit(url).netloc.lower()).strip("-.") or "shop"
    return Path("audit-results") / f"{host}-{datetime.now():%Y%m%d-%H%M%S}"

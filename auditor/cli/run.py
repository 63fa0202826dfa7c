"""`auditor run`: the whole way."""

from __future__ import annotations

import re
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from auditor.audit import checked_url, exit_code, judge_run, read_survey, record_run, report_run
from auditor.cli.branding import branded
from auditor.cli.options import browsing, configured, gating, judging, remembering, reporting, resolve, selection, stack
from auditor.cli.progress import shown
from auditor.cli.selecting import selected
from auditor.config.load import Config
from auditor.errors import AuditorError
from auditor.history.place import place_of
from auditor.plugins.renderers import load_renderer
from auditor.result.model import Result
from auditor.words.catalogue import voice_for


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
    chosen = selected(config)
    for wanted in config.settings.formats:
        load_renderer(wanted.partition("=")[0])  # mistakes are told before the audit, not after
    voice_for(config.settings.lang)
    read_survey(config)
    brand = branded(config)
    run = output or default_folder(url)
    with shown(quiet=quiet) as progress:
        interrupted = record_run(url, config, chosen.checks, run, progress)
    result = judge_run(run, chosen.checks, config, chosen.broken)
    earlier = _remembered(result, run, config) if remembered else None
    show = partial(click.echo, nl=False, color=True)
    written = report_run(run, result, config.settings, show, earlier, brand)
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

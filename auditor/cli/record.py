"""`auditor record`: walk through the shop and keep what was seen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from auditor.audit import checked_url, record_run, recording_code
from auditor.choosing import chosen_checks
from auditor.cli.events_file import STDOUT
from auditor.cli.options import browsing, configured, resolve, selection, stack
from auditor.cli.run import default_folder, run_started
from auditor.cli.selecting import tell_broken
from auditor.cli.telling import telling, told
from auditor.config.ruling import reach_of
from auditor.events import RunEnded


@click.command("record")
@click.argument("url")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Run folder (default: audit-results/<host>-<time>/).")
@stack(telling, browsing, selection, configured)
def command(url: str, output: Path | None, config_file: Path | None, quiet: bool, verbose: int, events_to: str | None, **flags: Any) -> int:
    """Record the shop at URL without judging it; prints the run folder.

    Ends with 2 or 3 where the audit could not be completed, as `auditor run` does.
    """
    config = resolve(config_file, **flags)
    url = checked_url(url)
    chosen = chosen_checks(config)
    tell_broken(chosen)
    reach_of(config.settings, config.settings.devices)  # a device that is none is told before the way, not after
    run = output or default_folder(url)
    with told(quiet=quiet, verbose=verbose, events_to=events_to) as events:
        events.tell(run_started(url, run, config))
        interrupted = record_run(url, config, chosen.checks, run, events)
        code = recording_code(run, config.settings, interrupted=interrupted)
        events.tell(RunEnded(exit_code=code))
    if events_to != STDOUT:
        click.echo(run)
    return code

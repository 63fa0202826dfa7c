"""`auditor record`: walk through the shop and keep what was seen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from auditor.audit import checked_url, record_run
from auditor.choosing import chosen_checks
from auditor.cli.options import browsing, configured, resolve, selection, stack
from auditor.cli.progress import shown
from auditor.cli.run import default_folder
from auditor.cli.selecting import tell_broken
from auditor.errors import ExitCode


@click.command("record")
@click.argument("url")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Run folder (default: audit-results/<host>-<time>/).")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing on stderr but errors.")
@stack(browsing, selection, configured)
def command(url: str, output: Path | None, config_file: Path | None, quiet: bool, **flags: Any) -> int:
    """Record the shop at URL without judging it; prints the run folder."""
    config = resolve(config_file, **flags)
    url = checked_url(url)
    chosen = chosen_checks(config)
    tell_broken(chosen)
    run = output or default_folder(url)
    with shown(quiet=quiet) as progress:
        interrupted = record_run(url, config, chosen.checks, run, progress)
    click.echo(run)
    return ExitCode.INTERRUPTED if interrupted else ExitCode.PASSED

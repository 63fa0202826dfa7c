"""`auditor report`: render the reports of a run again."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Any

import click

from auditor.audit import load_result, report_run
from auditor.cli.branding import branded
from auditor.cli.options import configured, loose_checks, rendering, resolve, stack
from auditor.config.settings_file import settings_file
from auditor.earlier import unlike
from auditor.errors import ConfigError


@click.command("report")
@click.argument("run", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--since",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="RUN",
    help="Earlier run of the same site to compare with (default: the newest one beside RUN that was made and scored alike).",
)
@stack(rendering, loose_checks, configured)
def command(run: Path, since: Path | None, config_file: Path | None, **flags: Any) -> int:
    """Render the reports of the folder RUN from its result.json; a PDF alone needs a browser."""
    config = resolve(config_file, **flags)
    result = load_result(run)
    earlier = None
    if since is not None and (reason := unlike(result, earlier := load_result(since))):
        raise ConfigError(f"{since} cannot be compared with {run}: {reason}.")
    show = partial(click.echo, nl=False, color=True)
    place = settings_file(config.file, os.environ)
    for path in report_run(run, result, config.settings, show, earlier=earlier, brand=branded(config), settings_file=place):
        click.echo(path)
    return 0

"""`auditor report`: render the reports of a run again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click

from auditor.audit import load_result, report_run
from auditor.cli.branding import branded
from auditor.cli.options import configured, loose_checks, rendering, resolve, stack


@click.command("report")
@click.argument("run", type=click.Path(path_type=Path, exists=True, file_okay=False))
@stack(rendering, loose_checks, configured)
def command(run: Path, config_file: Path | None, **flags: Any) -> int:
    """Render the reports of the folder RUN from its result.json; a PDF alone needs a browser."""
    config = resolve(config_file, **flags)
    show = partial(click.echo, nl=False, color=True)
    for path in report_run(run, load_result(run), config.settings, show, branded(config)):
        click.echo(path)
    return 0

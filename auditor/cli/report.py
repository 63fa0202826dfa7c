"""`auditor report`: render the reports of a run again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from auditor.audit import load_result, report_run
from auditor.cli.options import configured, resolve


@click.command("report")
@click.argument("run", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--format", "formats", multiple=True, metavar="NAME[=PATH]", help="Report to write (repeatable; default: html, json and terminal)."
)
@configured
def command(run: Path, config_file: Path | None, **flags: Any) -> int:
    """Render the reports of the folder RUN from its result.json; needs no browser."""
    config = resolve(config_file, **flags)
    for path in report_run(run, load_result(run), config.settings.formats, {}, lambda document: click.echo(document, nl=False, color=True)):
        click.echo(path)
    return 0

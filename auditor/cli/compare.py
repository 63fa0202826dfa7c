"""`auditor compare`: what got better or worse between two audits."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

from auditor.cli.options import configured, loose_checks, rendering_several, resolve, stack
from auditor.several import compare_runs

DEFAULT_FORMATS = ("html", "terminal")
_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command("compare")
@click.argument("before", type=_FOLDER)
@click.argument("after", type=_FOLDER)
@stack(rendering_several, loose_checks, configured)
def command(before: Path, after: Path, output: Path | None, config_file: Path | None, formats: tuple[str, ...], **flags: Any) -> int:
    """Compare the run folders BEFORE and AFTER: problems fixed and new, scores, times, pictures side by side.

    It informs: the exit code is 0 whatever changed. What could not be measured on one side is never counted as fixed.
    """
    settings = resolve(config_file, formats=formats or DEFAULT_FORMATS, **flags).settings
    folder = output or Path("audit-results") / f"comparison-{datetime.now():%Y%m%d-%H%M%S}"
    for path in compare_runs(before, after, settings, folder / "comparison", partial(click.echo, nl=False, color=True)):
        click.echo(path)
    return 0

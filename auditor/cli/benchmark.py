"""`auditor benchmark`: several shops side by side."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

from auditor.benchmark.model import LEAST, MOST
from auditor.cli.compare import DEFAULT_FORMATS
from auditor.cli.options import configured, loose_checks, rendering_several, resolve, stack
from auditor.several import benchmark_runs


@click.command("benchmark")
@click.argument("runs", metavar="RUN...", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, file_okay=False))
@stack(rendering_several, loose_checks, configured)
def command(runs: tuple[Path, ...], output: Path | None, config_file: Path | None, formats: tuple[str, ...], **flags: Any) -> int:
    """Put the run folders RUN... (2 to 20) side by side: ranking, categories, the shop to learn from at each stage.

    It informs: the exit code is 0 whoever comes first.
    """
    if not LEAST <= len(runs) <= MOST:
        raise click.UsageError(f"A benchmark is made of {LEAST} to {MOST} run folders, not of {len(runs)}.")
    settings = resolve(config_file, formats=formats or DEFAULT_FORMATS, **flags).settings
    folder = output or Path("audit-results") / f"benchmark-{datetime.now():%Y%m%d-%H%M%S}"
    for path in benchmark_runs(runs, settings, folder / "benchmark", partial(click.echo, nl=False, color=True)):
        click.echo(path)
    return 0

"""`auditor judge`: judge a recording again, with the checks of today."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from auditor.audit import chosen_checks, exit_code, judge_run
from auditor.cli.options import configured, gating, resolve, selection, stack
from auditor.errors import PluginError
from auditor.record.layout import RESULT


@click.command("judge")
@click.argument("run", type=click.Path(path_type=Path, exists=True, file_okay=False))
@stack(gating, selection, configured)
def command(run: Path, config_file: Path | None, **flags: Any) -> int:
    """Judge the recording in the folder RUN and write its result.json; needs no browser."""
    config = resolve(config_file, **flags)
    checks = chosen_checks(config)
    if not checks:
        raise PluginError("No check is left after --only and --skip, so there would be nothing to judge.")
    result = judge_run(run, checks, config)
    click.echo(run / RESULT)
    return exit_code(result, interrupted=False, exit_zero=config.settings.exit_zero)

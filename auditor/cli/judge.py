"""`auditor judge`: judge a recording again, with the checks of today."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from auditor.audit import exit_code, judge_run, terms_of
from auditor.cli.options import configured, gating, judging, resolve, selection, stack
from auditor.cli.selecting import selected
from auditor.record.layout import RESULT


@click.command("judge")
@click.argument("run", type=click.Path(path_type=Path, exists=True, file_okay=False))
@stack(gating, judging, selection, configured)
def command(run: Path, config_file: Path | None, **flags: Any) -> int:
    """Judge the recording in the folder RUN and write its result.json; needs no browser.

    Profile, weights and jurisdictions are those of the run, unless others are given.
    """
    config = resolve(config_file, terms_of(run), **flags)
    chosen = selected(config)
    result = judge_run(run, chosen.checks, config, chosen.broken)
    click.echo(run / RESULT)
    return exit_code(result, interrupted=False, exit_zero=config.settings.exit_zero)

"""`auditor checks`: the catalogue; `auditor checks new ID` begins a check of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from auditor.cli.new_check import new
from auditor.cli.options import before_the_command, configured, loose_checks, resolve, stack
from auditor.cli.selecting import tell_broken
from auditor.config.weighing import policy_of
from auditor.model.category import CATEGORIES
from auditor.model.check import Check, Scope
from auditor.model.outcome import Severity
from auditor.model.stage import Stage
from auditor.plugins.discovery import load_catalogue

_ALL = [c.id for c in CATEGORIES]


@click.group("checks", invoke_without_command=True, subcommand_metavar="[new ID]")
@click.option("--severity", type=click.Choice([s.value for s in Severity]), help="Only checks of this severity.")
@click.option("--stage", type=click.Choice([s.value for s in Stage]), help="Only checks that look at this stage.")
@click.option("--category", type=click.Choice(_ALL), metavar="NAME", help=f"Only this category: {', '.join(_ALL)}.")
@stack(loose_checks, configured)
@click.pass_context
def command(
    context: click.Context, /, category: str | None, stage: str | None, severity: str | None, config_file: Path | None, **flags: Any
) -> int:
    """List all checks with what they stand for; `new ID` writes the beginning of one."""
    if context.invoked_subcommand is not None:
        before_the_command(context)
        return 0
    settings = resolve(config_file, **flags).settings
    catalogue = load_catalogue(settings.checks)
    tell_broken(catalogue)
    shown = [check for check in catalogue.checks if _wanted(check, category, stage, severity)]
    weights = policy_of(settings).weights
    width = max((len(check.id) for check in shown), default=0)
    for group in CATEGORIES:
        own = [check for check in shown if check.category == group.id]
        if not own:
            continue
        click.echo(f"{group.title} ({group.id}, weight {weights[group.id]} %)")
        for check in own:
            click.echo(f"  {check.id:<{width}}  {check.severity.value:<8}  {check.title}")
        click.echo()
    if not shown:
        click.echo("No check is all of this.", err=True)
    return 0


def _wanted(check: Check, category: str | None, stage: str | None, severity: str | None) -> bool:
    everywhere = check.scope is not Scope.PAGE and not check.stages
    return (
        category in {None, check.category}
        and severity in {None, check.severity.value}
        and (stage is None or everywhere or Stage(stage) in check.stages)
    )


command.add_command(new)

"""`auditor checks`: the catalogue."""

from __future__ import annotations

import click

from auditor.model.category import CATEGORIES
from auditor.plugins.discovery import load_checks


@click.command("checks")
@click.option("--category", help="Only this category.")
def command(category: str | None) -> int:
    """List all checks with what they stand for."""
    known = [c.id for c in CATEGORIES]
    if category is not None and category not in known:
        raise click.BadParameter(f"{category!r} is no category. Known: {', '.join(known)}.", param_hint="--category")
    checks = load_checks()
    width = max((len(check.id) for check in checks), default=0)
    for group in CATEGORIES:
        own = [check for check in checks if check.category == group.id]
        if not own or category not in {None, group.id}:
            continue
        click.echo(f"{group.title} ({group.id}, weight {group.weight} %)")
        for check in own:
            click.echo(f"  {check.id:<{width}}  {check.severity.value:<8}  {check.title}")
        click.echo()
    return 0

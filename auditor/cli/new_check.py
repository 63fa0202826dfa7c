"""`auditor checks new ID`: the beginning of a check, with its tests."""

from __future__ import annotations

from pathlib import Path

import click

from auditor.errors import ConfigError
from auditor.plugins.discovery import load_checks
from auditor.plugins.skeletons import skeleton


@click.command("new")
@click.argument("check_id", metavar="ID")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for both files (default: my_checks/).")
def new(check_id: str, output: Path | None) -> int:
    """Write a check called ID (CATEGORY-NAME) and its tests; both run as they are and are meant to be changed."""
    files = skeleton(check_id, output, {check.id for check in load_checks()})
    taken = next((path for path in files if path.exists()), None)
    if taken is not None:
        raise ConfigError(f"{taken} is there already. Choose another id or folder.")
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        click.echo(path)
    return 0

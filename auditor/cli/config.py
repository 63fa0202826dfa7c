"""`auditor config`: the resolved configuration and where each value comes from."""

from __future__ import annotations

import json
from pathlib import Path

import click

from auditor.cli.options import configured, resolve


@click.command("config")
@configured
def command(config_file: Path | None) -> int:
    """Show every setting with its value and its origin (default, file, environment)."""
    config = resolve(config_file)
    values = config.public()
    width = max(len(name) for name in values)
    for name, value in values.items():
        click.echo(f"{name:<{width}}  {json.dumps(value, ensure_ascii=False):<32}  {config.origins.get(name, 'default')}")
    return 0

"""`auditor config`: the resolved configuration and where each value comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
from pydantic import BaseModel

from auditor.cli.config_check import command as check
from auditor.cli.options import before_the_command, browsing, configured, gating, judging, remembering, rendering, resolve, selection, stack
from auditor.config.origins import Origins
from auditor.config.settings import Settings
from auditor.config.tables import tables_of


@click.group("config", invoke_without_command=True)
@click.option("--origin", is_flag=True, help="Name the line of the file too, and what each value won over.")
@stack(rendering, remembering, gating, judging, browsing, selection, configured)
@click.pass_context
def command(context: click.Context, /, config_file: Path | None, *, origin: bool, **flags: Any) -> int:
    """Show every setting with its value and its origin (default, pipeline, file, environment, flag), secrets redacted.

    Takes the flags of `auditor run`, to show what it would do with them.
    """
    if context.invoked_subcommand is not None:
        if config_file is not None:
            raise click.UsageError("Give the file to the command: auditor config check FILE.")
        before_the_command(context)
        return 0
    config = resolve(config_file, **flags)
    values = dict(_rows(config.public()))
    width = max(len(name) for name in values)
    told = Origins(config).of if origin else lambda name: config.origins.get(name, "default")
    for name, value in values.items():
        click.echo(f"{name:<{width}}  {json.dumps(value, ensure_ascii=False):<32}  {told(name)}")
    return 0


command.add_command(check)


def _rows(values: Mapping[str, Any], model: type[BaseModel] = Settings, table: str = "") -> Iterator[tuple[str, Any]]:
    """Name every setting; the ones in tables by dotted names, as origins do."""
    for name, value in values.items():
        inner, keys = tables_of(model.model_fields[name].annotation)
        if inner is None or not isinstance(value, Mapping):
            yield f"{table}{name}", value
        elif keys is None:
            yield from _rows(value, inner, f"{table}{name}.")
        else:
            for key, item in value.items():
                yield from _rows(item, inner, f"{table}{name}.{key}.")

"""`auditor config check`: whether a configuration can be used, without visiting a shop."""

from __future__ import annotations

from pathlib import Path

import click

from auditor.cli.options import configured, resolve
from auditor.cli.preparing import prepared
from auditor.config.load import Config
from auditor.errors import ConfigError, UsageError

_ANY_SHOP = "https://shop.example"


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, dir_okay=False))
@configured
def command(files: tuple[Path, ...], config_file: Path | None) -> int:
    """Check configuration FILES (default: the one that would be read); exits with 4 and names what is wrong in which."""
    wrong: list[str] = []
    for file in files or (config_file,):
        try:
            config = resolve(file)
            _try(config)
        except UsageError as error:
            wrong.append(str(error) if file is None or str(file) in str(error) else f"{file}: {error}")
        else:
            click.echo(f"{config.file or 'defaults'}: all right")
    if wrong:
        raise ConfigError("\n".join(wrong))
    return 0


def _try(config: Config) -> None:
    """Do all that an audit does with its settings before it opens a browser."""
    from auditor.journey.overrides import overrides_from
    from auditor.record.lighthouse import demanded

    prepared(config)
    overrides_from(_ANY_SHOP, config.settings)
    demanded(config.settings.lighthouse, lambda *_: None)

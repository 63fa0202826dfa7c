"""`auditor config check`: whether a configuration can be used, without visiting a shop."""

from __future__ import annotations

from pathlib import Path

import click

from auditor.browser.devices import check_devices
from auditor.cli.options import configured, resolve
from auditor.cli.preparing import prepared
from auditor.config.lighthouse import USUAL
from auditor.config.load import Config
from auditor.errors import ConfigError, UsageError

_ANY_SHOP = "https://shop.example"


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, dir_okay=False))
@configured
def command(files: tuple[Path, ...], config_file: Path | None) -> int:
    """Check configuration FILES (default: the one that would be read); exits with 4 and names what is wrong in which."""
    wrong: list[str] = []
    named = (*files, config_file) if config_file else files
    for file in named or (None,):
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
    """Do all that an audit does with its settings before it opens a browser, and look for the devices that it asks its browser for."""
    from auditor.record.instructions import instructions

    prepared(config)
    check_devices(config.settings.devices)
    lighthouse = config.settings.lighthouse
    if lighthouse.assertions is not None:  # the audit may be told by a flag alone to measure pages
        lighthouse = lighthouse.model_copy(update={"stages": list(USUAL)})
    instructions(_ANY_SHOP, config.settings.model_copy(update={"lighthouse": lighthouse}), lambda *_: None)

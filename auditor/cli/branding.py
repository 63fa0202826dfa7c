"""The brand a command puts on its reports; what had to be changed in it is told on stderr."""

from __future__ import annotations

import click

from auditor.brand.brand import Brand
from auditor.brand.reading import read_brand
from auditor.config.load import Config


def branded(config: Config) -> Brand:
    """Return the configured brand; raises `ConfigError` for one that cannot be used."""
    return read_brand(config.settings.brand, lambda sentence: click.echo(f"auditor: {sentence}", err=True))

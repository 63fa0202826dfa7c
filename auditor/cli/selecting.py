"""The checks a command works with; plugins that cannot be used are named on stderr."""

from __future__ import annotations

import click

from auditor.choosing import chosen_checks
from auditor.config.load import Config
from auditor.errors import PluginError
from auditor.plugins.discovery import Catalogue


def selected(config: Config) -> Catalogue:
    """Return the checks the configuration selects; raises `PluginError` when none is left."""
    chosen = chosen_checks(config)
    tell_broken(chosen)
    if not chosen.checks:
        raise PluginError("No check is left after --only and --skip, so there would be nothing to judge.")
    return chosen


def tell_broken(catalogue: Catalogue) -> None:
    """Name on stderr what could not be used."""
    for sentence in catalogue.broken:
        click.echo(f"auditor: {sentence}", err=True)

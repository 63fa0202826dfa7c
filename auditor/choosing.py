"""Which checks an audit judges with, by its configuration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from auditor.config.load import Config
from auditor.config.ruling import checks_named
from auditor.config.settings import Settings
from auditor.errors import ConfigError
from auditor.model.check import Check
from auditor.plugins.discovery import Catalogue, load_catalogue
from auditor.plugins.selection import closest, select


def chosen_checks(config: Config) -> Catalogue:
    """Return the checks the configuration selects, and the plugins that could not be used.

    Raises `ConfigError` or `PluginError` for a name that matches nothing.
    """
    settings = config.settings
    found = load_catalogue(settings.checks)
    checks = _as_told(found.checks, settings)
    return Catalogue(tuple(select(checks, settings.only, settings.skip)), found.broken)


def _as_told(checks: Sequence[Check], settings: Settings) -> list[Check]:
    """Give the checks the efforts that the configuration knows better; every check that it names has to be one."""
    known = {check.id for check in checks}
    for key, names in (("mending", settings.mending), ("ask_vendor", settings.ask_vendor)):
        unknown = next((name for name in names if name not in known), None)
        if unknown is not None:
            raise ConfigError(f"{key}: there is no check {unknown!r}.{closest(unknown, known)}")
    for key, name in checks_named(settings):
        if name not in known:
            raise ConfigError(f"{key}: there is no check {name!r}.{closest(name, known)}")
    return [replace(check, effort=settings.mending.get(check.id, check.effort)) for check in checks]

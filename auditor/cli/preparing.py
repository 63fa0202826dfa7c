"""What is got ready before an audit: mistakes in settings are told then, not after an hour."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.audit import read_survey
from auditor.brand.brand import Brand
from auditor.cli.branding import branded
from auditor.cli.selecting import selected
from auditor.config.load import Config
from auditor.config.ruling import rules_of
from auditor.history.place import place_of
from auditor.plugins.discovery import Catalogue
from auditor.plugins.renderers import load_renderer
from auditor.words.catalogue import voice_for


@dataclass(frozen=True)
class Prepared:
    """The checks to judge with and whose report it will be."""

    chosen: Catalogue
    brand: Brand


def prepared(config: Config) -> Prepared:
    """Do all that an audit does with its settings before it opens a browser; raises `UsageError` for what cannot be used."""
    chosen = selected(config)
    for wanted in config.settings.formats:
        load_renderer(wanted.partition("=")[0])
    voice_for(config.settings.lang)
    read_survey(config)
    brand = branded(config)
    rules_of(config.settings, config.settings.devices)
    place_of(config.settings.history.url)
    return Prepared(chosen, brand)

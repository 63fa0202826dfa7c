"""The translations: one PO file a language in the folder `translations`, of this package for all that the product says, and of plugins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from gettext import NullTranslations
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import Any

from babel.core import Locale, UnknownLocaleError
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from auditor.errors import ConfigError
from auditor.words.axe_rules import translations
from auditor.words.voice import Voice

FOLDER = "translations"
OWN = "auditor"
_ENGLISH = "en"


def languages(package: str = OWN) -> list[str]:
    """Return the languages that a package speaks; English is what all are written in."""
    return sorted({_ENGLISH} | {file.name.removesuffix(".po") for file in _files(package)})


def voice_for(language: str, wording: Mapping[str, Mapping[str, Any]] | None = None, plugins: Iterable[str] = ()) -> Voice:
    """Return the voice of a language ("de", "fr-CA"); `plugins` are packages with translations of their own.

    Raises `ConfigError` for a language that is not spoken.
    """
    spoken = languages(OWN)
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        locale = None
    if locale is None or locale.language not in spoken:
        raise ConfigError(f"There are no reports in the language {language!r}, only in {', '.join(spoken)}.")
    if language == _ENGLISH:
        locale = Locale("en", "GB")  # dates and lists as the texts are written
    return Voice(locale, _words(tuple(dict.fromkeys((OWN, *plugins))), locale.language), wording)


@cache
def _words(packages: tuple[str, ...], language: str) -> NullTranslations:
    """The translations of several packages, and of axe-core; what two of them say is said as the first does."""
    words = _of_axe_core(language)
    for package in reversed(packages):
        for file in _files(package):
            if file.name == f"{language}.po":
                words.merge(_read(file, language))
    return words


def _of_axe_core(language: str) -> Translations:
    catalogue = Catalog(locale=language)
    for template, translation in translations(language).items():
        catalogue.add(template, translation)
    return _compiled(catalogue)


def _read(file: Traversable, language: str) -> Translations:
    with file.open("rb") as source:
        return _compiled(read_po(source, locale=language))


def _compiled(catalogue: Catalog) -> Translations:
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


def _files(package: str) -> list[Traversable]:
    try:
        folder = files(package) / FOLDER
    except (ModuleNotFoundError, TypeError):  # a loose file or a single module has no folder beside it
        return []
    return [file for file in folder.iterdir() if file.name.endswith(".po")] if folder.is_dir() else []

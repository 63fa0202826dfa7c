"""The languages of the reports are the files of translations that there are."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.pofile import write_po

from auditor.errors import ConfigError, ExitCode
from auditor.words import catalogue
from auditor.words.catalogue import languages, voice_for
from auditor.words.message import say, several


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A package that speaks Dutch."""
    folder = tmp_path / "speaks_dutch" / "translations"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").touch()
    words = Catalog(locale="nl")
    words.add("Passed", "Geslaagd")
    words.add(("{n} page", "{n} pages"), ("{n} pagina", "{n} pagina’s"))
    with (folder / "nl.po").open("wb") as file:
        write_po(file, words)
    monkeypatch.syspath_prepend(tmp_path)
    return "speaks_dutch"


def test_these_languages_are_spoken() -> None:
    assert languages() == ["de", "en", "es", "fr"]


def test_a_file_is_a_language(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert languages(package) == ["en", "nl"]
    monkeypatch.setattr(catalogue, "OWN", package)
    voice = voice_for("nl-BE")
    assert (voice.say(say("Passed")), voice.say(several(2, "{n} page", "{n} pages"))) == ("Geslaagd", "2 pagina’s")
    assert str(voice.locale) == "nl_BE"


def test_a_plugin_brings_words_of_its_own(package: str) -> None:
    assert voice_for("de", plugins=[package, "no_such_package"]).say(say("Passed")) == "Bestanden"


@pytest.mark.parametrize("language", ["nl", "xx", "", "german", "de_", "../de", "en_XX_YY"])
def test_a_language_that_is_not_spoken_is_refused_and_the_others_are_named(language: str) -> None:
    with pytest.raises(ConfigError, match="de, en, es, fr") as refused:
        voice_for(language)
    assert refused.value.exit_code is ExitCode.USAGE


def test_english_is_british_unless_another_one_is_asked_for() -> None:
    assert [str(voice_for(tag).locale) for tag in ("en", "en-US", "fr-CH")] == ["en_GB", "en_US", "fr_CH"]

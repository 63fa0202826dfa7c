"""The translators' files hold all that reports say, and a language is one such file."""

from __future__ import annotations

from pathlib import Path

import pytest
from auditor_reports.view.voice import speaking
from babel.core import Locale
from babel.messages import Catalog

from auditor.words import catalogue
from auditor.words.catalogue import voice_for
from auditor.words.extraction import Phrase
from docs.phrases import all_phrases, said_in
from docs.write_words import TRANSLATIONS, faults_of, main, read, translated, updated, write

SAID = [Phrase("On {pages} of {n:,}", "", "a.py"), Phrase("{n} page", "{n} pages", "b.py"), Phrase("Passed", "", "b.py")]


def german(**strings: str | tuple[str, str]) -> Catalog:
    made = updated(Catalog(locale="de"), SAID)
    whole: dict[str, str | tuple[str, str]] = {"on": "Von {n:,} auf {pages}", "page": ("{n} Seite", "{n} Seiten"), "passed": "Bestanden"}
    for phrase, string in zip(SAID, {**whole, **strings}.values(), strict=True):
        message = made.get(phrase.template)
        assert message is not None
        message.string = string
    return made


@pytest.mark.parametrize("language", translated())
def test_nothing_is_left_without_a_translation(language: str) -> None:
    faults = list(faults_of(read(TRANSLATIONS / f"{language}.po", language), said_in(language)))
    assert faults == [], "run `python -m docs.write_words` and fill in what is new"


def test_no_phrase_is_said_both_with_and_without_a_number() -> None:
    numbered = {phrase.template for phrase in all_phrases() if phrase.many}
    assert not numbered & {phrase.template for phrase in all_phrases() if not phrase.many}


def test_a_whole_file_has_no_fault() -> None:
    assert list(faults_of(german(), SAID)) == []


@pytest.mark.parametrize(
    ("strings", "fault"),
    [
        ({"passed": ""}, "no translation of 'Passed'"),
        ({"page": ("{n} Seite", "")}, "no translation of '{n} page'"),
        ({"on": "Auf {seiten} von {n:,}"}, "holds {seiten}"),
        ({"on": "Von {n} auf {pages}"}, "holds {n}"),
        ({"on": "Von {n:,}"}, "lacks {pages}"),
        ({"page": ("eine Seite", "{n} Seiten")}, "lacks {n}"),
    ],
)
def test_what_is_missing_or_wrong_is_named(strings: dict[str, str | tuple[str, str]], fault: str) -> None:
    found = list(faults_of(german(**strings), SAID))
    assert len(found) == 1
    assert fault in found[0]


def test_what_is_said_no_more_goes_and_what_is_new_comes() -> None:
    fresh = updated(german(), [SAID[2], Phrase("Failed", "", "b.py")])
    assert [(m.id, m.string) for m in fresh if m.id] == [("Passed", "Bestanden"), ("Failed", None)]


def test_the_same_phrases_make_the_same_file(tmp_path: Path) -> None:
    one, other = tmp_path / "one.po", tmp_path / "other.po"
    write(one, german())
    write(other, read(one, "de"))
    assert one.read_bytes() == other.read_bytes()
    assert [(m.id, m.string) for m in read(one, "de") if m.id] == [(m.id, m.string) for m in german() if m.id]


def test_a_code_that_is_no_language_begins_no_file(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        main(["--new", "dutch"], tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def fifth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of translations that the product takes for its own."""
    folder = tmp_path / "words" / "translations"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(catalogue, "OWN", "words")
    return folder


def test_a_fifth_language_is_one_file(fifth: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--new", "pl"], fifth) == 0
    assert main(["--check"], fifth) == 1
    assert "pl.po: no translation of " in capsys.readouterr().err
    begun = read(fifth / "pl.po", "pl")
    for message in begun:
        one, many = message.id if isinstance(message.id, tuple) else (message.id, "")
        message.string = tuple(f"⟦{many}⟧" for _ in range(begun.num_plurals)) if many else f"⟦{one}⟧"
    write(fifth / "pl.po", begun)
    assert main(["--check"], fifth) == 0
    with speaking(voice_for("pl")):
        from auditor_reports.view import figures, names

        assert names.stage_title("cart") == "⟦Cart⟧"
        assert figures.measure(5, "cookies") == "⟦5 cookies⟧"
        assert figures.day("2026-11-24T03:42:00+00:00") == "24 listopada 2026"
    assert voice_for("pl").locale == Locale("pl")

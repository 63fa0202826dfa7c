"""Texts are said in a language: its sentences, its numbers, its lists."""

from __future__ import annotations

from gettext import GNUTranslations
from io import BytesIO

import pytest
from babel.core import Locale
from babel.messages import Catalog
from babel.messages.mofile import write_mo

from auditor.words.message import listing, say, several, together
from auditor.words.voice import Voice


def voice(language: str = "de") -> Voice:
    catalogue = Catalog(locale=language)
    catalogue.add("No way to the cart on {pages}: {places}.", "Auf {pages} fehlt der Weg zum Warenkorb: {places}.")
    catalogue.add(("{n} page", "{n} pages"), ("{n} Seite", "{n} Seiten"))
    catalogue.add("home", "Startseite")
    file = BytesIO()
    write_mo(file, catalogue)
    file.seek(0)
    return Voice(Locale.parse(language), GNUTranslations(file))


def test_a_sentence_is_said_with_all_that_stands_in_it() -> None:
    places = listing([say("home"), "Kasse"])
    text = say("No way to the cart on {pages}: {places}.", pages=several(2, "{n} page", "{n} pages"), places=places)
    assert text == "No way to the cart on 2 pages: home and Kasse."
    assert voice().say(text) == "Auf 2 Seiten fehlt der Weg zum Warenkorb: Startseite und Kasse."
    assert voice().say(several(1, "{n} page", "{n} pages")) == "1 Seite"


def test_what_is_not_translated_is_said_in_english() -> None:
    assert voice().say(together(say("home"), say("Not yet."), between=": ")) == "Startseite: Not yet."


def test_what_the_shop_wrote_stays() -> None:
    assert voice().say("home") == "home"
    assert voice().say(say("{word}", word="home")) == "home"


@pytest.mark.parametrize(
    ("template", "value", "english", "german"),
    [
        ("{x:.1f} s", 2.25, "2.2 s", "2,2 s"),
        ("{x:.0%}", 0.25, "25%", "25\u00a0%"),
        ("{x:,}", 1234567, "1,234,567", "1.234.567"),
        ("{x:g}", 0.1, "0.1", "0,1"),
        ("{x}", 2026, "2026", "2026"),
    ],
)
def test_numbers_are_written_as_in_the_language(template: str, value: float, english: str, german: str) -> None:
    text = say(template, x=value)
    assert text == english
    assert Voice(Locale("en", "GB")).say(text) == english
    assert voice().say(text) == german


def test_lists_are_joined_as_in_the_language() -> None:
    things = listing(["a", "b", "c"])
    said = {code: Voice(Locale.parse(code)).say(things) for code in ("en_GB", "de", "es", "fr")}
    assert said == {"en_GB": "a, b and c", "de": "a, b und c", "es": "a, b y c", "fr": "a, b et c"}

"""What a report says is told in its language, and a plain string is taken as it is."""

from __future__ import annotations

from gettext import NullTranslations

import pytest
from auditor_reports.view.voice import locale, speaking, tell, tell_all, tell_several, told
from babel.core import Locale

from auditor.api import Message, Voice, own, say

ONE = {
    "Cart": "Warenkorb",
    "The {place} took {seconds:.1f} s.": "{seconds:.1f} s hat {place} gebraucht.",
    "{n} page of {shop}": "{n} Seite von {shop}",
}
MANY = {"{n} pages of {shop}": "{n} Seiten von {shop}"}
PLACE = say("Cart")  # as in a table that is made at import time


class German(NullTranslations):
    """A few words of German."""

    def gettext(self, message: str) -> str:
        return ONE.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return ONE.get(msgid1, msgid1) if n == 1 else MANY.get(msgid2, msgid2)


GERMAN = Voice(Locale("de"), German())
FRENCH = Voice(Locale("fr"))


def everything() -> list[str]:
    return [
        tell("Cart"),
        tell("The {place} took {seconds:.1f} s.", place=PLACE, seconds=2.26),
        tell_several(1, "{n} page of {shop}", "{n} pages of {shop}", shop="Nordlys"),
        tell_several(3, "{n} page of {shop}", "{n} pages of {shop}", shop="Cart"),
        tell_all([PLACE, "Cart", tell("Cart")]),
        tell_all(["a", "b"], "or"),
        told(PLACE),
        told("Cart"),
    ]


ENGLISH_WORDS = [
    "Cart", "The Cart took 2.3 s.", "1 page of Nordlys", "3 pages of Cart", "Cart, Cart and Cart", "a or b", "Cart", "Cart",
]  # fmt: skip
GERMAN_WORDS = [
    "Warenkorb", "2,3 s hat Warenkorb gebraucht.", "1 Seite von Nordlys", "3 Seiten von Cart", "Warenkorb, Cart und Warenkorb", "a oder b",
    "Warenkorb", "Cart",
]  # fmt: skip


def test_without_a_language_it_is_english() -> None:
    assert everything() == ENGLISH_WORDS
    assert locale() == Locale("en", "GB")


def test_a_language_is_spoken_inside_of_its_context_alone() -> None:
    with speaking(GERMAN):
        assert everything() == GERMAN_WORDS
        assert locale() == Locale("de")
    assert everything() == ENGLISH_WORDS


def test_a_language_inside_of_another_gives_it_back() -> None:
    with speaking(GERMAN):
        with speaking(FRENCH):
            assert (locale(), tell("Cart"), tell_all(["a", "b"])) == (Locale("fr"), "Cart", "a et b")
        assert (locale(), tell("Cart")) == (Locale("de"), "Warenkorb")


def test_a_language_is_given_back_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken"), speaking(GERMAN):
        raise ValueError("broken")
    assert tell("Cart") == "Cart"


@pytest.mark.parametrize("nasty", ["{0} {place!r} %s", "{", "⟦x⟧", "Cart"])
def test_what_the_shop_wrote_is_no_template(nasty: str) -> None:
    with speaking(GERMAN):
        assert tell("Read: {text}", text=nasty) == f"Read: {nasty}"
        assert told(nasty) == tell_all([nasty]) == nasty
        assert told(own(nasty)) == (ONE.get(nasty, nasty))


def test_what_was_told_is_no_message_any_more() -> None:
    assert [text for text in everything() if isinstance(text, Message)] == []

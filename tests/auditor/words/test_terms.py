"""Countries and languages are called as each language calls them."""

from __future__ import annotations

import pytest
from babel.core import Locale

from auditor.words.message import Message, changed, say
from auditor.words.terms import country_name, language_name
from auditor.words.voice import Voice

GERMAN = Voice(Locale("de"))


@pytest.mark.parametrize(
    ("term", "english", "german"),
    [
        (country_name("DE"), "Germany", "Deutschland"),
        (country_name("US"), "the United States", "Vereinigte Staaten"),
        (language_name("nl"), "Dutch", "Niederländisch"),
        (country_name("XX"), "XX", "XX"),
        (language_name("zz"), "zz", "zz"),
    ],
)
def test_a_code_has_a_name_in_each_language(term: Message, english: str, german: str) -> None:
    assert (term, Voice(Locale("en", "GB")).say(term), GERMAN.say(term)) == (english, english, german)


def test_a_name_is_no_words_of_the_shop() -> None:
    text = say("{shop} sells in {country}.", shop="Nordlys", country=country_name("DE"))
    assert changed(text, str.upper) == "NORDLYS sells in Germany."

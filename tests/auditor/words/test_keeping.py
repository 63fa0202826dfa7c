"""What is kept of a text in a result makes the same text again."""

from __future__ import annotations

import json

import pytest

from auditor.words.keeping import kept, told
from auditor.words.message import Message, listing, say, several, together
from auditor.words.quantity import quantity
from auditor.words.terms import country_name, language_name


@pytest.mark.parametrize(
    "text",
    [
        say("Plain."),
        say("{seconds:.1f} seconds", seconds=2.25),
        several(2, "{n} page of {shop}", "{n} pages of {shop}", shop="Nordlys"),
        listing([say("Cart"), "Kasse", 3], "or"),
        say("Sold in {country}.", country=country_name("NL")),
        language_name("de"),
        say("{limit} and more", limit=quantity(1.5, "pages")),
        together(say("One."), several(1, "{n} page", "{n} pages"), between=" "),
        say("It reads “{text}”.", text='{"say": "not me"}'),
    ],
)
def test_a_text_comes_back_as_it_was(text: Message) -> None:
    again = told(json.loads(json.dumps(kept(text))))
    assert again == text
    assert kept(again) == kept(text)


def test_of_a_plain_string_nothing_is_kept() -> None:
    assert kept("Kasse") is None


@pytest.mark.parametrize(
    "broken",
    [{}, {"say": 3}, {"say": "{a}"}, {"say": "{a}", "with": {"a": [1]}}, {"list": 3, "last": "and"}, {"term": "fruit", "code": "x"}],
)
def test_what_was_never_kept_is_refused(broken: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError, AttributeError)):
        told(broken)

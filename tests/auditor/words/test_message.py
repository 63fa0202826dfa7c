"""A text is its English sentence, and knows how it was made."""

from __future__ import annotations

import pickle

import pytest

from auditor.words.message import Listing, Message, Sentence, Series, changed, fields_of, listing, say, several, together


def test_a_text_is_its_english() -> None:
    text = say("No cart on {place}: {share:.0%} of {pages}.", place="the list", share=0.25, pages=several(8, "{n} page", "{n} pages"))
    assert text == "No cart on the list: 25% of 8 pages."
    assert isinstance(text, str)
    assert isinstance(text.making, Sentence)
    assert text.making.template == "No cart on {place}: {share:.0%} of {pages}."


@pytest.mark.parametrize(("number", "said"), [(0, "0 boxes"), (1, "1 box"), (2, "2 boxes")])
def test_nouns_are_in_the_right_number(number: int, said: str) -> None:
    assert several(number, "{n} box", "{n} boxes") == said


@pytest.mark.parametrize(
    ("things", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_things_are_listed_as_a_sentence_names_them(things: list[str], said: str) -> None:
    assert listing(things) == said
    assert listing(["x", "y"], "or") == "x or y"


def test_texts_added_to_each_other_stay_texts() -> None:
    text = "(" + say("One.") + " " + say("Two.") + ")"
    assert text == "(One. Two.)"
    assert isinstance(text, Message)
    assert text.making == Series(("(", say("One."), " ", say("Two."), ")"))
    assert together(say("One."), say("Two."), between=" ") == "One. Two."


def test_what_the_shop_wrote_is_no_template() -> None:
    assert say("It is called “{name}”.", name="{0} {place!r} %s") == "It is called “{0} {place!r} %s”."


def test_a_text_survives_being_sent_to_another_process() -> None:
    text = say("{n} of {things}", n=3, things=listing(["a", say("b")]))
    again = pickle.loads(pickle.dumps(text))  # noqa: S301
    assert (again, again.making) == (text, text.making)
    assert isinstance(again.making.values["things"].making, Listing)


def test_the_places_of_a_template_are_known() -> None:
    assert fields_of("{{}} {a} and {b:.1f} %") == ["a", "b"]


def test_what_is_not_the_tools_own_can_be_changed_wherever_it_stands() -> None:
    text = say(
        "“{name}” of {places} on {pages}", name="Jo", places=listing(["Jo's", say("the Jo list")]), pages=several(2, "{n} Jo", "{n} Jos")
    )
    assert changed(text, lambda own: own.replace("Jo", "[redacted]")) == "“[redacted]” of [redacted]'s and the Jo list on 2 Jos"
    assert changed("Jo", str.upper) == "JO"
    assert changed(together("Jo", say(" is Jo")), str.upper) == "JO is Jo"

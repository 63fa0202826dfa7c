"""The messages of a file are kept beside it, and put back when it is read."""

from __future__ import annotations

import json

from auditor.words.message import Message, listing, say, several
from auditor.words.wording import restored, wording_of

FOUND = {
    "reason": say("The link “{name}” leads to {pages}.", name="Kasse", pages=several(2, "{n} page", "{n} pages")),
    "notes": [say("It never came to it."), "the shop's own words"],
    "kind": say("cart"),
    "n": 3,
    "none": None,
}


def test_messages_come_back_from_a_file() -> None:
    wording = json.loads(json.dumps(wording_of(FOUND)))
    back = restored(json.loads(json.dumps(FOUND)), wording)
    assert back == FOUND
    reason, found = back["reason"], FOUND["reason"]
    assert isinstance(reason, Message)
    assert isinstance(found, Message)
    assert reason.making == found.making
    assert [isinstance(note, Message) for note in back["notes"]] == [True, False]


def test_a_single_word_may_be_the_shops_own() -> None:
    assert list(wording_of(FOUND, [say("one load")])) == ["It never came to it.", "The link “Kasse” leads to 2 pages.", "one load"]
    assert not isinstance(restored("cart", wording_of(FOUND)), Message)


def test_lists_are_messages_too() -> None:
    text = listing([say("home"), "x"])
    assert restored(str(text), wording_of(text)).making == text.making

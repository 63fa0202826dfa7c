"""Why an address could not be opened, in words."""

from __future__ import annotations

import pytest

from auditor.browser.tab import Landing
from auditor.journey.unopened import why_unopened
from auditor.words.message import Message


@pytest.mark.parametrize(
    ("landing", "words", "translatable"),
    [
        (Landing("", error="Page.goto: net::ERR_NAME_NOT_RESOLVED at https://x.example/"), "the host name is not known", True),
        (Landing("", error="no answer within 0.5 seconds", waited=0.5), "no answer within 0.5 seconds", True),
        (Landing("", error="Page.goto: net::ERR_TOMORROW"), "net::ERR_TOMORROW", False),
    ],
)
def test_an_error_of_the_browser_is_told_in_words(landing: Landing, words: str, translatable: bool) -> None:
    why = why_unopened(landing)
    assert (why, isinstance(why, Message)) == (words, translatable)

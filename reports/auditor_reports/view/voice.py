"""The language a report is being made in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from babel.core import Locale

from auditor.api import Voice, listing, say, several

_VOICE: ContextVar[Voice] = ContextVar("voice", default=Voice(Locale("en", "GB")))


@contextmanager
def speaking(voice: Voice) -> Iterator[None]:
    """Make everything that is told inside in this language."""
    token = _VOICE.set(voice)
    try:
        yield
    finally:
        _VOICE.reset(token)


def locale() -> Locale:
    """Return how numbers, dates and money are written in the report."""
    return _VOICE.get().locale


def tell(template: str, /, **values: str | int | float) -> str:
    """Tell a sentence in the report's language, see `auditor.api.say`."""
    return _VOICE.get().say(say(template, **values))


def tell_several(number: int, one: str, many: str, /, **values: str | int | float) -> str:
    """Tell a sentence with the number `{n}` in it, see `auditor.api.several`."""
    return _VOICE.get().say(several(number, one, many, **values))


def tell_all(things: Iterable[str], last: str = "and") -> str:
    """Name several things in a sentence."""
    return _VOICE.get().say(listing(things, last))


def told(text: str) -> str:
    """Tell a text that was made before the language was known, such as one of a table; other texts stay as they are."""
    return _VOICE.get().say(text)

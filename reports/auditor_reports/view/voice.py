"""The language a report is being made in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from babel.core import Locale

from auditor.api import Voice, listing, say, several

_ENGLISH = Voice(Locale("en", "GB"))
_SPOKEN: ContextVar[Voice | None] = ContextVar("spoken", default=None)


@contextmanager
def speaking(voice: Voice) -> Iterator[None]:
    """Make everything that is told inside in this language."""
    token = _SPOKEN.set(voice)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def _voice() -> Voice:
    return _SPOKEN.get() or _ENGLISH


def locale() -> Locale:
    """Return how numbers, dates and money are written in the report."""
    return _voice().locale


def tell(template: str, /, **values: str | int | float) -> str:
    """Tell a sentence in the report's language, see `auditor.api.say`."""
    return _voice().say(say(template, **values))


def tell_several(number: int, one: str, many: str, /, **values: str | int | float) -> str:
    """Tell a sentence with the number `{n}` in it, see `auditor.api.several`."""
    return _voice().say(several(number, one, many, **values))


def tell_all(things: Iterable[str], last: str = "and") -> str:
    """Name several things in a sentence."""
    return _voice().say(listing(things, last))


def told(text: str) -> str:
    """Tell a text that was made before the language was known, such as one of a table; other texts stay as they are."""
    return _voice().say(text)

"""The wording of a result: how its English texts were made, by the English they read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from auditor.words.keeping import kept
from auditor.words.message import Message, Sentence

Wording = dict[str, dict[str, Any]]


def wording_of(texts: Iterable[str | None]) -> Wording:
    """Keep how texts were made, in the order of their English; one without anything standing in it is its own template."""
    made = {str(text): kept(text) for text in texts if isinstance(text, Message) and not _is_plain(text)}
    return {english: making for english, making in sorted(made.items()) if making is not None}


def _is_plain(text: Message) -> bool:
    making = text.making
    return isinstance(making, Sentence) and not making.values and making.template == text

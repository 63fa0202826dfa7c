"""The wording of a file: how its English texts were made, by the English they read, so that they can be made again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from auditor.words.keeping import kept, told
from auditor.words.message import Message

Wording = dict[str, dict[str, Any]]


def wording_of(*data: object) -> Wording:
    """Keep how the messages were made that stand in JSON-like data, in the order of their English.

    Single words are left out: the shop may write the same word.
    """
    made = {str(text): kept(text) for part in data for text in _messages(part) if not text.isalpha()}
    return {english: making for english, making in sorted(made.items()) if making is not None}


def restored(data: Any, wording: Mapping[str, Mapping[str, Any]]) -> Any:
    """Put the messages back into JSON-like data that were plain texts in a file; keys stay as they are."""
    if isinstance(data, str):
        return told(wording[data]) if data in wording else data
    if isinstance(data, Mapping):
        return {key: restored(item, wording) for key, item in data.items()}
    if isinstance(data, list | tuple):
        return type(data)(restored(item, wording) for item in data)
    return data


def _messages(data: object) -> Iterator[Message]:
    if isinstance(data, Message):
        yield data
    elif isinstance(data, Mapping):
        for item in data.values():
            yield from _messages(item)
    elif isinstance(data, list | tuple):
        for item in data:
            yield from _messages(item)

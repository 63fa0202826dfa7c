"""Makes the result safe to show: a shop may put anything into its titles, addresses and messages."""

from __future__ import annotations

import re
from typing import Any, TypeVar

from pydantic import BaseModel

from auditor.api import Result

_Model = TypeVar("_Model", bound=BaseModel)
LONGEST = 1200
_READ = 10 * LONGEST  # of an endless text, no more is looked at
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])")
# Control characters but tab and line feed, invisible marks, marks that turn the direction of what follows, what is no character.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufdd0-\ufdef"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_STACKED = re.compile(f"({_MARK}{{3}}){_MARK}+")  # no language puts more than three marks on a letter
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def cleaned(result: Result) -> Result:
    """Return the result with no terminal escapes, control characters and endless strings in its texts."""
    return cleaned_model(result)


def cleaned_model(model: _Model) -> _Model:
    """Return a result, comparison or benchmark with no terminal escapes, control characters and endless strings in its texts."""
    return type(model).model_validate(_cleaned(model.model_dump()))


def plain(text: str) -> str:
    """Return a text without terminal escapes, control characters, and marks that reorder or cover what is read."""
    if text.isascii() and text.isprintable():
        return text  # nearly all are, and a result has tens of thousands
    return _STACKED.sub(r"\1", _LONE_SURROGATES.sub("\ufffd", _UNSEEN.sub("", _ESCAPES.sub("", text))))


def shortened(text: str, longest: int) -> str:
    """Return a text of at most `longest` characters on one line, cut at a word where there is one near."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    space = cut.rfind(" ", longest * 2 // 3)
    return f"{cut[:space] if space > 0 else cut}…"


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        text = plain(value[:_READ])
        return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
    if isinstance(value, dict):
        return {_cleaned(key): _cleaned(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(part) for part in value]
    return value

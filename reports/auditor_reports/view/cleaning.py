"""Makes the result safe to show: a shop may put anything into its titles, addresses and messages."""

from __future__ import annotations

import re
from typing import Any

from auditor.api import Result

LONGEST = 1200
_READ = 10 * LONGEST  # of an endless text, no more is looked at
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])")
# Control characters but tab and line feed, invisible marks, marks that turn the direction of what follows.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]")
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def cleaned(result: Result) -> Result:
    """Return the result with no terminal escapes, control characters and endless strings in its texts."""
    return Result.model_validate(_cleaned(result.model_dump()))


def plain(text: str) -> str:
    """Return a text without terminal escapes, control characters and marks that reorder what is read."""
    return _LONE_SURROGATES.sub("\ufffd", _UNSEEN.sub("", _ESCAPES.sub("", text)))


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

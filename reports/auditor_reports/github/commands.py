"""Writes commands of GitHub workflows so that no text begins one of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditor_reports.view.cleaning import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def command(name: str, properties: Mapping[str, str | int], message: str) -> str:
    """Return a command as one line."""
    told = ",".join(f"{key}={_escaped(str(value), _PROPERTY)}" for key, value in properties.items())
    return f"::{name} {told}::{_escaped(message, _DATA)}\n"


def _escaped(text: str, escapes: Mapping[str, str]) -> str:
    r"""Escape what ends a command; `##[` begins one of the older kind anywhere in a line."""
    text = "".join(escapes.get(letter, letter) for letter in plain(text))
    return re.sub(r"##(?=\w*\[)", "##\u200b", text)

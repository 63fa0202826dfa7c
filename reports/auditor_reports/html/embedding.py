"""The result as data inside the document: readable by programs and by the script that offers it as a file, never run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from auditor.api import Result

_ESCAPED = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
_OTHER = re.compile(r"[^A-Za-z0-9.]+")


def embedded(result: Result, *, unnamed: bool = False) -> Markup:
    """Return `result.json` on one line, with nothing in it that could end the element it stands in; `unnamed` without our name."""
    if unnamed:
        result = result.model_copy(update={"tool": result.tool.model_copy(update={"name": "", "version": ""})})
    text = result.model_dump_json()
    for char, escape in _ESCAPED.items():
        text = text.replace(char, escape)
    return Markup(text)  # noqa: S704 - no character of markup is left


def file_name(host: str, moment: str) -> str:
    """Return what the file is called when it is saved: `shop.example-2026-11-24.json`."""
    return f"{_OTHER.sub('-', f'{host}-{moment[:10]}').strip('-.') or 'result'}.json"

"""In which line of a TOML file a setting stands, which the parser of Python does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"\\]*"|'[^']*')"""
_DOTTED = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_HEADER = re.compile(rf"^\s*\[\[?\s*(?P<name>{_DOTTED})\s*\]")
_ASSIGNED = re.compile(rf"^\s*(?P<name>{_DOTTED})\s*=")
_PART = re.compile(_KEY)
_LONG = re.compile(r'"""|\'\'\'')


def lines_of(text: str, root: str = "") -> Mapping[str, int]:
    """Return the first line, from 1, of each table and setting by its dotted name. `root`: the table they stand in, if any.

    The text is valid TOML. What stands inside an inline table has no line of its own.
    """
    found: dict[str, int] = {}
    for name, number in _names(text):
        if not root or name.startswith(f"{root}."):
            found.setdefault(name.removeprefix(f"{root}.") if root else name, number)
    return found


def line_of(lines: Mapping[str, int], setting: str) -> int | None:
    """Return the line of a setting, else that of what holds it, such as an inline table."""
    while setting:
        if setting in lines:
            return lines[setting]
        setting = setting.rpartition(".")[0]
    return None


def _names(text: str) -> Iterator[tuple[str, int]]:
    table, inside = "", ""
    for number, line in enumerate(text.splitlines(), start=1):
        if not inside:
            if header := _HEADER.match(line):
                table = _dotted(header["name"])
                yield table, number
            elif assigned := _ASSIGNED.match(line):
                yield ".".join(filter(None, (table, _dotted(assigned["name"])))), number
        for quotes in _LONG.findall(line):  # a text of several lines may hold anything
            inside = "" if inside == quotes else inside or quotes


def _dotted(name: str) -> str:
    return ".".join(part.strip("\"'") for part in _PART.findall(name))

"""Writes values into cells so that no spreadsheet takes a shop's text for a formula.

A spreadsheet calculates what begins with a formula's sign. It may also split the file at semicolons, where its country's
list separator is one: then quotes that do not begin a cell quote nothing, and every semicolon and line break begins a new cell.
"""

from __future__ import annotations

import re

from auditor_reports.view.cleaning import shortened

LONGEST = 1200
# = + - @ as they are, full-width, small and raised, the true minus sign; blanks and quotes before them are skipped.
_SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u207a\u207b\u207c\u208a\u208b\u208c\u2212"
_QUOTES = "\"'`´‘’‚‛“”„‟«»‹›\uff02\uff07"
_FORMULA = re.compile(rf"(?P<before>^|;)(?=[\s{_QUOTES}]*[{_SIGNS}])")


def cell(value: str | float | bool | None) -> str | float:
    """Return what stands in a cell: a number as it is, a text on one line that is never a formula, "" for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return harmless(value) if isinstance(value, str) else _plain(value)


def harmless(text: str) -> str:
    """Return a text on one line, with an apostrophe before what a spreadsheet could calculate."""
    return _FORMULA.sub(r"\g<before>'", shortened(text, LONGEST))


def _plain(value: float) -> float:
    return int(value) if float(value).is_integer() else value

"""How shops name things in markup and addresses, compiled once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal
from urllib.parse import urlsplit

QUESTION_MARKS = ("?", "？", "؟", "\u037e")
"""What a question ends with, in any script."""
Table = Literal["attributes", "addresses"]


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("auditor.facts") / "patterns.toml").read_text(encoding="utf-8"))


@cache
def pattern(table: Table, concept: str) -> re.Pattern[str]:
    """Return the compiled pattern of a concept; raises KeyError for one there is no data for."""
    tables = _tables()
    source = tables[table][concept]
    for word, alternatives in tables["words"].items():
        source = source.replace("{" + word + "}", alternatives)
    return re.compile(source, re.IGNORECASE)


def named(concept: str, tokens: str) -> bool:
    """Whether markup names (id, class, name) speak of a concept."""
    return bool(tokens) and pattern("attributes", concept).search(tokens) is not None


@cache
def addressed(concept: str, url: str) -> bool:
    """Whether path, query and fragment of an address speak of a concept."""
    if not url:
        return False
    parts = urlsplit(url)
    tail = parts.path + (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
    return pattern("addresses", concept).search(tail) is not None

"""Makes texts of a shop stay texts in GitHub-flavoured Markdown, where more than Markdown acts.

GitHub also turns @names, #numbers, commits, addresses, :names: of emoji and $formulas$ into something else, after the
Markdown has been rendered, so a backslash does not keep it from that. An invisible space inside does. GitLab obeys lines that
begin with a slash.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from auditor_reports.view.cleaning import shortened

if TYPE_CHECKING:
    from collections.abc import Callable

_GAP = "&#8203;"
_LONGEST_TARGET = 500
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_KEPT = "%/:?#@!$&'()*+,;=~-._"
# What acts, and what is written in its place; the first that fits counts.
_RULES: tuple[tuple[str, Callable[[str], str]], ...] = (
    (r"^\d{1,9}(?=[.)](?:\s|$))", lambda found: f"{found}{_GAP}"),  # a list
    (r"^[-+=/]", lambda found: f"\\{found}"),  # a list, a rule, a command
    (r"[&<>]", lambda found: _ENTITIES[found]),
    (r"\$", lambda found: f"<span>{found}</span>"),  # a formula
    (r"@", lambda found: f"{found}{_GAP}"),  # a person, an e-mail address
    (r"[#!~](?=[\w\"])", lambda found: f"\\{found}{_GAP}"),  # an issue, a merge request, a label
    (r":(?=//|[\w+-]+(?::|$))", lambda found: f"{found}{_GAP}"),  # an address, an emoji
    (r"\b[wW]{3}(?=\.)", lambda found: f"{found}{_GAP}"),  # an address
    (r"\b[0-9a-fA-F]{7,64}\b", lambda found: _GAP.join(re.findall(".{1,6}", found))),  # a commit
    (r"(?<=[A-Za-z])-(?=\d)", lambda found: f"{found}{_GAP}"),  # an issue of another tracker
    (r"[\\`*_{}\[\]#!~|^]", lambda found: f"\\{found}"),
)
_ACTING = re.compile("|".join(f"({pattern})" for pattern, _ in _RULES))


def text(words: str, longest: int = 400) -> str:
    """Return a text on one line that reads as it is and does nothing; it may stand in a table too."""
    return _ACTING.sub(_stilled, shortened(words, longest))


def code(words: str, longest: int = 160) -> str:
    """Return a text as code, for what is copied from a report: selectors, addresses. Not for tables."""
    line = shortened(words, longest)
    if not line:
        return ""
    fence = "`" * (max(map(len, re.findall("`+", line)), default=0) + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def link(address: str, site: str, longest: int = 100) -> str:
    """Return an address as a link if it leads to the audited shop, else as code: a foreign one is not to be followed by mistake."""
    host = _host(address)
    if not host or host != _host(site):
        return code(address, longest)
    target = quote(address.strip(), safe=_KEPT).replace("&", "&amp;")
    label = address.strip().partition("://")[2].rstrip("/")
    return f"[{text(label, longest)}](<{target}>)" if len(target) <= _LONGEST_TARGET else code(address, longest)


def _stilled(match: re.Match[str]) -> str:
    return _RULES[(match.lastindex or 1) - 1][1](match[0])


def _host(address: str) -> str:
    """Return the host of a web address with its port, "" for anything else."""
    try:
        parts = urlsplit(address)
        web = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return ""
    return parts.netloc.lower() if web else ""

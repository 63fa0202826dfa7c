"""Markdown as GitHub and GitLab show it: nothing that a shop wrote becomes markup, a mention, a link or a picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditor_reports.view.cleaning import plain, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST = 65_536
"""Characters that a comment on GitHub may have."""
_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$^=&:@/])")
_WORDS = re.compile(r"(?:(?<=\s)|^)[\w%°,;?'“”’„‘–—…≤≥×→\"]+(?=\s|$)")


def escaped(text: str, longest: int = 300) -> str:
    """Return a text on one line in which nothing is markup: every sign that could begin some is written as itself."""
    return _MARKUP.sub(_sign, shortened(plain(text), longest))


def _sign(match: re.Match[str]) -> str:
    """Write a sign so that it is only that. `@`, `:`, `/` and `.` make mentions and links of their own accord."""
    sign = match[1]
    if sign in "<>&@:/":
        return f"&#{ord(sign)};"
    line, start = match.string, match.start()
    between = 0 < start < len(line) - 1 and line[start - 1].isalnum() and line[start + 1].isalnum()
    if sign == "." and not between:  # the end of a sentence; no link, and no list since no line begins with a text
        return sign
    if sign == "." and not (line[start - 1].isdigit() and line[start + 1].isdigit()):
        return "&#46;"
    if sign in "-(),.+!=" or (sign == "-" and between):
        return sign if start else f"\\{sign}"
    return f"\\{sign}"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], figures: Iterable[int] = ()) -> list[str]:
    """Return a table; cells are Markdown already. The columns of `figures` stand to the right."""
    right = set(figures)
    marks = ["---:" if place in right else "---" for place in range(len(heads))]
    return ["", *(f"| {' | '.join(cells)} |" for cells in (heads, marks, *rows)), ""]


def within(blocks: Sequence[Sequence[str]], cut: str, most: int = MOST) -> str:
    """Put blocks of lines together as long as they fit; `cut` says that there is more, where there is."""
    lines: list[str] = []
    used, room = 0, most - len(cut) - 4
    for block in blocks:
        size = sum(len(line) + 1 for line in block)
        if used + size > room:
            lines += ["", cut]
            break
        lines += block
        used += size
    return "\n".join(lines).strip() + "\n"

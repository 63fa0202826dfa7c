"""Markdown as GitHub and GitLab show it: nothing that a shop wrote becomes markup, a mention, a link or a picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditor_reports.view.cleaning import plain, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST = 65_536
"""Characters that a comment on GitHub may have."""
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~$^&]")
_BLOCK = re.compile(r"^(\d*)([-+=]|(?<=\d)[.)](?=\s|$))")  # what would begin a list or a heading
_LIVE = re.compile(r"@|\w:(?=//)|\bwww(?=\.)|#(?=\w)|\bGH(?=-)", re.IGNORECASE)
_JOINER = "\u2060"  # has no width; an entity would not do, since mentions and links are looked for after entities are read


def escaped(text: str, longest: int = 300) -> str:
    """Return a text on one line in which nothing is markup, and nothing becomes a link or a mention of its own accord."""
    line = shortened(plain(text), longest)
    inert = _LIVE.sub(lambda found: f"{found[0]}{_JOINER}", line)
    return _BLOCK.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", inert))


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
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"

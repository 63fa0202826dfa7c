"""Keeps a comment within what GitHub takes: sections are cut at whole blocks, and say how much is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor_reports.view.voice import tell_several

if TYPE_CHECKING:
    from collections.abc import Sequence

LIMIT = 65_536
_MOST = 9_999  # for the room that the line on what is left out may take
_BETWEEN = "\n\n"


@dataclass(frozen=True)
class Section:
    """Blocks that belong together, between what opens and closes them; `most` of them are shown even where there is room."""

    opening: str
    blocks: Sequence[str] = ()
    closing: str = ""
    between: str = _BETWEEN
    most: int | None = None

    def cut(self, room: int) -> str:
        """Return as much of the section as fits; opening, closing and the line on what is left out always do."""
        shown = []
        room -= self.least
        for block in self.blocks[: self.most]:
            room -= size(block) + len(_BETWEEN)
            if room < 0:
                break
            shown.append(block)
        left_out = _left_out(len(self.blocks) - len(shown))
        if self.between == _BETWEEN:
            return _joined(self.opening, *shown, left_out, self.closing)
        listed = self.between.join(filter(None, (self.opening, *shown)))  # a table's head stands right above its rows
        return _joined(listed, left_out, self.closing)

    @property
    def least(self) -> int:
        """The room it takes without any block, with what stands between it and the next section."""
        return size(_joined(self.opening, _left_out(_MOST) if self.blocks else "", self.closing)) + len(_BETWEEN)


def fitted(sections: Sequence[Section], limit: int = LIMIT) -> str:
    """Return the sections below each other; what comes first is kept longest."""
    room = limit - sum(section.least for section in sections)
    parts = []
    for section in sections:
        part = section.cut(room + section.least)
        room -= max(0, size(part) + len(_BETWEEN) - section.least)
        parts.append(part)
    return f"{_joined(*parts)}\n"


def size(text: str) -> int:
    """Return how long a text is; rare characters count twice, as they do where GitHub counts in the browser."""
    return len(text) + sum(character > "\uffff" for character in text)


def _left_out(count: int) -> str:
    if not count:
        return ""
    told = tell_several(count, "{n:,} more is left out here; the report has it.", "{n:,} more are left out here; the report has them.")
    return f"<sub>{told}</sub>"


def _joined(*parts: str) -> str:
    return _BETWEEN.join(filter(None, parts))

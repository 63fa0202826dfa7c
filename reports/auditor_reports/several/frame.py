"""What stands around the parts of such a document: title, facts at the top, contents, foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor_reports.view.cleaning import plain
from auditor_reports.view.figures import clock, day
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.api import Brand


@dataclass(frozen=True)
class Entry:
    """A line of the contents."""

    anchor: str
    title: str
    count: int | None = None


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The frame; pages of each kind add their parts. `links` are the facts at the top that are addresses."""

    title: str
    kicker: str
    heading: str
    facts: Sequence[tuple[str, str]]
    contents: Sequence[Entry]
    tool: str
    foot: str
    brand: Brand

    @property
    def host(self) -> str:
        """Whose logo the client's is."""
        return self.heading


def moment(started_at: str) -> str:
    """Return when an audit began: the day, and the time where it is known."""
    return ", ".join(filter(None, (plain(day(started_at)), clock(started_at))))


def named(brand: Brand, text: str) -> str:
    """Return a text that names the tool, "" for a brand that does not."""
    return "" if brand.hide_tool else text


def tool_row(brand: Brand, tool: str) -> list[tuple[str, str]]:
    """Return the fact at the top that names the tool, if the brand does."""
    return [] if brand.hide_tool else [(tell("Tool"), tool)]

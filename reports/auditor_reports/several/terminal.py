"""Parts of what a terminal shows of several audits."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text


def titled(title: str, *parts: RenderableType) -> RenderableType:
    """Return a part under its title, with an empty line before it."""
    return Group(Text(), Text(title, style="bold"), *(Padding(part, (0, 0, 0, 2)) for part in parts))

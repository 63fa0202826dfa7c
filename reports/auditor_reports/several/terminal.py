"""Prints on the terminal at hand."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor_reports.terminal.screen import Screen


def printed(parts: Iterable[RenderableType], screen: Screen) -> str:
    """Return the parts as text for a screen."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=screen.width,
        force_terminal=screen.colour,
        color_system="standard" if screen.colour else None,
        no_color=not screen.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in parts:
        console.print(part)
    return screen.shown("".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines()))


def titled(title: str, *parts: RenderableType) -> RenderableType:
    """Return a part under its title, with an empty line before it."""
    return Group(Text(), Text(title, style="bold"), *(Padding(part, (0, 0, 0, 2)) for part in parts))

"""Prints on the terminal at hand."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console, RenderableType

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

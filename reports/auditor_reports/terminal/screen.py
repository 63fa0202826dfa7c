"""What the terminal can show: how wide it is, colours or none, which symbols."""

from __future__ import annotations

import os
import re
import shutil
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_NARROWEST, _WIDEST = 60, 110
_SYMBOLS = {"reached": "✓", "stopped": "✗", "not_tried": "–", "passed": "✓", "failed": "✗", "undecided": "?"}
_PLAIN_SYMBOLS = {
    "reached": "ok",
    "stopped": "X",
    "not_tried": "-",
    "passed": "ok",
    "failed": "X",
    "undecided": "?",
}
# What pipelines take for a command when it stands in their log: at the start of a line on GitHub, anywhere there and on Azure.
_COMMAND = re.compile(r"^(?P<indent>[^\S\n]*)(?=::)|(?<=##)(?=\w*\[)", re.MULTILINE)
_PLAIN = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "’": "'",
        "‘": "'",
        "–": "-",
        "—": "-",
        "…": "...",
        "≤": "<=",
        "≥": ">=",
        "×": "x",
        "·": "-",
        "\u00a0": " ",
    }
)


@dataclass(frozen=True)
class Screen:
    """A terminal, or what stands in its place when the output goes into a pipe or a file."""

    width: int = 80
    colour: bool = False
    encoding: str = "utf-8"
    symbols: Mapping[str, str] = field(default_factory=lambda: _SYMBOLS)

    def shown(self, text: str) -> str:
        """Return a text with what this terminal cannot write put into plain characters, and with no command for a pipeline in it."""
        text = _COMMAND.sub("\\g<0>\u200b", text.replace("\u00a0", " "))
        if self.encoding == "utf-8":
            return text
        return text.translate(_PLAIN).encode(self.encoding, "replace").decode(self.encoding)


def screen_at_hand() -> Screen:
    """Look at stdout and the environment: NO_COLOR beats FORCE_COLOR, a dumb terminal has no colours."""
    stdout = sys.stdout
    terminal = stdout is not None and stdout.isatty()
    columns = shutil.get_terminal_size((80, 24)).columns
    encoding = (getattr(stdout, "encoding", "") or "utf-8").lower().replace("_", "-")
    encoding = "utf-8" if encoding in {"utf-8", "utf8"} else encoding
    dumb = os.environ.get("TERM") == "dumb"
    plain = dumb or encoding != "utf-8"
    return Screen(
        width=min(max(columns, _NARROWEST), _WIDEST),
        colour=_colour(terminal=terminal, dumb=dumb),
        encoding="ascii" if dumb else encoding,
        symbols=_PLAIN_SYMBOLS if plain else _SYMBOLS,
    )


def _colour(*, terminal: bool, dumb: bool) -> bool:
    if dumb or os.environ.get("NO_COLOR"):
        return False
    return terminal or bool(os.environ.get("FORCE_COLOR"))

"""Where the report files are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Group, RenderableType
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping


def files_of(run: Path, config: Mapping[str, Any]) -> RenderableType:
    """Name the files of a run that exist, else its folder; paths are never cut, so they can be copied."""
    found = sorted(path for path in (run / "result.json", *run.glob("report.*")) if path.is_file() and path.suffix != ".part")
    asked = [Path(str(wanted).partition("=")[2]) for wanted in config.get("formats", []) if "=" in str(wanted)]
    paths = list(dict.fromkeys([*found, *(path for path in asked if path.is_file())]))
    if not paths:
        return Group(Text(), Text(f"Run folder: {run}", overflow="fold"))
    return Group(Text(), *(Text(f"{_kind(path):<8}{path}", overflow="fold") for path in paths))


def _kind(path: Path) -> str:
    return "Result" if path.name == "result.json" else "Report"

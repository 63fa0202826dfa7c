"""Where the report files are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len, set_cell_size
from rich.console import Group, RenderableType
from rich.text import Text

from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from collections.abc import Mapping


def files_of(run: Path, config: Mapping[str, Any]) -> RenderableType:
    """Name the files of a run that exist, else its folder; paths are never cut, so they can be copied."""
    found = sorted(path for path in (run / "result.json", *run.glob("report.*")) if path.is_file() and path.suffix != ".part")
    asked = [Path(str(wanted).partition("=")[2]) for wanted in config.get("formats", []) if "=" in str(wanted)]
    paths = list(dict.fromkeys([*found, *(path for path in asked if path.is_file())]))
    if not paths:
        return Group(Text(), Text(tell("Run folder: {folder}", folder=str(run)), overflow="fold"))
    result, report = tell("Result"), tell("Report")
    width = max(cell_len(result), cell_len(report)) + 2
    kinds = ((result if path.name == "result.json" else report, path) for path in paths)
    return Group(Text(), *(Text(f"{set_cell_size(kind, width)}{path}", overflow="fold") for kind, path in kinds))

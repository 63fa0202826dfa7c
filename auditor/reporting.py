"""What a report renderer is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from auditor.model.check import Check
from auditor.result.model import Result


@dataclass(frozen=True)
class ReportInput:
    """What a renderer gets: the result, the run folder it belongs to, and the checks' explanations."""

    result: Result
    run: Path
    checks: dict[str, Check]
    options: dict[str, Any]


@runtime_checkable
class Renderer(Protocol):
    """Turns a result into one document. `suffix` is the file's ending ("" for one that is only printed)."""

    name: str
    suffix: str

    def render(self, report: ReportInput) -> str:
        """Return the whole document as text; raises `ReportError` when it cannot be made."""
        ...

"""What a report renderer is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol, runtime_checkable

from auditor.brand.brand import Brand, Paper
from auditor.config.settings_file import SettingsFile
from auditor.model.check import Check
from auditor.result.model import Result
from auditor.result.translating import explained, translated
from auditor.words.voice import Voice

Document = str | bytes
"""A report: text, which is stored as UTF-8, or the bytes of a file such as a PDF."""


@dataclass(frozen=True)
class ReportInput:
    """What a renderer gets: the result, the run folder it belongs to, the checks' explanations, and the language to speak.

    Result and checks are in English; `spoken()` are those in the language of the report. `earlier` is the result of the run
    before, where there is one whose scores may be compared; `brand` is whose report it is, `paper` what a format with pages is
    laid out for; `settings_file` is where a code review shows findings.
    """

    result: Result
    run: Path
    checks: dict[str, Check]
    voice: Voice
    earlier: Result | None = None
    brand: Brand = field(default_factory=Brand)
    paper: Paper = "A4"
    settings_file: SettingsFile = field(default_factory=SettingsFile)

    def spoken(self) -> ReportInput:
        """Return the same with what the tool itself says in the voice's language."""
        checks = {name: explained(check, self.voice) for name, check in self.checks.items()}
        return replace(self, result=translated(self.result, self.voice), checks=checks)


@runtime_checkable
class Renderer(Protocol):
    """Turns a result into one document. `suffix` is the file's ending ("" for one that is only shown in the terminal)."""

    name: str
    suffix: str

    def render(self, report: ReportInput) -> Document:
        """Return the whole document; raises `ReportError` when it cannot be made."""
        ...

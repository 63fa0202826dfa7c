"""What a renderer of histories is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Protocol, runtime_checkable

from auditor.brand.brand import Brand, Paper
from auditor.history.model import History
from auditor.model.check import Check
from auditor.result.translating import explained
from auditor.words.voice import Voice


@dataclass(frozen=True)
class HistoryInput:
    """What a renderer gets: the runs, the checks' explanations, and the language to speak.

    Checks are in English; `spoken()` are those in the language of the document.
    """

    history: History
    checks: dict[str, Check]
    voice: Voice
    brand: Brand = field(default_factory=Brand)
    paper: Paper = "A4"

    def spoken(self) -> HistoryInput:
        """Return the same with what the tool itself says in the voice's language."""
        return replace(self, checks={name: explained(check, self.voice) for name, check in self.checks.items()})


@runtime_checkable
class HistoryRenderer(Protocol):
    """Turns a history into one document. `suffix` is the file's ending ("" for one that is only printed)."""

    name: str
    suffix: str

    def render(self, report: HistoryInput) -> str | bytes:
        """Return the whole document; raises `ReportError` when it cannot be made."""
        ...

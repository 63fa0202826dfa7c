"""Renders a history as JSON, for programs: in English whatever language the documents have."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.api import HistoryInput, HistoryRenderer


class JsonRenderer:
    """Writes history.json; its schema is `auditor schema history`."""

    name = "json"
    suffix = ".json"

    def render(self, report: HistoryInput) -> str:
        """Return the history as it is."""
        return f"{report.history.model_dump_json(indent=1)}\n"


renderer: HistoryRenderer = JsonRenderer()

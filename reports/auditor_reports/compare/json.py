"""Renders a comparison as JSON, for programs: in English whatever language the documents have."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.api import ComparisonInput, ComparisonRenderer


class JsonRenderer:
    """Writes comparison.json; its schema is `auditor schema comparison`."""

    name = "json"
    suffix = ".json"

    def render(self, report: ComparisonInput) -> str:
        """Return the comparison as it is."""
        return f"{report.comparison.model_dump_json(indent=1)}\n"


renderer: ComparisonRenderer = JsonRenderer()

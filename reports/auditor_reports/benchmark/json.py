"""Renders a benchmark as JSON, for programs: in English whatever language the documents have."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.api import BenchmarkInput, BenchmarkRenderer


class JsonRenderer:
    """Writes benchmark.json; its schema is `auditor schema benchmark`."""

    name = "json"
    suffix = ".json"

    def render(self, report: BenchmarkInput) -> str:
        """Return the benchmark as it is."""
        return f"{report.benchmark.model_dump_json(indent=1)}\n"


renderer: BenchmarkRenderer = JsonRenderer()

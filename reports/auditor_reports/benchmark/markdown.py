"""Renders a benchmark as Markdown for a comment or a ticket: at most 65,536 characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.api import BenchmarkInput, BenchmarkRenderer


class MarkdownRenderer:
    """Writes what fits into a comment, what matters most first."""

    name = "markdown"
    suffix = ".md"

    def render(self, report: BenchmarkInput) -> str:
        """Return the document; nothing in it that a shop wrote is markup."""
        from auditor_reports.benchmark.text import text
        from auditor_reports.view.voice import speaking

        with speaking(report.voice):
            return text(report.spoken())


renderer: BenchmarkRenderer = MarkdownRenderer()

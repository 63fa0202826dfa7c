"""Renders a benchmark as one HTML file that loads nothing from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.api import BenchmarkInput, BenchmarkRenderer


class HtmlRenderer:
    """Writes the document for people."""

    name = "html"
    suffix = ".html"

    def render(self, report: BenchmarkInput) -> str:
        """Return the whole document; the same input gives the same bytes."""
        from auditor_reports.benchmark.page import page_of
        from auditor_reports.several.document import document
        from auditor_reports.view.voice import speaking

        with speaking(report.voice):
            return document("auditor_reports.benchmark", "benchmark.html.j2", page_of(report.spoken()), ["benchmark"], report.paper)


renderer: BenchmarkRenderer = HtmlRenderer()

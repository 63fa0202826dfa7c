"""Renders a benchmark as a PDF: the page of its HTML document, printed by a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.api import BenchmarkInput


class PdfRenderer:
    """Writes the document for people who print it or put it into a file."""

    name = "pdf"
    suffix = ".pdf"

    def render(self, report: BenchmarkInput) -> bytes:
        """Return the file; raises `BrowserError` where there is no browser to print with."""
        from auditor_reports.benchmark.page import page_of
        from auditor_reports.several.document import document
        from auditor_reports.several.paper import printed
        from auditor_reports.view.voice import speaking

        with speaking(report.voice):
            page = page_of(report.spoken())
            html = document("auditor_reports.benchmark", "benchmark.html.j2", page, ["benchmark"], report.paper, on_paper=True)
        return printed(html, page, report.paper)


renderer = PdfRenderer()

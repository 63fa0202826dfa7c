"""Renders a result as a PDF: the page of the html report, printed by a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.api import ReportInput


class PdfRenderer:
    """Writes the report for people who print it or put it into a file: tagged, with an outline and numbered pages."""

    name = "pdf"
    suffix = ".pdf"

    def render(self, report: ReportInput) -> bytes:
        """Return the file; raises `BrowserError` where there is no browser to print with."""
        from auditor.api import print_pdf
        from auditor_reports.html.environment import document
        from auditor_reports.html.page import page_of
        from auditor_reports.pdf.footer import footer_line
        from auditor_reports.pdf.paper import on_paper
        from auditor_reports.view.voice import speaking

        with speaking(report.voice):
            page = page_of(report.spoken(), on_paper=True)
            html = on_paper(document(page, on_paper=True))
            footer = footer_line(page)
        return print_pdf(html, paper=report.paper, footer=footer)


renderer = PdfRenderer()

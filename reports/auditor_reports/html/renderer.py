"""Renders a result as one HTML file that loads nothing from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.api import ReportInput


class HtmlRenderer:
    """Writes the report for people: verdict, journey with pictures, findings in order, method."""

    name = "html"
    suffix = ".html"

    def render(self, report: ReportInput) -> str:
        """Return the whole document; the same input gives the same bytes."""
        from auditor_reports.html.environment import document
        from auditor_reports.html.page import page_of
        from auditor_reports.view.cleaning import cleaned
        from auditor_reports.view.voice import speaking

        with speaking(report.voice):
            return document(page_of(report.spoken()), cleaned(report.result))


renderer = HtmlRenderer()

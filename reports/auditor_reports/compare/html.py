"""Renders a comparison as one HTML file that loads nothing from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.api import ComparisonInput, ComparisonRenderer


class HtmlRenderer:
    """Writes the document for people."""

    name = "html"
    suffix = ".html"

    def render(self, report: ComparisonInput) -> str:
        """Return the whole document; the same input gives the same bytes."""
        from auditor_reports.compare.page import page_of
        from auditor_reports.several.document import document
        from auditor_reports.view.voice import speaking

        with speaking(report.voice):
            return document("auditor_reports.compare", "comparison.html.j2", page_of(report.spoken()), ["comparison"], report.paper)


renderer: ComparisonRenderer = HtmlRenderer()

"""Renders a history as one HTML file that loads nothing from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.api import HistoryInput, HistoryRenderer


class HtmlRenderer:
    """Writes the page of trends."""

    name = "html"
    suffix = ".html"

    def render(self, report: HistoryInput) -> str:
        """Return the whole document; the same input gives the same bytes."""
        from auditor_reports.history.page import page_of
        from auditor_reports.several.document import document
        from auditor_reports.view.voice import speaking

        with speaking(report.voice):
            return document("auditor_reports.history", "history.html.j2", page_of(report.spoken()), ["history"], report.paper)


renderer: HistoryRenderer = HtmlRenderer()

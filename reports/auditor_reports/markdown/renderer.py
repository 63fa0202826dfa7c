"""Renders a result as Markdown that is short enough for a comment on a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.api import ReportInput


class MarkdownRenderer:
    """Writes GitHub-flavoured Markdown; `<!-- auditor -->` on top tells a pipeline which comment to renew."""

    name = "markdown"
    suffix = ".md"

    def render(self, report: ReportInput) -> str:
        """Return the comment, never longer than GitHub takes; the same input gives the same bytes."""
        from auditor_reports.markdown.comment import comment
        from auditor_reports.view.voice import speaking

        with speaking(report.voice):
            return comment(report.spoken())


renderer = MarkdownRenderer()

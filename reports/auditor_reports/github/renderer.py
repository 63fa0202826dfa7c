"""Renders a result as commands of GitHub workflows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.api import ReportInput


class GithubRenderer:
    """Prints an annotation for each of the worst problems, and one that counts the rest."""

    name = "github"
    suffix = ""

    def render(self, report: ReportInput) -> str:
        """Return the commands, one a line."""
        from auditor_reports.github.annotations import annotated
        from auditor_reports.view.voice import speaking

        with speaking(report.voice):
            return annotated(report.spoken())


renderer = GithubRenderer()

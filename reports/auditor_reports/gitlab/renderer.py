"""Renders a result as a Code Quality report of GitLab."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.api import ReportInput


class GitlabRenderer:
    """Writes the list of problems that `artifacts:reports:codequality` takes."""

    name = "gitlab"
    suffix = ".gitlab.json"

    def render(self, report: ReportInput) -> str:
        """Return the list; the same problem has the same fingerprint in every run and language."""
        from auditor_reports.gitlab.issues import issues
        from auditor_reports.view.voice import speaking

        with speaking(report.voice):
            return issues(report.spoken())


renderer = GitlabRenderer()

"""Renders a result as SARIF."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.api import ReportInput


class SarifRenderer:
    """Writes SARIF 2.1.0 within the limits of GitHub code scanning."""

    name = "sarif"
    suffix = ".sarif"

    def render(self, report: ReportInput) -> str:
        """Return the log; the same problem has the same fingerprint in every run and language."""
        from auditor_reports.sarif.log import log
        from auditor_reports.view.voice import speaking

        with speaking(report.voice):
            return log(report.spoken())


renderer = SarifRenderer()

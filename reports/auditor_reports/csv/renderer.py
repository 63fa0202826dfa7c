"""Renders a result as a table with a row per finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.api import ReportInput


class CsvRenderer:
    """Writes comma-separated values by RFC 4180, in UTF-8 with the mark that spreadsheets know it by."""

    name = "csv"
    suffix = ".csv"

    def render(self, report: ReportInput) -> str:
        """Return the table; names and ids are the same in every language, texts are in that of the report."""
        from auditor_reports.csv.table import table
        from auditor_reports.view.voice import speaking

        with speaking(report.voice):
            return table(report.spoken())


renderer = CsvRenderer()

"""Renders a result as JUnit XML."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.api import ReportInput


class JunitRenderer:
    """Writes the XML that Jenkins, GitLab, Azure and others read: a suite per device and one for the gate."""

    name = "junit"
    suffix = ".junit.xml"

    def render(self, report: ReportInput) -> bytes:
        """Return the document; ids are the same in every language, texts are in that of the report."""
        from auditor_reports.junit.suites import suites_of
        from auditor_reports.junit.xml import document
        from auditor_reports.view.cleaning import cleaned
        from auditor_reports.view.voice import speaking

        with speaking(report.voice):
            spoken = report.spoken()
            result = cleaned(spoken.result)
            return document(result, suites_of(result, spoken.checks))


renderer = JunitRenderer()

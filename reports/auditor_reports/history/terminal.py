"""Renders a history as a table and lines on stdout."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.api import HistoryInput, HistoryRenderer


class TerminalRenderer:
    """Prints what a person at a terminal wants to know first."""

    name = "terminal"
    suffix = ""

    def render(self, report: HistoryInput) -> str:
        """Return the history for the terminal at hand; colour codes only where it shows colours."""
        from auditor_reports.history.summary import summary
        from auditor_reports.terminal.screen import screen_at_hand
        from auditor_reports.view.voice import speaking

        with speaking(report.voice):
            return summary(report.spoken(), screen_at_hand())


renderer: HistoryRenderer = TerminalRenderer()

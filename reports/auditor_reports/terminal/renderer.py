"""The summary in the terminal."""

from auditor.api import Renderer, ReportInput


class TerminalRenderer:
    """Prints the summary."""

    name = "terminal"
    suffix = ""

    def render(self, report: ReportInput) -> str:
        """Return the summary as text."""
        return f"score {report.result.score.total}\n"


renderer: Renderer = TerminalRenderer()

"""The summary in the html."""

from auditor.api import Renderer, ReportInput


class HtmlRenderer:
    """Prints the summary."""

    name = "html"
    suffix = ".html"

    def render(self, report: ReportInput) -> str:
        """Return the summary as text."""
        return f"score {report.result.score.total}\n"


renderer: Renderer = HtmlRenderer()

"""result.json, by the published contract."""

from auditor.api import ReportInput


class JsonRenderer:
    """Writes the result as JSON; its schema is `auditor schema result`."""

    name = "json"
    suffix = ".json"

    def render(self, report: ReportInput) -> str:
        """Return the result with one line per value."""
        return f"{report.result.model_dump_json(indent=1)}\n"


renderer = JsonRenderer()

"""Puts a report on the page that GitHub shows for a run of a workflow."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

VARIABLE = "GITHUB_STEP_SUMMARY"
LARGEST = 1024 * 1024
"""Bytes that GitHub takes for one step; it shows nothing of a larger summary."""


def add_to_step_summary(report: Path, environ: Mapping[str, str]) -> str:
    """Append a Markdown report to the summary of the step, where there is one; returns a sentence on why it could not, else ""."""
    name = environ.get(VARIABLE)
    if not name:
        return ""
    summary = Path(name)
    try:
        document = report.read_bytes()
        if (summary.stat().st_size if summary.exists() else 0) + len(document) > LARGEST:
            return f"The summary of the step has no room for {report}."
        with summary.open("ab") as file:
            file.write(document)
    except OSError as error:
        return f"The summary of the step cannot be written: {error.strerror}."
    return ""

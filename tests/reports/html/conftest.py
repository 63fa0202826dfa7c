"""The report as a reader's browser gets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from auditor_reports.html.renderer import renderer
from bs4 import BeautifulSoup

from auditor.api import Check, Result
from tests.reports.results import report


class Written:
    """A report: its source and the parsed document."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.document = BeautifulSoup(source, "html.parser")

    def text(self, selector: str = "body") -> str:
        """The words of the first element a selector finds."""
        found = self.document.select_one(selector)
        assert found is not None, selector
        return " ".join(found.get_text(" ").split())


@pytest.fixture
def write(tmp_path: Path) -> object:
    """Render a result: `write(result, check, ...)`; the run folder is `tmp_path`."""

    def rendered(result: Result, *checks: Check) -> Written:
        return Written(renderer.render(report(result, tmp_path, *checks)))

    return rendered

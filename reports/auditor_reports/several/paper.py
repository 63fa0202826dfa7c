"""Documents of several audits on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor_reports.pdf.paper import on_paper

if TYPE_CHECKING:
    from auditor.api import Paper
    from auditor_reports.several.frame import Frame


def printed(html: str, page: Frame, paper: Paper) -> bytes:
    """Return a document of several audits as a PDF; raises `BrowserError` where there is no browser to print with."""
    from auditor.api import print_pdf

    return print_pdf(on_paper(html), paper=paper, footer=page.title)

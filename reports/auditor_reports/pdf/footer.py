"""The line at the foot of each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor_reports.view.cleaning import shortened
from auditor_reports.view.figures import day

if TYPE_CHECKING:
    from auditor_reports.html.page import Page


def footer_line(page: Page) -> str:
    """Return whose report it is, of which shop and when; the brand's own line, where there is one, in place of its name."""
    parts = (page.brand.footer or page.brand.name, shortened(page.host, 60), day(page.result.started_at))
    return " · ".join(part for part in parts if part)

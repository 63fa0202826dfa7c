"""page.html: the document as it stands, scripts' work included."""

from __future__ import annotations

from typing import Any

from auditor.record.sight import Sight


async def collect_html(sight: Sight) -> Any:
    """Serialise the main document."""
    return await sight.tab.page.content()

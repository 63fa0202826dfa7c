"""headers.json: status and headers of the main document, and how it was secured."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error

from auditor.record.sight import Sight


async def collect_headers(sight: Sight) -> Any:
    """Read the headers as they came over the wire; None after a soft navigation."""
    document = sight.document
    if document is None or document.response is None:
        return None
    response = document.response
    try:
        headers = await response.all_headers()
        security = await response.security_details()
    except Error:
        headers, security = response.headers, None
    return {"url": response.url, "status": response.status, "headers": headers, "tls": dict(security) if security else None}

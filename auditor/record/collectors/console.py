"""console.json: errors and warnings on the console and uncaught exceptions since the page before."""

from __future__ import annotations

from typing import Any

from auditor.record.sight import Sight

_MOST = 200


async def collect_console(sight: Sight) -> Any:
    """List the messages in the order they came."""
    return list(sight.messages)[:_MOST]

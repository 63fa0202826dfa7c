"""What Lighthouse measured, a line per device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from auditor_reports.view.cleaning import shortened
from auditor_reports.view.lighthouse import lighthouse_line, why_unmeasured
from auditor_reports.view.names import device_title
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.api import Result


def lighthouse(result: Result) -> RenderableType:
    """Return the points for speed per page, and why there are none; nothing where Lighthouse was not asked for."""
    if not result.lighthouse:
        return Group()
    devices = dict.fromkeys(page.device for page in result.lighthouse)
    title = Text(tell("Lighthouse, points for speed"), style="bold")
    return Group(Text(), title, *(Padding(line, (0, 0, 0, 2)) for device in devices for line in _lines(result, device)))


def _lines(result: Result, device: str) -> Iterator[Text]:
    line = lighthouse_line(result.lighthouse, device)
    if line:
        yield Text(f"{shortened(device_title(device), 40)}: {line}")
    for reason in why_unmeasured(result.lighthouse, device):
        yield Text(f"{shortened(device_title(device), 40)}: {tell('Not measurable: {reason}', reason=shortened(reason, 300))}")

"""Collectors: each takes one artifact of the page that is open. They run after the page has settled, in this order.

A collector is a function `async (Sight) -> Any`, JSON for `.json`, text for `.html`, bytes for pictures; None leaves the
artifact out, a task is awaited while others work. To add one, write a module beside these and name it in `COLLECTORS`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from auditor.record.collectors.axe import collect_axe
from auditor.record.collectors.console import collect_console
from auditor.record.collectors.cookies import collect_cookies
from auditor.record.collectors.headers import collect_headers
from auditor.record.collectors.html import collect_html
from auditor.record.collectors.network import collect_network
from auditor.record.collectors.screenshots import collect_full_page, collect_screenshot
from auditor.record.collectors.timings import collect_timings
from auditor.record.collectors.typed import collect_typed
from auditor.record.sight import Sight

Collector = Callable[[Sight], Awaitable[Any]]

# What was measured while loading comes first, what disturbs the page comes last.
COLLECTORS: Mapping[str, tuple[str, Collector]] = {
    "timings": ("timings.json", collect_timings),
    "network": ("network.json", collect_network),
    "typed": ("typed.json", collect_typed),
    "headers": ("headers.json", collect_headers),
    "console": ("console.json", collect_console),
    "cookies": ("cookies.json", collect_cookies),
    "html": ("page.html", collect_html),
    "screenshot": ("screenshot.webp", collect_screenshot),
    "full": ("full.webp", collect_full_page),
    "axe": ("axe.json", collect_axe),
}

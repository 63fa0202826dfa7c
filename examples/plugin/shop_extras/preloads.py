"""preloads.json: the files a page asks the browser to fetch in advance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditor.api import Collector

if TYPE_CHECKING:
    from auditor.api import Sight

_READ = """() => Array.from(document.querySelectorAll('link[rel~="preload"]'), (link) => link.href)"""


async def collect_preloads(sight: Sight) -> Any:
    """List the addresses in the order of the document; the page is left as it is."""
    return await sight.tab.page.evaluate(_READ)


preloads = Collector("preloads", "preloads.json", collect_preloads)

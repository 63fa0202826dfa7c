"""Loads pages again, cold, for timings that can be trusted: the median of N and how far the runs lie apart."""

from __future__ import annotations

import json
import statistics
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Browser, Error

from auditor.browser.launch import Visitor, open_context
from auditor.browser.tab import Tab
from auditor.browser.throttle import throttle
from auditor.model.device import Device
from auditor.noise.median import quartile_range
from auditor.record.collectors.timings import read_vitals, vitals_script

_LOAD = "load_ms"


@dataclass(frozen=True, slots=True)
class Load:
    """What one cold load measured; `complete` as in `Timings`."""

    values: Mapping[str, float]
    complete: bool = True


@dataclass
class _Page:
    """A page that is loaded again: its file, and what its loads measured.

    The journey's own load does not count among them: it found in the cache what the pages before had left there.
    """

    file: Path
    url: str
    data: dict[str, Any]
    values: dict[str, list[float]] = field(default_factory=dict)
    complete: bool = True
    lost: int = 0

    def add(self, load: Load | None) -> None:
        """Take what a load measured of what the journey measured too; None: it did not come to the page."""
        if load is None:
            self.lost += 1
            return
        self.complete = self.complete and load.complete
        for name, value in load.values.items():
            if name in self.data["vitals"] or (name == _LOAD and self.data.get(_LOAD) is not None):
                self.values.setdefault(name, []).append(value)

    def write(self) -> None:
        for name, found in self.values.items():
            middle, spread = round(statistics.median(found), 4), round(quartile_range(found), 4)
            if name == _LOAD:
                self.data |= {"load_runs": found, "load_iqr": spread}  # the journey's own stays: the shopper waited so long
            else:
                self.data["vitals"][name] |= {"value": middle, "runs": found, "iqr": spread}
        self.data |= {"complete": self.complete if self.values else self.data.get("complete", True), "lost": self.lost}
        self.file.write_text(json.dumps(self.data, separators=(",", ":")), encoding="utf-8")


async def repeat_timings(browser: Browser, device: Device, visitor: Visitor, pages: dict[Path, str], runs: int, throttling: str) -> None:
    """Load each page `runs` times, each time in a fresh context, and write the medians into its timings.

    The pages take turns (A, B, C, A, B, C): a slow minute of the machine then hits all of them alike, and none of them whole.
    A load that fails is tried once more; one that fails again is counted as lost, since what is left are the faster ones.
    What was measured until an interruption is kept.
    """
    again = [page for file, url in pages.items() if (page := _page(file, url)) is not None]
    try:
        for _ in range(runs):
            for page in again:
                load = await _load_once(browser, device, visitor, page.url, throttling)
                page.add(load or await _load_once(browser, device, visitor, page.url, throttling))
    finally:
        for page in again:
            page.write()


def _page(file: Path, url: str) -> _Page | None:
    if not file.is_file():
        return None
    data = json.loads(file.read_text(encoding="utf-8"))
    return None if data.get("soft") else _Page(file, url, data)


async def _load_once(browser: Browser, device: Device, visitor: Visitor, url: str, throttling: str) -> Load | None:
    """Load a page; None where it does not come, or another one in its place."""
    context = await open_context(browser, device, visitor, vitals_script())
    try:
        tab = Tab(await context.new_page(), device)
        await throttle(tab, throttling)
        landing = await tab.goto(url)
        if landing.error or landing.status >= 400 or _place(landing.url) != _place(url):
            return None
        read = await read_vitals(tab.page)
        load = {} if read[_LOAD] is None else {_LOAD: read[_LOAD]}
        return Load({**{name: v["value"] for name, v in read["vitals"].items()}, **load}, read["complete"])
    except Error:
        return None
    finally:
        await context.close()


def _place(url: str) -> tuple[str | None, str]:
    """Return what tells pages apart: a shop may write its session or a campaign into the rest of an address."""
    parts = urlsplit(url)
    return parts.hostname, parts.path.rstrip("/")

"""Loads pages again, cold, for timings that can be trusted: the median of N and how far the runs lie apart."""

from __future__ import annotations

import json
import statistics
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Error

from auditor.browser.launch import Visitor, open_context
from auditor.browser.tab import Tab
from auditor.browser.throttle import throttle
from auditor.model.device import Device
from auditor.noise.median import quartile_range
from auditor.record.collectors.timings import read_vitals, vitals_script

_LOAD = "load_ms"


@dataclass
class _Page:
    """A page that is loaded again: its file, and what all its loads measured."""

    file: Path
    url: str
    data: dict[str, Any]
    values: dict[str, list[float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.add({name: vital["value"] for name, vital in self.data["vitals"].items()}, known=False)
        if self.data.get(_LOAD) is not None:
            self.add({_LOAD: self.data[_LOAD]}, known=False)

    def add(self, measured: Mapping[str, float], *, known: bool = True) -> None:
        """Take what a load measured; `known`: only of what the journey measured too."""
        for name, value in measured.items():
            if not known or name in self.values:
                self.values.setdefault(name, []).append(value)

    def write(self) -> None:
        for name, found in self.values.items():
            middle, spread = round(statistics.median(found), 4), round(quartile_range(found), 4)
            if name == _LOAD:
                self.data |= {_LOAD: middle, "load_runs": found, "load_iqr": spread}
            else:
                self.data["vitals"][name] |= {"value": middle, "runs": found, "iqr": spread}
        self.file.write_text(json.dumps(self.data, separators=(",", ":")), encoding="utf-8")


async def repeat_timings(browser: Browser, device: Device, visitor: Visitor, pages: dict[Path, str], runs: int, throttling: str) -> None:
    """Load each page `runs - 1` times more, each time in a fresh context, and write the medians into its timings.

    The pages take turns (A, B, C, A, B, C): a slow minute of the machine then hits all of them alike, and none of them whole.
    What was measured until an interruption is kept.
    """
    again = [page for file, url in pages.items() if (page := _page(file, url)) is not None]
    try:
        for _ in range(runs - 1):
            for page in again:
                page.add(await _load_once(browser, device, visitor, page.url, throttling))
    finally:
        for page in again:
            page.write()


def _page(file: Path, url: str) -> _Page | None:
    if not file.is_file():
        return None
    data = json.loads(file.read_text(encoding="utf-8"))
    return None if data.get("soft") else _Page(file, url, data)


async def _load_once(browser: Browser, device: Device, visitor: Visitor, url: str, throttling: str) -> dict[str, float]:
    context = await open_context(browser, device, visitor, vitals_script())
    try:
        tab = Tab(await context.new_page(), device)
        await throttle(tab, throttling)
        landing = await tab.goto(url)
        if landing.error or landing.status >= 400:
            return {}
        read = await read_vitals(tab.page)
        load = {} if read[_LOAD] is None else {_LOAD: read[_LOAD]}
        return {**{name: v["value"] for name, v in read["vitals"].items()}, **load}
    except Error:
        return {}
    finally:
        await context.close()

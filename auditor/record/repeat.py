"""Loads pages again, cold, for timings that can be trusted: the median of N and how far the runs lie apart."""

from __future__ import annotations

import json
import statistics
from pathlib import Path

from playwright.async_api import Browser, Error

from auditor.browser.launch import Visitor, open_context
from auditor.browser.tab import Tab
from auditor.browser.throttle import throttle
from auditor.model.device import Device
from auditor.record.collectors.timings import read_vitals, vitals_script


async def repeat_timings(browser: Browser, device: Device, visitor: Visitor, pages: dict[Path, str], runs: int, throttling: str) -> None:
    """Load each page `runs - 1` times more, each time in a fresh context, and write the medians into its timings."""
    for file, url in pages.items():
        if not file.is_file():
            continue
        data = json.loads(file.read_text(encoding="utf-8"))
        if data.get("soft"):
            continue
        values: dict[str, list[float]] = {name: [v["value"]] for name, v in data["vitals"].items()}
        for _ in range(runs - 1):
            for name, value in (await _load_once(browser, device, visitor, url, throttling)).items():
                if name in values:
                    values[name].append(value)
        for name, found in values.items():
            data["vitals"][name] |= {"value": round(statistics.median(found), 4), "runs": found}
        file.write_text(json.dumps(data, separators=(",", ":")), encoding="utf-8")


async def _load_once(browser: Browser, device: Device, visitor: Visitor, url: str, throttling: str) -> dict[str, float]:
    context = await open_context(browser, device, visitor, vitals_script())
    try:
        tab = Tab(await context.new_page(), device)
        await throttle(tab, throttling)
        landing = await tab.goto(url)
        if landing.error or landing.status >= 400:
            return {}
        return {name: v["value"] for name, v in (await read_vitals(tab.page))["vitals"].items()}
    except Error:
        return {}
    finally:
        await context.close()

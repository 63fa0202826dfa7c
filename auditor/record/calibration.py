"""Times a fixed piece of work in the browser, so that a recording tells how fast its machine was. Takes a second."""

from __future__ import annotations

import asyncio
from importlib.resources import files

from playwright.async_api import Browser, Error

from auditor.plan import Plan

_MILLISECONDS = 100  # for each of the two halves
_TIMES = 5  # in all a second, as long as Lighthouse takes; the best of them is what the machine can do when it is let
_PATIENCE = 30.0


def is_timed(plan: Plan) -> bool:
    """Whether an audit times pages at all."""
    return any("timings" in artifacts for artifacts in plan.artifacts.values())


async def machine_figure(browser: Browser) -> float | None:
    """Return how fast the machine is at the moment, in units of Lighthouse's BenchmarkIndex.

    0 where the work did not come to its end, None where the browser cannot tell.
    """
    script = (files("auditor.record") / "benchmark.js").read_text(encoding="utf-8")
    try:
        async with asyncio.timeout(_PATIENCE):
            context = await browser.new_context()
            try:
                page = await context.new_page()
                return round(max([float(await page.evaluate(script, _MILLISECONDS)) for _ in range(_TIMES)]), 1)
            finally:
                await context.close()
    except TimeoutError:
        return 0.0
    except Error:
        return None

"""`lhci collect` of the pages an audit has seen, one after another: `python -m benchmarks.costs.lighthouse_pages RUN REPORT`.

Only the stages that a fresh visitor can open by their address are asked for; a checkout needs a filled cart, which Lighthouse CI
cannot bring along, so it lands elsewhere there. That is counted, as it costs the same, but never as a page that was judged.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

from auditor.audit import load_result
from auditor.external.lighthouse_package import find_lighthouse
from auditor.external.lighthouse_report import FormFactor, LighthouseRun
from auditor.result.model import JourneyResult, Result

_PATIENCE = 300.0  # seconds for a page: on a busy machine a good one takes long too
OPENED_BY_ADDRESS = ("home", "category", "search", "product", "cart", "checkout")


def pages_of(journeys: Iterable[JourneyResult]) -> Iterator[tuple[FormFactor, str, str]]:
    """Yield device, stage and address of what a fresh visitor can ask for, each address once per device."""
    for journey in journeys:
        asked: set[str] = set()
        for step in journey.steps:
            if step.stage in OPENED_BY_ADDRESS and step.outcome == "reached" and step.url not in asked:
                asked.add(step.url)
                yield cast("FormFactor", journey.device), step.stage, step.url


async def collect_pages(result: Result) -> list[dict[str, Any]]:
    """Run Lighthouse CI on every page, one at a time."""
    lighthouse = replace(find_lighthouse(), seconds=_PATIENCE)
    return [_page(stage, await lighthouse.collect(url, device)) for device, stage, url in pages_of(result.journeys)]


def _page(stage: str, run: LighthouseRun) -> dict[str, Any]:
    """What is kept of a page: paths only, because the port of the embedded shop differs every time."""
    error = "landed elsewhere" if run.landed and run.error else run.error
    return {
        "stage": stage,
        "device": run.device,
        "asked": urlsplit(run.url).path,
        "landed": urlsplit(run.landed).path,
        "scores": dict(run.scores),
        "error": error,
        "seconds": run.seconds,
        "tries": run.tries,
        "benchmark_index": run.benchmark_index,
    }


if __name__ == "__main__":
    folder, report = map(Path, sys.argv[1:])
    report.write_text(json.dumps(asyncio.run(collect_pages(load_result(folder)))), encoding="utf-8")

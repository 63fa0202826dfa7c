"""The three that are measured, on the same shop, with the same browser."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from auditor.audit import load_result
from auditor.demo.server import Running
from auditor.record.layout import MANIFEST, RECORDING
from auditor.result.model import Result
from benchmarks.costs.comparison import Subject
from benchmarks.costs.metering import Cost, measure

_SECONDS = 1800.0
Say = Callable[[str], None]


class Incomplete(Exception):
    """A subject did not do what it was measured for, so that its cost means nothing."""


def measure_all(shop: Running, chromium: Path, repeat: int, say: Say, *, lighthouse: bool) -> tuple[list[Subject], str]:
    """Measure the script and the auditor in turns, `repeat` times, then Lighthouse CI once; returns them and the browser's version.

    Raises `Incomplete` when one of them did not get through, `RuntimeError` when one of them failed.
    """
    environment = {**os.environ, "CHROME_PATH": str(chromium)}
    script: list[Cost] = []
    audits: list[Cost] = []
    with tempfile.TemporaryDirectory() as folder:
        run = Path(folder, "run")
        for number in range(1, repeat + 1):
            script.append(_bare_script(shop, chromium, environment))
            say(f"bare script, run {number} of {repeat}: {_told(script[-1])}")
            audits.append(_audit(shop, run, environment))
            say(f"auditor run, run {number} of {repeat}: {_told(audits[-1])}")
        result = load_result(run)
        subjects = [
            Subject("bare_script", "a Playwright script with wired-in selectors, both devices", script),
            Subject("auditor", "`auditor run`, all checks and probes, both devices", audits, _pages(result), _details(result)),
        ]
        if lighthouse:
            subjects.append(_lighthouse(run, Path(folder, "pages.json"), environment))
            say(f"Lighthouse CI: {_told(subjects[-1].costs[0])}")
        browser = str(json.loads((run / RECORDING / MANIFEST).read_text(encoding="utf-8"))["browser"])
    return subjects, browser


def _bare_script(shop: Running, chromium: Path, environment: Mapping[str, str]) -> Cost:
    command = [sys.executable, "-m", "benchmarks.bare_script", shop.url, str(chromium)]
    with _reaching_payment_twice(shop, "The bare script"):
        return measure(command, seconds=_SECONDS, environment=environment)


def _audit(shop: Running, run: Path, environment: Mapping[str, str]) -> Cost:
    command = [sys.executable, "-m", "auditor", "run", shop.url, "--output", str(run), "--quiet", "--exit-zero"]
    with _reaching_payment_twice(shop, "The auditor"):
        return measure(command, seconds=_SECONDS, environment=environment)


@contextmanager
def _reaching_payment_twice(shop: Running, who: str) -> Iterator[None]:
    """Hold a subject to the way it was measured for, by what the shop's server saw."""
    before = list(shop.ledger.deepest.values()).count("payment")
    yield
    reached = list(shop.ledger.deepest.values()).count("payment") - before
    if reached != 2 or shop.ledger.orders:
        raise Incomplete(f"{who} came to the payment step on {reached} devices instead of 2, with {shop.ledger.orders} orders.")


def _lighthouse(run: Path, report: Path, environment: Mapping[str, str]) -> Subject:
    cost = measure(
        [sys.executable, "-m", "benchmarks.costs.lighthouse_pages", str(run), str(report)], seconds=_SECONDS, environment=environment
    )
    pages = json.loads(report.read_text(encoding="utf-8"))
    failed = [page for page in pages if page["error"] and page["error"] != "landed elsewhere"]
    if failed or not pages:
        raise Incomplete(f"Lighthouse CI failed: {failed[0]['error'] if failed else 'there was no page to collect'}")
    judged = [page for page in pages if not page["error"]]
    what = f"`lhci collect` of the {len(pages)} addresses a fresh visitor can ask for, n=1, both devices"
    return Subject("lighthouse_ci", what, [cost], len(judged), {"pages": pages})


def _pages(result: Result) -> int:
    return sum(step.outcome == "reached" for journey in result.journeys for step in journey.steps)


def _details(result: Result) -> dict[str, Any]:
    return {
        "checks": len({verdict.check for verdict in result.verdicts}),
        "clicks": {device: effort.clicks for device, effort in result.effort.items()},
    }


def _told(cost: Cost) -> str:
    return f"{cost.wall:.1f} s, {cost.cpu:.1f} s of processor, {cost.peak_mb:.0f} MB ({cost.others:.0%} of the machine in other hands)"

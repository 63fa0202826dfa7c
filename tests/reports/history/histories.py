"""Histories with everything in them that documents have words for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from auditor.api import Check, History, HistoryInput, PastRun, RunJourney, RunMetric, SiteHistory, Voice
from auditor.result.model import Tool
from auditor.words.catalogue import voice_for
from tests.auditor.history.runs import START
from tests.auditor.specimens import check

CHECKS = [check("speed-lcp"), check("checkout-field-count")]
TOOL = Tool(name="storefront-auditor", version="0")


def run(day: int = 0, score: int | None = 80, **facts: Any) -> PastRun:
    """A run on a day after the first, as the store tells it."""
    moment = START + timedelta(days=day)
    known: dict[str, Any] = {
        "id": f"{day:032x}", "site": "https://shop.example", "host": "shop.example", "started_at": moment.isoformat(),
        "finished_at": (moment + timedelta(minutes=1)).isoformat(), "seconds": 60.0, "tool_version": "0", "scoring_version": "2",
        "profile": "balanced", "likeness": "a", "score": score, "grade": "B" if score else None, "coverage": 0.9, "gate": "passed",
        "critical": 0, "major": 3, "minor": 1, "warnings": 2, "categories": {"speed": score, "trust": 50, "own-kind": 70, "mobile": None},
        "journeys": [way(), way("mobile")],
        "metrics": [metric(2.0 + day / 10), metric(8 + day, check="checkout-field-count", stage=None, unit="fields")],
    }  # fmt: skip
    return PastRun(**{**known, **facts})


def way(device: str = "desktop", ended: str = "payment_reached", deepest: str | None = "payment") -> RunJourney:
    return RunJourney(device=device, ended=ended, deepest_stage=deepest, failure_code=None, seconds=30.0, score=80)


def metric(value: float, check: str = "speed-lcp", device: str | None = "mobile", stage: str | None = "home", unit: str = "s") -> RunMetric:
    return RunMetric(check=check, device=device, stage=stage, value=value, unit=unit)


def site(*runs: PastRun, stored: int | None = None) -> SiteHistory:
    """The runs of a site, given with the oldest first."""
    newest = runs[-1]
    return SiteHistory(site=newest.site, host=newest.host, stored=stored or len(runs), runs=list(reversed(runs)))


def eventful() -> SiteHistory:
    """Runs of two kinds, with every state of the gate and journeys that stop."""
    stopped = [way(), way("mobile", "failed", "cart"), way("Nexus 1", "blocked", None)]
    return site(
        run(0, 60, likeness="b", gate="failed", critical=2),
        run(1, 65, likeness="b", change=5, new=1, gone=3, before="0"),
        run(2, 70, gate="undecided", journeys=stopped),
        run(3, None, likeness="b", gate="failed"),
        run(4, 68, change=-2, new=4, gone=0, before="2", gate="failed", critical=1),
        run(5, 80, change=12, new=0, gone=4, before="4", label="Release 4.2", commit="abcdef1234567890"),
        run(6, 80, change=0, new=0, gone=0, before="5"),
        stored=40,
    )  # fmt: skip


HISTORIES: Mapping[str, list[SiteHistory]] = {
    "eventful": [eventful()],
    "one run": [site(run())],
    "no score": [site(run(score=None, categories={}, metrics=[], journeys=[]))],
    "better": [site(run(0, 80), run(1, 81, change=1))],
    "worse": [site(run(0, 82), run(1, 79, change=-3))],
    "alike": [site(run(0, 80), run(0, 80, id="1" * 32, change=0))],
    "two sites": [eventful(), site(run(3, 70, site="https://other.example/de", host="other.example"))],
    "one host": [site(run()), site(run(1, site="https://shop.example/de"))],
    "none": [],
}


def told(sites: list[SiteHistory], voice: Voice | None = None, *checks: Check) -> HistoryInput:
    """What a renderer gets."""
    return HistoryInput(History(tool=TOOL, sites=sites), {c.id: c for c in checks or CHECKS}, voice or voice_for("en"))

"""Medians of repeated page loads. The loads themselves are given."""

import asyncio
import json
from pathlib import Path
from typing import Any, cast

import pytest
from playwright.async_api import Browser

from auditor.browser.devices import MOBILE
from auditor.browser.launch import Visitor
from auditor.record import repeat
from auditor.record.artifacts import read_timings
from auditor.record.repeat import repeat_timings
from tests.checks.recordings import timings

URL = "https://shop.example/"


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, float]]:
    """What the next page loads give, first to last."""
    given: list[dict[str, float]] = []

    async def load_once(*_: object) -> dict[str, float]:
        return given.pop(0)

    monkeypatch.setattr(repeat, "_load_once", load_once)
    return given


def repeated(file: Path, first: dict[str, Any], runs: int) -> dict[str, Any]:
    file.write_text(json.dumps(first), encoding="utf-8")
    load_again(file, runs)
    read: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return read


def load_again(file: Path, runs: int) -> None:
    asyncio.run(repeat_timings(cast(Browser, None), MOBILE, Visitor(), {file: URL}, runs, "none"))


@pytest.mark.parametrize(
    ("first", "further", "median", "spread"),
    [
        (2500, [2300, 9000], 2500, 6700),  # one slow load does not decide
        (9000, [2300, 2500], 2500, 6700),
        (2000, [3000], 2500, 1000),
        (2000, [2100, 2300, 2200, 2150], 2150, 300),
    ],
)
def test_the_median_of_all_loads_counts(
    tmp_path: Path, loads: list[dict[str, float]], first: float, further: list[float], median: float, spread: float
) -> None:
    loads += [{"LCP": value} for value in further]
    read = read_timings(repeated(tmp_path / "timings.json", timings(first), len(further) + 1))
    assert (read.vitals["LCP"].value, read.vitals["LCP"].spread) == (median, spread)
    assert read.vitals["LCP"].runs == (first, *further)
    assert read.vitals["LCP"].element == "main>img"


def test_a_load_that_failed_is_no_run(tmp_path: Path, loads: list[dict[str, float]]) -> None:
    loads += [{}, {"LCP": 2600}]
    read = read_timings(repeated(tmp_path / "timings.json", timings(2500), 3))
    assert (read.vitals["LCP"].value, read.vitals["LCP"].runs) == (2550, (2500, 2600))


def test_a_metric_that_the_journey_did_not_have_is_not_made_up(tmp_path: Path, loads: list[dict[str, float]]) -> None:
    loads += [{"LCP": 2600, "INP": 90}]
    assert set((repeated(tmp_path / "timings.json", timings(2500), 2))["vitals"]) == {"LCP"}


def test_a_soft_navigation_has_nothing_to_repeat(tmp_path: Path, loads: list[dict[str, float]]) -> None:
    loads += [{"LCP": 1}]
    soft = timings(2500, soft=True)
    assert repeated(tmp_path / "timings.json", soft, 2) == soft
    assert len(loads) == 1


def test_a_page_without_timings_is_not_loaded(tmp_path: Path, loads: list[dict[str, float]]) -> None:
    loads += [{"LCP": 1}]
    load_again(tmp_path / "timings.json", 2)
    assert (len(loads), list(tmp_path.iterdir())) == (1, [])

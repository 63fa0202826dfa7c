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


def test_pages_take_turns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    async def load_once(*given: object) -> dict[str, float]:
        asked.append(str(given[3]))
        return {"LCP": 1000.0 * len(asked)}

    monkeypatch.setattr(repeat, "_load_once", load_once)
    pages = {tmp_path / f"{name}.json": name for name in "ab"}
    for file in pages:
        file.write_text(json.dumps(timings(500)), encoding="utf-8")
    asyncio.run(repeat_timings(cast(Browser, None), MOBILE, Visitor(), pages, 4, "none"))
    assert "".join(asked) == "ababab"
    first = read_timings(json.loads((tmp_path / "a.json").read_text(encoding="utf-8")))
    assert first.vitals["LCP"].runs == (500, 1000, 3000, 5000)


def test_what_was_measured_until_an_interruption_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = [{"LCP": 2600.0}]

    async def load_once(*_: object) -> dict[str, float]:
        if not given:
            raise asyncio.CancelledError
        return given.pop()

    monkeypatch.setattr(repeat, "_load_once", load_once)
    file = tmp_path / "timings.json"
    file.write_text(json.dumps(timings(2500)), encoding="utf-8")
    with pytest.raises(asyncio.CancelledError):
        load_again(file, 5)
    assert read_timings(json.loads(file.read_text(encoding="utf-8"))).vitals["LCP"].runs == (2500, 2600)


def test_load_times_are_repeated_too(tmp_path: Path, loads: list[dict[str, float]]) -> None:
    loads += [{"LCP": 2600, "load_ms": 900}, {"LCP": 2700, "load_ms": 700}]
    read = repeated(tmp_path / "timings.json", {**timings(2500), "load_ms": 500}, 3)
    assert (read["load_ms"], read["load_runs"], read["load_iqr"]) == (700, [500, 900, 700], 200)
    assert read["vitals"]["LCP"]["iqr"] == 100

"""Medians of repeated page loads. The loads themselves are given."""

import asyncio
import json
from pathlib import Path
from typing import Any, cast
from urllib.parse import urljoin

import pytest
from playwright.async_api import Browser

from auditor.browser.devices import MOBILE
from auditor.browser.launch import Visitor
from auditor.record import repeat
from auditor.record.artifacts import Timings, read_timings
from auditor.record.repeat import Load, repeat_timings
from tests.checks.recordings import timings

URL = "https://shop.example/"


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[Load | None]:
    """What the next page loads give, first to last."""
    given: list[Load | None] = []

    async def load_once(*_: object) -> Load | None:
        return given.pop(0)

    monkeypatch.setattr(repeat, "_load_once", load_once)
    return given


def lcp(*values: float) -> list[Load]:
    return [Load({"LCP": value}) for value in values]


def repeated(file: Path, first: dict[str, Any], runs: int) -> Timings:
    file.write_text(json.dumps(first), encoding="utf-8")
    load_again(file, runs)
    return read_timings(json.loads(file.read_text(encoding="utf-8")))


def load_again(file: Path, runs: int) -> None:
    asyncio.run(repeat_timings(cast(Browser, None), MOBILE, Visitor(), {file: URL}, runs, "none"))


@pytest.mark.parametrize(
    ("cold", "median"),
    [
        ([2500, 2300, 9000], 2500),  # one slow load does not decide
        ([2000, 3000], 2500),
        ([2000, 2100, 2300, 2200, 2150], 2150),
    ],
)
def test_the_median_of_all_loads_counts(tmp_path: Path, loads: list[Load | None], cold: list[float], median: float) -> None:
    loads += lcp(*cold)
    read = repeated(tmp_path / "timings.json", timings(2500), len(cold))
    assert (read.vitals["LCP"].value, read.vitals["LCP"].runs) == (median, tuple(cold))
    assert read.vitals["LCP"].element == "main>img"


def test_the_load_of_the_journey_does_not_count(tmp_path: Path, loads: list[Load | None]) -> None:
    """Its cache was warm: one fast load would make a slow page "unstable" for ever."""
    loads += lcp(4100, 4150, 4200)
    read = repeated(tmp_path / "timings.json", timings(1200), 3)
    assert (read.vitals["LCP"].value, min(read.vitals["LCP"].runs)) == (4150, 4100)


def test_a_load_that_failed_is_tried_once_more(tmp_path: Path, loads: list[Load | None]) -> None:
    loads += [None, *lcp(2600, 2700)]
    read = repeated(tmp_path / "timings.json", timings(2500), 2)
    assert (read.vitals["LCP"].runs, read.lost, loads) == ((2600, 2700), 0, [])


def test_a_load_that_never_came_is_counted(tmp_path: Path, loads: list[Load | None]) -> None:
    loads += [None, None, *lcp(2600)]
    read = repeated(tmp_path / "timings.json", timings(2500), 2)
    assert (read.vitals["LCP"].value, read.vitals["LCP"].runs, read.lost) == (2600, (2600,), 1)


def test_without_any_load_the_journey_has_the_only_number(tmp_path: Path, loads: list[Load | None]) -> None:
    loads += [None] * 4
    read = repeated(tmp_path / "timings.json", timings(2500), 2)
    assert (read.vitals["LCP"].value, read.vitals["LCP"].runs, read.lost) == (2500, (), 2)


def test_a_load_that_ended_before_its_pictures_leaves_the_number_open(tmp_path: Path, loads: list[Load | None]) -> None:
    loads += [*lcp(2600), Load({"LCP": 900}, complete=False)]
    assert not repeated(tmp_path / "timings.json", timings(2500), 2).complete


def test_a_metric_that_the_journey_did_not_have_is_not_made_up(tmp_path: Path, loads: list[Load | None]) -> None:
    loads += [Load({"LCP": 2600, "INP": 90})] * 2
    assert set(repeated(tmp_path / "timings.json", timings(2500), 2).vitals) == {"LCP"}


def test_a_soft_navigation_has_nothing_to_repeat(tmp_path: Path, loads: list[Load | None]) -> None:
    loads += lcp(1)
    soft = timings(2500, soft=True)
    assert repeated(tmp_path / "timings.json", soft, 2) == read_timings(soft)
    assert len(loads) == 1


def test_a_page_without_timings_is_not_loaded(tmp_path: Path, loads: list[Load | None]) -> None:
    loads += lcp(1)
    load_again(tmp_path / "timings.json", 2)
    assert (len(loads), list(tmp_path.iterdir())) == (1, [])


def test_pages_take_turns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    async def load_once(*given: object) -> Load:
        asked.append(str(given[3]))
        return Load({"LCP": 1000.0 * len(asked)})

    monkeypatch.setattr(repeat, "_load_once", load_once)
    pages = {tmp_path / f"{name}.json": name for name in "ab"}
    for file in pages:
        file.write_text(json.dumps(timings(500)), encoding="utf-8")
    asyncio.run(repeat_timings(cast(Browser, None), MOBILE, Visitor(), pages, 3, "none"))
    assert "".join(asked) == "ababab"
    first = read_timings(json.loads((tmp_path / "a.json").read_text(encoding="utf-8")))
    assert first.vitals["LCP"].runs == (1000, 3000, 5000)


def test_what_was_measured_until_an_interruption_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = lcp(2600)

    async def load_once(*_: object) -> Load:
        if not given:
            raise asyncio.CancelledError
        return given.pop()

    monkeypatch.setattr(repeat, "_load_once", load_once)
    file = tmp_path / "timings.json"
    file.write_text(json.dumps(timings(2500)), encoding="utf-8")
    with pytest.raises(asyncio.CancelledError):
        load_again(file, 5)
    assert read_timings(json.loads(file.read_text(encoding="utf-8"))).vitals["LCP"].runs == (2600,)


def test_load_times_are_repeated_too(tmp_path: Path, loads: list[Load | None]) -> None:
    loads += [Load({"LCP": 2600, "load_ms": ms}) for ms in (500, 900, 700)]
    file = tmp_path / "timings.json"
    read = repeated(file, {**timings(2500), "load_ms": 90}, 3)
    assert (read.load_ms, read.load_runs) == (90, (500, 900, 700))  # the shopper's own wait stays
    assert json.loads(file.read_text(encoding="utf-8"))["load_iqr"] == 200


@pytest.mark.parametrize(
    ("landed", "same"), [("/shop/?session=1#top", True), ("/shop", True), ("/challenge", False), ("//other.example/shop/", False)]
)
def test_another_page_in_its_place_is_no_load(landed: str, same: bool) -> None:
    url = "https://shop.example/shop/?ref=a"
    assert (repeat._place(urljoin(url, landed)) == repeat._place(url)) is same

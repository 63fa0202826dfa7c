"""The map of a journey: what each stage cost, and which problems were met there."""

from typing import Any

import pytest
from auditor_reports.view.stations import after_purchase, legs_of, problems_at
from auditor_reports.view.topics import topics_of

from auditor.api import EffortResult
from auditor.result.model import StageEffort
from tests.auditor.specimens import walked
from tests.reports.results import said, seen, step

STEPS = [
    step("home", seconds=2.0, screenshot="desktop/home/screenshot.webp"),
    step("product", seconds=1.5),
    step("checkout", seconds=1.0, url="https://shop.example/checkout", screenshot="desktop/checkout/screenshot.webp"),
    step("address", seconds=4.0, url="https://shop.example/checkout", screenshot="desktop/address/screenshot.webp"),
    step("shipping", "skipped", seconds=0.5),
]


def effort() -> EffortResult:
    counts: dict[str, Any] = dict.fromkeys(
        ("fields_considered", "characters", "choices", "page_loads", "dialogs", "back_tracks", "errors"), 9
    )
    stage = StageEffort(
        stage="address", clicks=3, fields=7, scrolls=1, wait_seconds=1.25, klm_seconds=40, klm_seconds_assisted=12.5, **counts
    )
    return EffortResult(
        clicks=9, fields=8, characters=80, page_loads=5, wait_seconds=4, klm_seconds=65, klm_seconds_assisted=30, index=92, stages=[stage]
    )


def test_the_way_is_told_before_and_during_the_purchase() -> None:
    before, during = legs_of(walked(steps=STEPS), effort(), [])
    assert (before.title, during.title) == ("Before the purchase", "The purchase")
    assert [s.stop.stage for s in (*before.stations, *during.stations)] == [
        "home", "category", "search", "product", "cart", "checkout", "address", "shipping", "payment",
    ]  # fmt: skip


def test_a_station_tells_what_it_took_and_how_much_time_had_passed() -> None:
    before, during = legs_of(walked(steps=STEPS), effort(), [])
    stations = {s.stop.stage: s for s in (*before.stations, *during.stations)}
    told = {stage: station.passed.replace("\u00a0", " ") for stage, station in stations.items() if station.passed}
    assert told == {"home": "after 2.0 s", "product": "after 3.5 s", "checkout": "after 4.5 s", "address": "after 8.5 s"}
    assert [(title, value.replace("\u00a0", " ")) for title, value in stations["address"].facts] == [
        ("Time", "4.0 s"), ("Waiting", "1.2 s"), ("Clicks", "3"), ("Fields typed", "7"),
    ]  # fmt: skip
    assert [title for title, _ in stations["home"].facts] == ["Time"]
    assert stations["category"].facts == []


@pytest.mark.parametrize(
    ("facts", "stages"),
    [
        ({"device": "desktop", "stage": "home"}, ["home"]),
        ({"device": None, "stage": "home"}, ["home"]),
        ({"device": "mobile", "stage": "home"}, []),
        ({"findings": [seen(stage="product")]}, ["product"]),
        ({"findings": [seen(stage="product", device="mobile")]}, []),
        ({"findings": [seen(stage=None, url="https://shop.example/checkout")]}, ["checkout"]),
        ({"findings": [seen(stage=None, url="https://shop.example/checkout", screenshot="desktop/address/screenshot.webp")]}, ["address"]),
        ({"findings": [seen(stage=None, url="https://elsewhere.example/")]}, []),
        ({"findings": []}, []),
    ],
)  # fmt: skip
def test_a_problem_belongs_to_the_stages_where_it_was_met(facts: dict[str, Any], stages: list[str]) -> None:
    topics = topics_of([said("trust-a", **facts)], {})
    journey = walked(steps=STEPS)
    assert [stage for stage in ("home", "product", "checkout", "address") if problems_at(topics, journey, stage)] == stages


def test_what_passes_is_no_problem_of_a_stage() -> None:
    assert problems_at(topics_of([said("trust-a", "pass", stage="home")], {}), walked(steps=STEPS), "home") == []


def test_problems_after_the_purchase_are_those_of_its_category() -> None:
    topics = topics_of([said("postpurchase-a"), said("postpurchase-b", "pass"), said("trust-a")], {})
    assert after_purchase(topics) == ["postpurchase-a"]

"""How a page loaded, as the recording tells it."""

from pathlib import Path
from typing import Any

import pytest
from auditor_reports.view.loading import PageLoading, loading_of

from auditor.api import Stage
from tests.checks.pages import Page
from tests.checks.recordings import Shop, request, vitals


def loaded(root: Path, network: list[dict[str, Any]] | None, timings: dict[str, Any] | None = None) -> PageLoading | None:
    artifacts: dict[str, Any] = {"network": network, "timings": timings}
    shop = Shop(root)
    shop.walk().page(Stage.HOME, Page("https://www.shop.example/"), **{k: v for k, v in artifacts.items() if v is not None})
    (journey,) = shop.recording().journeys
    return loading_of(journey.page(Stage.HOME))


def test_requests_are_summed_and_others_are_named(tmp_path: Path) -> None:
    network = [
        request("https://www.shop.example/", size=5000, main=True),
        request("https://cdn.shop.example/a/b.css", size=300, kind="stylesheet"),
        request("https://ads.example/x.js", size=70),
        request("https://t.ads.example/y", size=7, kind="ping"),
        request("https://zoo.example/z", kind="eventsource"),
        request("data:image/png;base64,AAAA", kind="image"),
    ]
    page = loaded(tmp_path, network)
    assert page is not None
    assert (len(page.loads), page.size, page.foreign) == (5, 5377, 3)
    assert page.third_parties == ["ads.example", "zoo.example"]
    assert [(load.name, load.kind, load.own) for load in page.loads] == [
        ("www.shop.example", "document", True), ("b.css", "stylesheet", True), ("x.js", "script", False),
        ("y", "ping", False), ("z", "other", False),
    ]  # fmt: skip
    assert (page.timed, page.started) == (False, False)


def test_paints_are_counted_from_the_document_and_what_led_to_it(tmp_path: Path) -> None:
    network = [
        request("https://shop.example/late.js") | {"started": 0.0, "milliseconds": 10.0},
        request("https://shop.example/old", kind="document") | {"started": 100.0, "milliseconds": 20.0, "status": 302},
        request("https://shop.example/", main=True) | {"started": 130.0, "milliseconds": 50.0},
    ]
    page = loaded(tmp_path, network, vitals(FCP=300, LCP=900))
    assert page is not None
    assert (page.timed, page.started) == (True, True)
    assert (page.vitals, page.marks) == ({"FCP": 300, "LCP": 900}, {"FCP": 400, "LCP": 1000})


def test_a_page_drawn_by_script_has_no_paints(tmp_path: Path) -> None:
    page = loaded(tmp_path, [request("https://shop.example/a.json", kind="fetch")], vitals(soft=True, LCP=900))
    assert page is not None
    assert (page.soft, page.vitals, page.marks) == (True, {}, {})


@pytest.mark.parametrize("network", [None, []])
def test_a_recording_without_requests_tells_nothing(tmp_path: Path, network: list[dict[str, Any]] | None) -> None:
    assert loaded(tmp_path, network) is None


def test_nonsense_in_a_recording_is_no_number(tmp_path: Path) -> None:
    odd = request("https://[broken", main=True) | {"started": -1, "milliseconds": float("nan"), "bytes": -5}
    page = loaded(tmp_path, [odd, request("https://shop.example/") | {"started": "x", "milliseconds": float("inf")}])
    assert page is not None
    assert [(load.start, load.took, load.size) for load in page.loads] == [(None, None, 0)]

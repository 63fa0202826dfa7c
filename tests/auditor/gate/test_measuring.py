from pathlib import Path

from auditor.api import Recording, Stage
from auditor.gate.measuring import Measurement, measurements_of
from auditor.result.effort import effort_of
from tests.checks.pages import Page
from tests.checks.recordings import Shop, request, timings, vitals


def measured(recording: Recording) -> dict[tuple[str, str | None], Measurement]:
    efforts = {journey.journey.device: effort_of(journey) for journey in recording.journeys}
    return {(one.metric, one.stage): one for one in measurements_of(recording, efforts)}


def test_a_page_has_its_vitals_and_its_weight(tmp_path: Path) -> None:
    shop = Shop(tmp_path)
    requests = [
        request("https://shop.example/old", size=9),
        request("https://shop.example/", size=100, main=True),
        request("https://shop.example/a.js", size=50),
    ]
    shop.walk().page(Stage.HOME, timings=vitals(LCP=1200, CLS=0.05, TTFB=80), network=requests)
    found = measured(shop.recording())
    values = {metric: one.value for (metric, stage), one in found.items() if stage == "home"}
    assert {name: values[name] for name in ("lcp_ms", "cls", "ttfb_ms", "load_ms", "page_weight_bytes", "requests")} == {
        "lcp_ms": 1200, "cls": 0.05, "ttfb_ms": 80, "load_ms": 500, "page_weight_bytes": 150, "requests": 2,
    }  # fmt: skip
    assert "inp_ms" not in values


def test_repeated_loads_are_kept_with_their_median(tmp_path: Path) -> None:
    shop = Shop(tmp_path)
    shop.walk().page(Stage.HOME, timings=timings(1200, [1100, 1200, 1900]))
    assert measured(shop.recording())["lcp_ms", "home"].runs == (1100, 1200, 1900)


def test_a_page_drawn_by_script_was_not_measured(tmp_path: Path) -> None:
    shop = Shop(tmp_path)
    shop.walk().page(Stage.HOME, timings=vitals(soft=True, LCP=1200), network=[request("https://shop.example/a.js", size=50)])
    assert {metric for metric, stage in measured(shop.recording()) if stage == "home"}.isdisjoint(
        {"lcp_ms", "load_ms", "page_weight_bytes"}
    )


def test_pictures_on_their_way_leave_a_number_open(tmp_path: Path) -> None:
    shop = Shop(tmp_path)
    shop.walk().page(Stage.HOME, timings={**vitals(LCP=1200, TTFB=80), "complete": False})
    found = measured(shop.recording())
    assert (found["lcp_ms", "home"].final, found["ttfb_ms", "home"].final) == (False, True)


def test_damaged_artifacts_are_no_numbers(tmp_path: Path) -> None:
    shop = Shop(tmp_path)
    shop.walk().page(Stage.HOME, timings=vitals(LCP=1200), network=[])
    recording = shop.recording()
    (tmp_path / "desktop" / "home" / "timings.json").write_text("{")
    (tmp_path / "desktop" / "home" / "network.json").unlink()
    assert not {metric for metric, stage in measured(recording) if stage == "home"} & {"lcp_ms", "requests"}


def test_fields_are_not_counted_where_a_page_of_the_checkout_is_gone(tmp_path: Path) -> None:
    shop = Shop(tmp_path)
    shop.walk().page(Stage.CART, Page()).page(Stage.CHECKOUT, Page())
    recording = shop.recording()
    assert {("field_count", None), ("field_count", "cart")} <= measured(recording).keys()
    (tmp_path / "desktop" / "checkout" / "observation.json").unlink()
    found = measured(shop.recording())
    assert ("field_count", None) not in found
    assert ("field_count", "checkout") not in found
    assert {("field_count", "cart"), ("clicks", None)} <= found.keys()


def test_loads_that_never_came_leave_a_number_open(tmp_path: Path) -> None:
    shop = Shop(tmp_path)
    repeated = {**timings(1200, [1100, 1200]), "load_ms": 90, "load_runs": [400, 700, 800], "lost": 1}
    shop.walk().page(Stage.HOME, timings=repeated)
    found = measured(shop.recording())
    assert (found["lcp_ms", "home"].final, found["load_ms", "home"].final, found["load_ms", "home"].value) == (False, False, 700)

from pathlib import Path

from auditor.api import Stage
from auditor.compare.loads import loads_of
from tests.checks.recordings import Shop, timings


def test_repeated_loads_are_read_from_the_recording(tmp_path: Path) -> None:
    shop = Shop(tmp_path / "recording")
    shop.walk().page(Stage.HOME, timings=timings(1200, [1000, 1200, 1500])).page(Stage.PRODUCT, timings=timings(900)).page(Stage.CART)
    shop.recording()
    assert loads_of(tmp_path) == {("speed-lcp", "desktop", "home"): (1000, 1200, 1500)}


def test_without_a_recording_there_are_none(tmp_path: Path) -> None:
    assert loads_of(tmp_path) == {}

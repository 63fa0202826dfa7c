from pathlib import Path

from auditor_reports.html import surroundings
from auditor_reports.html.surroundings import surroundings_of

from auditor.api import Stage
from auditor.browser.devices import BUILT_IN
from tests.auditor.specimens import walked
from tests.checks.recordings import Shop
from tests.reports.results import audit

RESULT = audit(journeys=[walked(), walked(device="mobile")])


def test_windows_and_banners_are_told_by_the_recording(tmp_path: Path) -> None:
    shop = Shop(tmp_path / "recording")
    shop.walk(title="Desktop", consent={"seen": True, "choice": "rejected", "button": "No\x1b[31m"}).page(Stage.HOME)
    shop.walk(mobile=True, title="Phone (Pixel 7)")
    shop.recording()
    found = surroundings_of(tmp_path, RESULT)
    assert found.windows == {"desktop": "Desktop, 1366 × 900", "mobile": "Phone (Pixel 7), 412 × 839"}
    assert found.consent == {"desktop": "The cookie banner was refused with “No”."}
    assert found.browser == "none"


def test_without_a_recording_the_devices_are_named(tmp_path: Path) -> None:
    found = surroundings_of(tmp_path, RESULT)
    assert (found.windows, found.consent, found.browser) == ({"desktop": "Desktop", "mobile": "Phone"}, {}, "")


def test_engine_and_reports_call_the_devices_the_same() -> None:
    assert {device.title: device.title for device in BUILT_IN.values()} == surroundings._TITLES

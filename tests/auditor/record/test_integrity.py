from pathlib import Path

import pytest

from auditor.api import Recording, Stage
from auditor.record.integrity import damaged_files
from tests.checks.pages import Page
from tests.checks.recordings import Shop

FILE = "desktop/home/observation.json"


@pytest.fixture
def recording(tmp_path: Path) -> Recording:
    shop = Shop(tmp_path)
    shop.walk().page(Stage.HOME, Page())
    return shop.recording()


def test_a_whole_recording_has_no_damage(recording: Recording) -> None:
    assert damaged_files(recording) == []


@pytest.mark.parametrize("content", [b"", b"\n", b"{", b'{"texts": [1, ', b"\x00\x00", b'{"texts": "\x00"}', b"[]"])
def test_a_file_that_is_empty_or_cut_off_is_damaged(recording: Recording, content: bytes) -> None:
    (recording.root / FILE).write_bytes(content)
    assert damaged_files(recording) == [FILE]


def test_a_file_that_is_gone_is_damage(recording: Recording) -> None:
    (recording.root / FILE).unlink()
    assert damaged_files(recording) == [FILE]


def test_pictures_may_be_left_out(recording: Recording) -> None:
    recording.journeys[0].recorded.pages["home"].extend(["screenshot.webp", "page.html"])
    assert damaged_files(recording) == []
    (recording.root / "desktop/home/page.html").write_bytes(b"")
    assert damaged_files(recording) == ["desktop/home/page.html"]


def test_an_artifact_that_is_not_what_it_should_be_is_damaged(recording: Recording) -> None:
    (recording.root / "desktop/home/timings.json").write_text("{}")
    recording.journeys[0].recorded.pages["home"].append("timings.json")
    assert damaged_files(recording) == ["desktop/home/timings.json"]


def test_what_lies_beside_the_pages_is_looked_at_too(recording: Recording) -> None:
    told, folder = recording.journeys[0].recorded, recording.root / "desktop"
    told.probes["newsletter"] = "recorded"
    told.probes["search"] = "The shop has no search."
    told.site_pages["terms"] = "recorded"
    (folder / "trace.jsonl").write_text('{"stage": "ho')
    assert damaged_files(recording) == ["desktop/site/terms/observation.json", "desktop/probes/newsletter.json", "desktop/trace.jsonl"]

"""Evidence of a whole journey finds the picture on which its element stands."""

import json
from pathlib import Path
from typing import Any

import pytest
from auditor_reports.html.album import Album
from auditor_reports.html.picturing import pictured

from auditor.api import FindingResult
from tests.auditor.specimens import walked
from tests.checks.pages import Page
from tests.reports.results import audit, said, seen, step

URL = "https://shop.example/checkout"
STEPS = [step(stage, url=URL, screenshot=f"desktop/{stage}/screenshot.webp") for stage in ("checkout", "address")]


@pytest.fixture
def album(tmp_path: Path) -> Album:
    for stage, box in (("checkout", (10, 20, 300, 40)), ("address", (10, 90, 300, 40))):
        page = Page(URL)
        page.field("E-mail", box=box)
        folder = tmp_path / "desktop" / stage
        folder.mkdir(parents=True)
        (folder / "observation.json").write_text(json.dumps(page.observation), encoding="utf-8")
    return Album(tmp_path)


def found(album: Album, finding: FindingResult) -> str | None:
    made = pictured(audit(journeys=[walked(steps=STEPS)], shown=[said(findings=[finding])]), album)
    return made.verdicts[0].findings[0].screenshot


@pytest.mark.parametrize(
    ("facts", "stage"),
    [
        ({"box": (10, 90, 300, 40)}, "address"),
        ({"box": (10.2, 19.9, 300, 40)}, "checkout"),
        ({"box": (10, 91, 300, 40)}, ""),
        ({"box": None}, ""),
        ({"box": (10, 90, 300, 40), "device": "mobile"}, ""),
        ({"box": (10, 90, 300, 40), "device": None}, "address"),
        ({"box": (10, 90, 300, 40), "url": "https://shop.example/other"}, ""),
        ({"box": (float("nan"), 90, 300, 40)}, ""),
    ],
)  # fmt: skip
def test_the_picture_is_that_of_the_stage_where_the_element_stood(album: Album, facts: dict[str, Any], stage: str) -> None:
    wanted = f"desktop/{stage}/screenshot.webp" if stage else None
    assert found(album, seen(stage=None, **{"url": URL, **facts})) == wanted


def test_a_picture_that_is_known_stays(album: Album) -> None:
    assert found(album, seen(url=URL, box=(10, 90, 300, 40), screenshot="x.webp")) == "x.webp"


def test_a_damaged_observation_shows_nothing(album: Album, tmp_path: Path) -> None:
    for stage in ("checkout", "address"):
        (tmp_path / "desktop" / stage / "observation.json").write_text("[]", encoding="utf-8")
    assert found(album, seen(url=URL, box=(10, 90, 300, 40))) is None

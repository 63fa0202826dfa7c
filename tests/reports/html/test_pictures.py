"""Pictures in the report: taken from the recording alone, small, each element framed where it stands."""

import base64
import io
import json
import math
from pathlib import Path

import pytest
from auditor_reports.html import album as album_module
from auditor_reports.html.album import Album, Shot
from auditor_reports.html.exhibits import Exhibit, Frame, exhibits_of
from auditor_reports.html.sheets import sheet_of
from auditor_reports.view.readings import sightings_of
from PIL import Image

from auditor.api import Box, FindingResult
from tests.checks.pages import Page
from tests.reports.results import said, seen

CART = "https://shop.example/cart"
SHOT = "desktop/cart/screenshot.webp"


@pytest.fixture
def album(tmp_path: Path) -> Album:
    return Album(tmp_path)


def recorded(
    root: Path, stage: str = "cart", *, window: tuple[int, int] = (1000, 800), full: int = 0, scale: float = 1, scroll: int = 0
) -> None:
    """A recorded page: its observation, the picture of its window, and of the whole page if that is to be `full` pixels high."""
    folder = root / "desktop" / stage
    folder.mkdir(parents=True)
    observation = Page(f"https://shop.example/{stage}", window=window).observation
    observation["frames"][0]["page"][1] = full or window[1]
    observation["frames"][0]["scroll"] = [0, scroll]
    (folder / "observation.json").write_text(json.dumps(observation), encoding="utf-8")
    for name, height in (("screenshot.webp", window[1]), ("full.webp", full)):
        if height:
            Image.new("RGB", (round(window[0] * scale), round(height * scale)), "white").save(folder / name)


def evidence(*boxes: tuple[float, float, float, float], url: str = CART, screenshot: str | None = SHOT) -> list[FindingResult]:
    return [seen(f"Element {i}", selector=f"a.n{i}", url=url, screenshot=screenshot, box=box) for i, box in enumerate(boxes, start=1)]


def shown(album: Album, *findings: FindingResult) -> list[Exhibit]:
    return exhibits_of(sightings_of([said(findings=list(findings))]), album)


# -- album ----------------------------------------------------------------------------------------------------------------------


def test_a_picture_is_embedded_as_webp_of_at_most_the_wanted_width(album: Album, tmp_path: Path) -> None:
    Image.new("RGB", (1200, 600), "red").save(tmp_path / "a.png")
    shot = album.shot(tmp_path / "a.png", widest=300)
    assert shot is not None
    assert (shot.width, shot.height) == (300, 150)
    prefix, _, data = shot.address.partition(",")
    assert prefix == "data:image/webp;base64"
    assert Image.open(io.BytesIO(base64.b64decode(data))).size == (300, 150)
    assert album.used == len(shot.address)


def test_a_small_picture_is_not_blown_up(album: Album, tmp_path: Path) -> None:
    Image.new("RGBA", (40, 20)).save(tmp_path / "a.png")
    shot = album.shot(tmp_path / "a.png", widest=300)
    assert shot is not None
    assert (shot.width, shot.height) == (40, 20)


def test_when_the_budget_is_used_up_there_are_no_more_pictures(album: Album, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Image.new("RGB", (64, 64), "red").save(tmp_path / "a.png")
    first = album.shot(tmp_path / "a.png", widest=64)
    assert first is not None
    monkeypatch.setattr(album_module, "_BUDGET", len(first.address) + 10)
    assert album.shot(tmp_path / "a.png", widest=64) is None
    assert album.used == len(first.address)


@pytest.mark.parametrize("content", [b"", b"no picture", b"RIFF\x10\x00\x00\x00WEBPVP8 ", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_is_left_out(album: Album, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.webp").write_bytes(content)
    assert (album.size(tmp_path / "a.webp"), album.shot(tmp_path / "a.webp", widest=100)) == (None, None)


@pytest.mark.parametrize("name", ["../outside.png", "/etc/hostname", "none.png", "", ".", "a\x00.png", "x" * 9000])
def test_only_files_of_the_recording_are_found(tmp_path: Path, name: str) -> None:
    (tmp_path / "recording").mkdir()
    Image.new("RGB", (4, 4)).save(tmp_path / "outside.png")
    assert Album(tmp_path / "recording").file(name) is None


def test_a_link_out_of_the_recording_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "recording").mkdir()
    Image.new("RGB", (4, 4)).save(tmp_path / "outside.png")
    (tmp_path / "recording" / "inside.png").symlink_to(tmp_path / "outside.png")
    assert Album(tmp_path / "recording").file("inside.png") is None


# -- sheets -----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_picture_of_the_whole_page_is_preferred(album: Album, tmp_path: Path, scale: float) -> None:
    recorded(tmp_path, full=3000, scale=scale)
    sheet = sheet_of(SHOT, album)
    assert sheet is not None
    assert (sheet.path.name, sheet.scale, sheet.width, sheet.height) == ("full.webp", scale, 1000, 3000)
    assert sheet.pixels(Box(10, 20, 100, 50)) == tuple(round(edge * scale) for edge in (10, 20, 110, 70))


def test_the_window_shows_where_it_was_scrolled_to(album: Album, tmp_path: Path) -> None:
    recorded(tmp_path, scroll=500)
    sheet = sheet_of(SHOT, album)
    assert sheet is not None
    assert sheet.placed(Box(10, 700, 100, 50)) == Box(10, 200, 100, 50)
    assert sheet.placed(Box(10, 450, 100, 100)) == Box(10, 0, 100, 50)
    assert sheet.placed(Box(10, 100, 100, 50)) is None
    assert sheet.placed(Box(10, 1400, 100, 50)) is None


def test_a_box_of_another_page_means_nothing_on_it(album: Album, tmp_path: Path) -> None:
    recorded(tmp_path)
    sheet = sheet_of(SHOT, album)
    assert sheet is not None
    assert sheet.shows("https://shop.example/cart?step=2#top")
    assert not sheet.shows("https://shop.example/checkout")
    assert not sheet.shows("http://[broken")


@pytest.mark.parametrize("damage", ["missing", "{", "[]", '{"frames": []}'])
def test_without_an_observation_there_is_no_sheet(album: Album, tmp_path: Path, damage: str) -> None:
    recorded(tmp_path)
    file = tmp_path / "desktop" / "cart" / "observation.json"
    file.unlink() if damage == "missing" else file.write_text(damage, encoding="utf-8")
    assert sheet_of(SHOT, album) is None


# -- exhibits ---------------------------------------------------------------------------------------------------------------------


def test_elements_are_framed_with_their_numbers(album: Album, tmp_path: Path) -> None:
    recorded(tmp_path)
    (exhibit,) = shown(album, *evidence((300, 300, 100, 40), (300, 360, 100, 40)))
    assert (exhibit.numbers, exhibit.where) == (["1", "2"], "Desktop: Cart")
    first, second = exhibit.frames
    assert (first.width, first.height) == (100, 40)
    assert second.y - first.y == 60
    assert exhibit.shot.width >= 560


def test_a_frame_stays_inside_of_its_picture(album: Album, tmp_path: Path) -> None:
    recorded(tmp_path)
    (exhibit,) = shown(album, *evidence((0, 0, 1000, 800)))
    outline = exhibit.frames[0].outline(exhibit.shot, exhibit.magnitude)
    assert outline.x >= 0
    assert outline.y >= 0
    assert outline.right <= exhibit.shot.width
    assert outline.bottom <= exhibit.shot.height


def test_a_frame_of_nothing_has_a_size() -> None:
    outline = Frame(1, 500, 500, 0, 0).outline(Shot("", 100, 100), 1)
    assert (outline.width, outline.height) == (1, 1)


def test_far_elements_are_not_in_the_picture(album: Album, tmp_path: Path) -> None:
    recorded(tmp_path, full=5000)
    (exhibit,) = shown(album, *evidence((300, 4000, 100, 40), (300, 100, 100, 40)))
    assert exhibit.numbers == ["2"]
    assert exhibit.shot.height < 1000


@pytest.mark.parametrize(
    "finding",
    [
        evidence((5000, 5000, 10, 10))[0],
        evidence((float("nan"), 0, 10, 10))[0],
        evidence((0, 0, float("inf"), 10))[0],
        evidence((0, 0, 10, 10), url="https://shop.example/other")[0],
        evidence((0, 0, 10, 10), screenshot=None)[0],
        evidence((0, 0, 10, 10), screenshot="../../etc/x.webp")[0],
        seen(screenshot=SHOT, url=CART),
    ],
)
def test_what_cannot_be_shown_is_not(album: Album, tmp_path: Path, finding: FindingResult) -> None:
    recorded(tmp_path)
    assert shown(album, finding) == []


def test_the_same_elements_are_shown_on_one_page_only(album: Album, tmp_path: Path) -> None:
    recorded(tmp_path)
    recorded(tmp_path, "product")
    again = seen(
        "Element 1", selector="a.n1", url="https://shop.example/product", screenshot="desktop/product/screenshot.webp", box=(5, 5, 9, 9)
    )
    assert len(shown(album, *evidence((300, 300, 100, 40)), again)) == 1


def test_there_are_at_most_three_pictures(album: Album, tmp_path: Path) -> None:
    findings = []
    for i, stage in enumerate(("home", "product", "cart", "checkout", "payment")):
        recorded(tmp_path, stage)
        url, shot = f"https://shop.example/{stage}", f"desktop/{stage}/screenshot.webp"
        findings.append(seen(f"Element {i}", selector=f"a.n{i}", stage=stage, url=url, screenshot=shot, box=(9, 9, 99, 99)))
    assert [exhibit.where for exhibit in shown(album, *findings)] == ["Desktop: Home page", "Desktop: Product", "Desktop: Cart"]


def test_numbers_of_elements_side_by_side_stay_apart(album: Album, tmp_path: Path) -> None:
    recorded(tmp_path)
    (exhibit,) = shown(album, *evidence((400, 300, 12, 12), (414, 300, 12, 12), (400, 316, 12, 12)))
    places = [(x, y) for _, x, y in exhibit.marks]
    assert len(places) == 3
    assert min(math.dist(a, b) for i, a in enumerate(places) for b in places[i + 1 :]) >= 20 * exhibit.magnitude


def test_the_first_picture_of_each_device_comes_first(album: Album, tmp_path: Path) -> None:
    for stage in ("home", "cart", "address"):
        recorded(tmp_path, stage)
    (tmp_path / "desktop" / "address").rename(tmp_path / "phone")
    (tmp_path / "mobile").mkdir()
    (tmp_path / "phone").rename(tmp_path / "mobile" / "address")
    places = (("desktop", "home"), ("desktop", "cart"), ("mobile", "address"))
    findings = [
        seen(selector=stage, stage=stage, device=device, url=f"https://shop.example/{stage}", box=(10, 10, 80, 30))
        .model_copy(update={"screenshot": f"{device}/{stage}/screenshot.webp"})
        for device, stage in places
    ]  # fmt: skip
    assert [exhibit.where for exhibit in shown(album, *findings)] == ["Desktop: Home page", "Phone: Address", "Desktop: Cart"]

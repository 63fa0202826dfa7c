import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from auditor.api import JourneyRecord, Missing, PageRecord, Recording, Stage
from auditor.errors import ExitCode, RecordingError
from auditor.model.journey import Typed
from auditor.record.layout import MANIFEST, RECORDING
from tests.checks.pages import Page
from tests.checks.recordings import Shop, Walk, cookie, request, timings

READ: dict[str, Callable[[PageRecord], Any]] = {
    "observation.json": lambda page: page.observation,
    "network.json": lambda page: page.network,
    "timings.json": lambda page: page.timings,
    "console.json": lambda page: page.console,
    "cookies.json": lambda page: page.cookies,
    "headers.json": lambda page: page.headers,
    "axe.json": lambda page: page.axe,
}
OF_ANOTHER_SHAPE = {
    "observation.json": b'{"frames": []}',
    "network.json": b'[{"address": "https://shop.example/"}]',
    "timings.json": b'{"vitals": {"LCP": {}}}',
    "console.json": b'[{"kind": "error", "words": "x"}]',
    "cookies.json": b'{"cookies": [{"name": "cart", "value": "x"}]}',
    "headers.json": b'{"headers": ["server"]}',
    "axe.json": b'{"version": "4", "violations": [{}], "passes": 1}',
}


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path / RECORDING)


@pytest.fixture
def walk(shop: Shop) -> Walk:
    return shop.walk()


def journey(shop: Shop) -> JourneyRecord:
    return shop.recording().journeys[0]


# -- pages --------------------------------------------------------------------------------------------------------------------


def test_a_page_gives_back_what_was_recorded(shop: Shop, walk: Walk) -> None:
    page = Page("https://shop.example/chair", lang="")
    walk.facts["language"] = "de"
    page.text("Stuhl", tag="h1")
    walk.page(
        Stage.PRODUCT, page, network=[request("https://shop.example/chair", main=True)], timings=timings(2000),
        cookies=[cookie("cart")], stored=["seen"], headers={"X-Frame-Options": "DENY"},
    )  # fmt: skip
    read = journey(shop).page(Stage.PRODUCT)
    assert (read.url, read.stage, read.device, read.mobile) == ("https://shop.example/chair", Stage.PRODUCT, "desktop", False)
    assert read.observation.headings[0].text == "Stuhl"
    assert read.facts.language == "de"
    assert read.network[0].main_document
    assert read.timings.vitals["LCP"].value == 2000
    assert [c.name for c in read.cookies] == ["cart"]
    assert read.stored_names == {"local": ["seen"], "session": []}
    assert read.headers == {"x-frame-options": "DENY"}
    assert read.soup.body is not None


def test_a_page_knows_the_day_of_the_audit(shop: Shop, walk: Walk) -> None:
    walk.page(Stage.HOME).site_page("terms", Page("https://shop.example/terms"))
    read = shop.recording()
    assert {page.recorded_on for page, _ in read.journeys[0].all_pages} == {date(2026, 11, 24)}
    odd = read.manifest.model_copy(update={"started_at": "lately"})
    assert Recording(read.root, odd).journeys[0].page(Stage.HOME).recorded_on is None


def test_artifacts_are_read_once(shop: Shop, walk: Walk) -> None:
    walk.page(Stage.HOME)
    page = journey(shop).page(Stage.HOME)
    assert page.observation is page.observation
    assert journey(shop).page(Stage.HOME).facts is not page.facts


def test_what_a_plugin_collected_is_read_by_its_file(shop: Shop, walk: Walk) -> None:
    walk.page(Stage.HOME)
    (walk.folder / "home" / "meta.json").write_text('{"author": "x"}', encoding="utf-8")
    page = journey(shop).page(Stage.HOME)
    assert page.collected("meta.json") == {"author": "x"}
    with pytest.raises(Missing, match=r"rest\.json was not recorded for the home page on desktop"):
        page.collected("rest.json")


def test_a_step_gives_back_what_was_typed(shop: Shop, walk: Walk) -> None:
    walk.page(Stage.ADDRESS)
    walk.described()["steps"][0] |= {"typed": [{"label": "Name", "characters": 11, "autocomplete": "name"}], "scrolled": 1.5}
    (step,) = journey(shop).journey.steps
    assert (step.typed, step.scrolled, step.dialogs) == ((Typed("Name", 11, "name"),), 1.5, 0)


def test_pages_come_in_the_order_of_the_stages(shop: Shop, walk: Walk) -> None:
    walk.page(Stage.CART).page(Stage.HOME).missed(Stage.SEARCH, "none")
    assert [page.stage for page in journey(shop).pages] == [Stage.HOME, Stage.CART]


@pytest.mark.parametrize("artifact", READ)
def test_an_artifact_that_was_not_recorded_is_named(shop: Shop, walk: Walk, artifact: str) -> None:
    walk.page(Stage.CART)
    (walk.folder / "cart" / artifact).unlink(missing_ok=True)
    with pytest.raises(Missing, match=f"{artifact} was not recorded for the cart page on desktop"):
        READ[artifact](journey(shop).page(Stage.CART))


@pytest.mark.parametrize("artifact", READ)
@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"null", b"7", b'"text"', b"[7]", None])
def test_a_damaged_artifact_is_missing_in_words(shop: Shop, walk: Walk, artifact: str, content: bytes | None) -> None:
    walk.page(Stage.CART)
    (walk.folder / "cart" / artifact).write_bytes(OF_ANOTHER_SHAPE[artifact] if content is None else content)
    with pytest.raises(Missing, match=f"{artifact} of the cart page on desktop is damaged"):
        READ[artifact](journey(shop).page(Stage.CART))


def test_a_document_that_is_no_text_is_damaged(shop: Shop, walk: Walk) -> None:
    walk.page(Stage.CART)
    (walk.folder / "cart" / "page.html").write_bytes(b"<p>\xff\xfe")
    with pytest.raises(Missing, match=r"page\.html of the cart page on desktop is damaged"):
        _ = journey(shop).page(Stage.CART).soup


def test_a_stage_without_a_page_says_why(shop: Shop, walk: Walk) -> None:
    walk.page(Stage.HOME).missed(Stage.CART, "The shop refused the product.")
    walk.facts["message"] = "The journey ended here."
    read = journey(shop)
    assert (read.reached(Stage.HOME), read.reached(Stage.CART), read.reached(Stage.PAYMENT)) == (True, False, False)
    with pytest.raises(Missing, match="The cart page was not reached on desktop: The shop refused the product"):
        read.page(Stage.CART)
    with pytest.raises(Missing, match="The payment page was not reached on desktop: The journey ended here"):
        read.page(Stage.PAYMENT)


def test_a_reached_stage_may_have_no_page(shop: Shop, walk: Walk) -> None:
    walk.page(Stage.HOME)
    walk.facts["pages"] = {}
    with pytest.raises(Missing, match="The home page was not recorded on desktop"):
        journey(shop).page(Stage.HOME)
    assert list(journey(shop).pages) == []


# -- probes and linked pages ----------------------------------------------------------------------------------------------------


def test_a_probe_gives_back_what_it_found(shop: Shop, walk: Walk) -> None:
    walk.probe("not_found", {"status": 404})
    assert journey(shop).probe("not_found") == {"status": 404}


def test_a_probe_that_did_not_run_says_why(shop: Shop, walk: Walk) -> None:
    walk.probe("empty_submit", "The form was already filled in.")
    with pytest.raises(Missing, match="The form was already filled in"):
        journey(shop).probe("empty_submit")


def test_a_probe_that_was_not_asked_for_says_so(shop: Shop, walk: Walk) -> None:
    walk.facts["message"] = "The shop did not answer."
    with pytest.raises(Missing, match="The probe not_found was not run on desktop: The shop did not answer"):
        journey(shop).probe("not_found")


@pytest.mark.parametrize("content", [b"{", b"[]", b"null", b"\xff", None])
def test_a_damaged_probe_is_missing(shop: Shop, walk: Walk, content: bytes | None) -> None:
    walk.probe("not_found", {"status": 404})
    file = walk.folder / "probes" / "not_found.json"
    file.unlink() if content is None else file.write_bytes(content)
    with pytest.raises(Missing, match=r"probes/not_found\.json is (missing|damaged) on desktop"):
        journey(shop).probe("not_found")


def test_a_linked_page_is_read_like_any_other(shop: Shop, walk: Walk) -> None:
    walk.site_page("terms", Page("https://shop.example/terms")).site_page("privacy", "No link to a page “privacy” was found.")
    read = journey(shop)
    assert (read.has_site_page("terms"), read.has_site_page("privacy"), read.has_site_page("imprint")) == (True, False, False)
    assert (read.site_page("terms").url, read.site_page("terms").stage) == ("https://shop.example/terms", None)
    with pytest.raises(Missing, match="No link to a page “privacy” was found"):
        read.site_page("privacy")
    with pytest.raises(Missing, match="The page “imprint” was not looked for on desktop"):
        read.site_page("imprint")


# -- the whole --------------------------------------------------------------------------------------------------------------------


def test_a_recording_is_found_from_its_run_folder_and_from_inside(shop: Shop, walk: Walk, tmp_path: Path) -> None:
    walk.page(Stage.HOME)
    shop.recording()
    assert Recording.load(tmp_path).site == Recording.load(tmp_path / RECORDING).site == "https://shop.example/"


def test_journeys_are_found_by_kind_of_device(shop: Shop) -> None:
    assert shop.recording().journey(mobile=True) is None
    shop.walk()
    shop.walk(mobile=True)
    found = shop.recording().journey(mobile=True)
    assert found is not None
    assert (found.device, found.viewport) == ("mobile", (412, 839))


def refused(folder: Path) -> str:
    with pytest.raises(RecordingError) as caught:
        Recording.load(folder)
    assert caught.value.exit_code is ExitCode.NOT_COMPLETED
    return str(caught.value)


def test_a_folder_without_a_recording_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path).startswith(f"{tmp_path} holds no recording")
    assert "holds no recording" in refused(tmp_path / "none")


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[]", b"{}"])
def test_a_damaged_manifest_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / MANIFEST).write_bytes(content)
    said = refused(tmp_path)
    assert said.startswith(f"{tmp_path / MANIFEST} cannot be read: ")
    assert said.endswith("Record the shop again.")


def test_another_version_is_refused(shop: Shop, tmp_path: Path) -> None:
    shop.recording()
    file = tmp_path / RECORDING / MANIFEST
    data = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**data, "recording_version": "2"}), encoding="utf-8")
    assert "is of recording version 2, this tool reads 1" in refused(tmp_path)


def test_a_wrong_value_is_named_by_its_place(shop: Shop, walk: Walk, tmp_path: Path) -> None:
    walk.page(Stage.HOME)
    shop.recording()
    file = tmp_path / RECORDING / MANIFEST
    data = json.loads(file.read_text(encoding="utf-8"))
    data["journeys"][0]["steps"][0]["stage"] = "thanks"
    file.write_text(json.dumps(data), encoding="utf-8")
    assert "journeys.0.steps.0.stage" in refused(tmp_path)

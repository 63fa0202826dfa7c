"""What the writer keeps of a page. Tab, collectors and probes are stand-ins; nothing here needs a browser."""

import json
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from playwright.async_api import Error

from auditor.api import Collector, PageFacts, Stage
from auditor.browser.devices import DESKTOP
from auditor.browser.effort import Effort
from auditor.browser.tab import Gone, Tab
from auditor.events import Event, ProbeEnded, Tell
from auditor.journey.walker import Walker
from auditor.model.moment import Moment
from auditor.observe import Observation
from auditor.probes import Probe
from auditor.record import writer as module
from auditor.record.redaction import REDACTED, Redactor
from auditor.record.sight import Sight
from auditor.record.writer import JourneyWriter
from tests.checks.pages import Page

PICTURE = b"RIFF....WEBP Main Street 12"


class Traffic:
    """Requests by their numbers."""

    def __init__(self) -> None:
        self.exchanges: list[int] = []

    def mark(self) -> int:
        return len(self.exchanges)

    def since(self, position: int) -> list[int]:
        return self.exchanges[position:]


def open_tab() -> Any:
    return SimpleNamespace(traffic=Traffic(), messages=[])


def shown(text: str = "Welcome") -> PageFacts:
    page = Page("https://shop.example/?token=abc123")
    page.text(text)
    return PageFacts(Observation(page.observation))


@pytest.fixture
def collectors(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What each collector brings; an exception is raised."""
    brings: dict[str, Any] = {
        "html": "<p>Main Street 12</p>",
        "network": [{"url": "https://shop.example/?token=abc123"}],
        "headers": {"status": 200, "headers": {"set-cookie": "sid=hush; Secure", "server": "nginx"}},
        "screenshot": PICTURE,
    }

    def collector(name: str) -> Any:
        async def collect(_: Sight) -> Any:
            if isinstance(brings[name], Exception):
                raise brings[name]
            return brings[name]

        return collect

    files = {"html": "page.html", "network": "network.json", "headers": "headers.json", "screenshot": "screenshot.webp"}
    monkeypatch.setattr(module, "COLLECTORS", {name: (file, collector(name)) for name, file in files.items()})
    return brings


def writer(folder: Path, wanted: Iterable[str] = (), probes: Iterable[str] = ()) -> JourneyWriter:
    return JourneyWriter(folder / "desktop", {Stage.HOME: frozenset(wanted)}, frozenset(probes), Redactor())


def read(folder: Path, name: str) -> str:
    return (folder / "desktop" / "home" / name).read_text(encoding="utf-8")


# -- pages --------------------------------------------------------------------------------------------------------------------


async def test_what_is_wanted_is_written_beside_the_observation(tmp_path: Path, collectors: dict[str, Any]) -> None:
    kept = writer(tmp_path, ["html", "screenshot"])
    picture = await kept.page(Stage.HOME, open_tab(), shown())
    assert kept.recorded == {"home": ["observation.json", "page.html", "screenshot.webp"]}
    assert picture == "desktop/home/screenshot.webp"
    assert {file.name for file in (tmp_path / "desktop" / "home").iterdir()} == {"observation.json", "page.html", "screenshot.webp"}
    assert Observation.from_json(read(tmp_path, "observation.json")).texts[0].text == "Welcome"


async def test_a_stage_of_which_nothing_is_wanted_keeps_its_observation(tmp_path: Path, collectors: dict[str, Any]) -> None:
    kept = writer(tmp_path)
    assert await kept.page(Stage.CART, open_tab(), shown()) is None
    assert kept.recorded == {"cart": ["observation.json"]}


@pytest.mark.parametrize("failure", [Error("Target closed"), TimeoutError(), None])
async def test_an_artifact_that_cannot_be_taken_is_left_out(tmp_path: Path, collectors: dict[str, Any], failure: Exception | None) -> None:
    collectors["html"] = failure
    kept = writer(tmp_path, ["html", "network"])
    await kept.page(Stage.HOME, open_tab(), shown())
    assert kept.recorded == {"home": ["observation.json", "network.json"]}
    assert not (tmp_path / "desktop" / "home" / "page.html").exists()


async def test_nothing_typed_and_no_secret_is_written(tmp_path: Path, collectors: dict[str, Any]) -> None:
    kept = writer(tmp_path, ["html", "network", "headers", "screenshot"])
    kept.private(["Main Street 12"])
    await kept.page(Stage.HOME, open_tab(), shown("Ship to Main Street 12"))
    texts = {name: read(tmp_path, name) for name in kept.recorded["home"] if not name.endswith(".webp")}
    assert [name for name, text in texts.items() if any(secret in text for secret in ("Main Street", "abc123", "hush"))] == []
    assert texts["page.html"] == f"<p>{REDACTED}</p>"
    assert json.loads(texts["headers.json"])["headers"] == {"set-cookie": f"sid={REDACTED}; Secure", "server": "nginx"}
    assert (tmp_path / "desktop" / "home" / "screenshot.webp").read_bytes() == PICTURE


async def test_what_a_plugin_takes_is_written_beside_ours(tmp_path: Path, collectors: dict[str, Any]) -> None:
    async def meta(sight: Sight) -> Any:
        return {"title": sight.facts.observation.title}

    foreign = {"meta": Collector("meta", "meta.json", meta), "rest": Collector("rest", "rest.json", meta)}
    kept = JourneyWriter(tmp_path / "desktop", {Stage.HOME: {"html", "meta"}}, (), Redactor(), foreign)
    await kept.page(Stage.HOME, open_tab(), shown())
    assert kept.recorded == {"home": ["observation.json", "page.html", "meta.json"]}
    assert json.loads(read(tmp_path, "meta.json")) == {"title": "Shop"}


@pytest.mark.parametrize("brings", [ValueError("odd"), KeyError(), object()])
async def test_a_plugin_that_breaks_is_named_and_costs_its_own_artifact(tmp_path: Path, collectors: dict[str, Any], brings: object) -> None:
    async def broken(_: Sight) -> Any:
        if isinstance(brings, Exception):
            raise brings
        return brings

    kept = JourneyWriter(
        tmp_path / "desktop", {Stage.HOME: {"html", "meta"}}, (), Redactor(), {"meta": Collector("meta", "meta.json", broken)}
    )
    await kept.page(Stage.HOME, open_tab(), shown())
    assert kept.recorded == {"home": ["observation.json", "page.html"]}
    assert [note.startswith("The collector meta broke: ") for note in kept.notes] == [True]


async def test_half_a_character_of_a_page_breaks_nothing(tmp_path: Path, collectors: dict[str, Any]) -> None:
    collectors["html"] = "<p>\ud83d</p>"
    kept = writer(tmp_path, ["html"])
    await kept.page(Stage.HOME, open_tab(), shown("half \ud83d"))
    assert read(tmp_path, "page.html") == "<p>?</p>"
    assert Observation.from_json(read(tmp_path, "observation.json")).texts[0].text == "half ?"


async def test_a_page_gets_what_happened_since_the_page_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def collect(sight: Sight) -> Any:
        return {"requests": list(sight.exchanges), "messages": list(sight.messages)}

    monkeypatch.setattr(module, "COLLECTORS", {"network": ("network.json", collect)})
    kept = JourneyWriter(tmp_path / "desktop", {stage: {"network"} for stage in Stage}, (), Redactor())
    tab = open_tab()
    for stage, request, message in ((Stage.HOME, 1, "first"), (Stage.CART, 2, "second")):
        tab.traffic.exchanges.append(request)
        tab.messages.append({"text": message})
        await kept.page(stage, cast(Tab, tab), shown())
    found = json.loads((tmp_path / "desktop" / "cart" / "network.json").read_text(encoding="utf-8"))
    assert found == {"requests": [2], "messages": [{"text": "second"}]}


async def test_a_page_that_is_recorded_in_passing_keeps_what_its_load_brought(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def collect(sight: Sight) -> Any:
        return {"requests": list(sight.exchanges), "messages": list(sight.messages)}

    monkeypatch.setattr(module, "COLLECTORS", {"network": ("network.json", collect), "html": ("page.html", collect)})
    kept = JourneyWriter(tmp_path / "desktop", {Stage.ADDRESS: {"network"}}, (), Redactor())
    tab = open_tab()
    tab.traffic.exchanges.append(1)
    tab.messages.append({"text": "broken"})
    await kept.beside("form-1", cast(Tab, tab), shown())
    await kept.page(Stage.ADDRESS, cast(Tab, tab), shown())
    found = json.loads((tmp_path / "desktop" / "address" / "network.json").read_text(encoding="utf-8"))
    assert (kept.pages_beside, found) == (["form-1"], {"requests": [1], "messages": [{"text": "broken"}]})


# -- probes ---------------------------------------------------------------------------------------------------------------------


class ProbeStub:
    """Stands for a probe: counts its runs, gives what it is told to."""

    def __init__(self, *gives: Any) -> None:
        self.gives = list(gives)
        self.runs = 0

    async def __call__(self, walker: Walker, facts: PageFacts) -> tuple[Any, PageFacts]:
        self.runs += 1
        given = self.gives.pop(0)
        if isinstance(given, Exception):
            raise given
        return given, LEFT_BEHIND


LEFT_BEHIND, LOOKED_AT = shown("left behind"), shown("looked at")


async def probed(
    monkeypatch: pytest.MonkeyPatch, kept: JourneyWriter, stub: ProbeStub, *moments: Moment, tell: Tell = lambda _: None
) -> PageFacts:
    """Let a probe of the product page run at these moments."""
    monkeypatch.setattr(module, "PROBES", {"variant": Probe("variant", Moment.PRODUCT, "Pressed.", stub)})

    async def look() -> PageFacts:
        return LOOKED_AT

    facts = shown()
    tab = SimpleNamespace(effort=Effort(), traffic=SimpleNamespace(page_loads=0), device=DESKTOP)
    for moment in moments:
        facts = await kept.moment(moment, cast(Walker, SimpleNamespace(look=look, tab=tab, tell=tell)), facts)
    return facts


async def test_a_probe_writes_what_it_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = writer(tmp_path, probes=["variant"])
    kept.private(["Main Street 12"])
    facts = await probed(monkeypatch, kept, ProbeStub({"messages": ["to Main Street 12"]}), Moment.PRODUCT)
    assert kept.probed == {"variant": "recorded"}
    written = json.loads((tmp_path / "desktop" / "probes" / "variant.json").read_text(encoding="utf-8"))
    assert written == {"messages": [f"to {REDACTED}"]}
    assert facts is LEFT_BEHIND


async def test_a_probe_that_has_nothing_to_try_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = writer(tmp_path, probes=["variant"])
    await probed(monkeypatch, kept, ProbeStub("The product has no choice."), Moment.PRODUCT)
    assert kept.probed == {"variant": "The product has no choice."}
    assert not (tmp_path / "desktop" / "probes").exists()


async def test_a_probe_without_a_result_gets_another_chance_but_none_after_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, stub = writer(tmp_path, probes=["variant"]), ProbeStub("Not here.", {"found": 1})
    await probed(monkeypatch, kept, stub, Moment.PRODUCT, Moment.PRODUCT, Moment.PRODUCT)
    assert (stub.runs, kept.probed) == (2, {"variant": "recorded"})


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (Error("Execution context was destroyed\nat page.js"), "The probe did not finish: Execution context was destroyed."),
        (TimeoutError(), "The probe did not finish: it took too long."),
        (Gone("“Continue” is no longer on the page"), "The probe did not finish: “Continue” is no longer on the page."),
    ],
)
async def test_a_probe_that_breaks_costs_the_journey_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception, said: str
) -> None:
    kept = writer(tmp_path, probes=["variant"])
    assert await probed(monkeypatch, kept, ProbeStub(failure), Moment.PRODUCT) is LOOKED_AT
    assert kept.probed == {"variant": said}


@pytest.mark.parametrize(("planned", "moment"), [(["variant"], Moment.CART), ([], Moment.PRODUCT)])
async def test_a_probe_runs_only_when_planned_and_at_its_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, planned: list[str], moment: Moment
) -> None:
    kept, stub = writer(tmp_path, probes=planned), ProbeStub()
    await probed(monkeypatch, kept, stub, moment)
    assert (stub.runs, kept.probed) == (0, {})


# -- trace ------------------------------------------------------------------------------------------------------------------------


def test_every_attempt_is_a_line_without_typed_values(tmp_path: Path) -> None:
    kept = writer(tmp_path)
    kept.private(["Main Street 12"])
    attempts = [SimpleNamespace(to_dict=lambda text=text: {"action": text}) for text in ("typed Main Street 12", "pressed “Weiter”")]
    kept.trace(cast(Walker, SimpleNamespace(attempts=attempts)))
    lines = (tmp_path / "desktop" / "trace.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [{"action": f"typed {REDACTED}"}, {"action": "pressed “Weiter”"}]


async def test_what_a_probe_does_is_no_part_of_the_shoppers_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tab = SimpleNamespace(effort=Effort(clicks=2), traffic=SimpleNamespace(page_loads=3), device=DESKTOP)

    async def busy(walker: Any, facts: PageFacts) -> tuple[dict[str, bool], PageFacts]:
        walker.tab.effort.clicks += 4
        walker.tab.traffic.page_loads += 1
        return {"found": True}, facts

    probe = SimpleNamespace(name="variant", moment=Moment.PRODUCT, seconds=1.0, run=busy)
    monkeypatch.setattr(module, "PROBES", {"variant": probe})
    await writer(tmp_path, probes=["variant"]).moment(Moment.PRODUCT, cast(Walker, SimpleNamespace(tab=tab, tell=lambda _: None)), shown())
    assert (tab.effort.clicks, tab.traffic.page_loads) == (2, 3)


async def test_each_probe_that_ran_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Event] = []
    stub = ProbeStub("Nothing to choose.", {"answer": "choose a size"})
    moments = (Moment.PRODUCT, Moment.PRODUCT, Moment.PRODUCT)
    await probed(monkeypatch, writer(tmp_path, probes=["variant"]), stub, *moments, tell=told.append)
    said = [(event.device, event.probe, event.recorded, event.reason) for event in told if isinstance(event, ProbeEnded)]
    assert said == [("desktop", "variant", False, "Nothing to choose."), ("desktop", "variant", True, None)]

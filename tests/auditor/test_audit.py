import asyncio
import json
import os
import signal
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from auditor import audit
from auditor.api import Kind, ReportInput, Result, Stage
from auditor.audit import (
    checked_url,
    judge_run,
    load_result,
    prepare_folder,
    record_run,
    report_run,
)
from auditor.brand.brand import Brand
from auditor.config.load import Config, load_config
from auditor.config.settings import Settings
from auditor.errors import BrowserError, ConfigError, PluginError, RecordingError, ReportError
from auditor.events import Activity, Event, Events
from auditor.plan import Plan
from auditor.record.layout import MANIFEST, RECORDING, RESULT
from tests.auditor.specimens import check, verdict
from tests.checks.recordings import Shop


def config(folder: Path, **flags: Any) -> Config:
    return load_config(flags, folder=folder, environ={})


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A run folder with a small recording."""
    shop = Shop(tmp_path / "run" / RECORDING)
    shop.walk(ended="payment_reached").page(Stage.HOME)
    shop.recording()
    return tmp_path / "run"


@pytest.fixture
def judged(run: Path) -> Result:
    return judge_run(run, [check("trust-sample")], config(run))


# -- addresses ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://shop.example", "https://shop.example"),
        ("http://127.0.0.1:8000/de?x=1", "http://127.0.0.1:8000/de?x=1"),
        ("shop.example", "https://shop.example"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
        ("https://bücher.example/", "https://bücher.example/"),
        ("https://shop.example/@brand", "https://shop.example/@brand"),
        ("https://shop.example?mail=a@b.example", "https://shop.example?mail=a@b.example"),
    ],
)
def test_an_address_gets_a_scheme(given: str, address: str) -> None:
    assert checked_url(given) == address


@pytest.mark.parametrize(
    "given",
    [
        "",
        "https://",
        "ftp://shop.example",
        "file:///etc/hosts",
        "javascript:alert(1)",
        "two words.example",
        "https://shop.example:port",
        "https://shop.example:0",
        "https://shop.example:70000",
        "http://[::1",
        "http://[",
        "//",
        "mailto:shop",
    ],
)
def test_what_is_no_web_address_is_refused(given: str) -> None:
    with pytest.raises(ConfigError, match="is not a web address"):
        checked_url(given)


@pytest.mark.parametrize("given", ["https://user:hush-hush@shop.example/", "user:hush-hush@shop.example", "https://user:hush-hush@[::1"])
def test_a_password_in_an_address_is_refused_and_not_repeated(given: str) -> None:
    with pytest.raises(ConfigError, match="AUDITOR_BASIC_AUTH") as caught:
        checked_url(given)
    assert "hush" not in str(caught.value)


# -- run folders ----------------------------------------------------------------------------------------------------------------


def test_a_new_folder_is_made(tmp_path: Path) -> None:
    prepare_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


OURS = '{"schema_version": "0", "tool": {"name": "storefront-auditor", "version": "0"}}'


@pytest.mark.parametrize(("holds", "text"), [(f"{RECORDING}/{MANIFEST}", "{}"), (RESULT, OURS)])
def test_an_earlier_audit_may_be_replaced(tmp_path: Path, holds: str, text: str) -> None:
    file = tmp_path / holds
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    prepare_folder(tmp_path)
    assert file.exists()


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "\xff", OURS[:-9], OURS.replace("storefront", "another"), '{"schema_version": "1", "tool": "jest"}', '{"tests": 12}'],
)
def test_a_result_that_is_not_known_as_ours_is_left_alone(tmp_path: Path, text: str) -> None:
    (tmp_path / RESULT).write_text(text, encoding="latin-1")
    with pytest.raises(ConfigError, match=rf"{tmp_path.name} is not empty and holds no earlier audit \(its {RESULT} is damaged, or of an"):
        prepare_folder(tmp_path)


@pytest.mark.parametrize("text", [OURS, OURS[:-9], "[]"])
def test_a_result_beside_a_recording_never_outlives_the_next_audit(run: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    async def record(*_: object) -> bool:
        raise BrowserError("It died.")

    monkeypatch.setattr("auditor.record.session.record", record)
    (run / RESULT).write_text(text, encoding="utf-8")
    with pytest.raises(BrowserError):
        record_run("https://shop.example", config(run), [], run, Events())
    assert not (run / RESULT).exists()


def test_somebody_elses_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(ConfigError, match="is not empty and holds no earlier audit"):
        prepare_folder(tmp_path)


@pytest.mark.parametrize("below", ["", "deeper"])
def test_a_file_is_no_folder(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"Choose another|is a file"):
        prepare_folder(tmp_path / "file" / below)


# -- recording ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("interrupted", "probes"), [(False, True), (True, False)])
def test_a_recording_is_made_by_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, interrupted: bool, probes: bool) -> None:
    asked: list[Any] = []

    async def record(url: str, config: Config, plan: Plan, run: Path, events: Events, *_: object) -> bool:
        asked.append((url, plan, run))
        events.say("desktop", "home")
        return interrupted

    told: list[Event] = []
    monkeypatch.setattr("auditor.record.session.record", record)
    probing = check("checkout-form", probes=("empty_submit",))
    settings = config(tmp_path, probes=probes)
    assert record_run("https://shop.example", settings, [probing], tmp_path / "run", Events(told.append)) is interrupted
    ((url, plan, run),) = asked
    assert (url, run, bool(plan.probes)) == ("https://shop.example", tmp_path / "run", probes)
    assert [(event.device, event.what) for event in told if isinstance(event, Activity)] == [("desktop", "home")]


def test_a_stored_session_that_is_not_there_is_told_before_anything_is_made(tmp_path: Path) -> None:
    settings = config(tmp_path, storage_state=tmp_path / "none.json")
    with pytest.raises(ConfigError, match=r"none.json cannot be read"):
        record_run("https://shop.example", settings, [], tmp_path / "run", Events())
    assert not (tmp_path / "run").exists()


def test_a_signal_ends_the_recording_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def record(*_: object) -> bool:
        asyncio.get_running_loop().call_soon(os.kill, os.getpid(), signal.SIGTERM)
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            return True
        return False

    monkeypatch.setattr("auditor.record.session.record", record)
    assert record_run("https://shop.example", config(tmp_path), [], tmp_path / "run", Events())


def test_reports_of_an_earlier_audit_are_not_left_for_this_ones(run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def record(*_: object) -> bool:
        raise BrowserError("There is no browser.")

    monkeypatch.setattr("auditor.record.session.record", record)
    written = ["report.html", "report.pdf", "report.md", "report.csv", "report.sarif", "report.junit.xml", "report.gitlab.json", RESULT]
    others = ["report.txt", "report.json", "reporting.md", "events.jsonl"]
    for name in (*written, *others):
        (run / name).write_text("{}", encoding="utf-8")
    with pytest.raises(BrowserError):
        record_run("https://shop.example", config(run), [], run, Events())
    assert sorted(file.name for file in run.iterdir()) == sorted([RECORDING, *others])


# -- judging and loading -----------------------------------------------------------------------------------------------------------


def test_judging_writes_the_result_beside_the_recording(run: Path, judged: Result) -> None:
    assert load_result(run) == judged
    first = (run / RESULT).read_bytes()
    judge_run(run, [check("trust-sample")], config(run))
    assert (run / RESULT).read_bytes() == first
    assert sorted(file.name for file in run.iterdir()) == [RECORDING, RESULT]


def test_rules_of_the_gate_come_from_the_configuration(run: Path) -> None:
    failing = check("trust-sample", judge=lambda _: verdict(check(), Kind.FAIL).outcome)
    assert judge_run(run, [failing], config(run)).gate.passed
    assert not judge_run(run, [failing], config(run, gate={"fail_on": "major"})).gate.passed
    assert not judge_run(run, [failing], config(run, gate={"min_score": 1})).gate.passed


def test_a_folder_without_a_result_says_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match=f"holds no {RESULT}. Run `auditor judge"):
        load_result(tmp_path)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"schema_version": "9"}'])
def test_a_damaged_result_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / RESULT).write_text(content, encoding="utf-8")
    with pytest.raises(RecordingError, match=r"cannot be read: \w"):
        load_result(tmp_path)


# -- reports ------------------------------------------------------------------------------------------------------------------------


class Renderer:
    def __init__(self, name: str, suffix: str, gives: str | bytes | Exception) -> None:
        self.name, self.suffix, self.gives = name, suffix, gives

    def render(self, report: ReportInput) -> str | bytes:
        if isinstance(self.gives, Exception):
            raise self.gives
        return self.gives


@pytest.fixture
def renderers(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {
        "page": Renderer("page", ".page", "a page"),
        "print": Renderer("print", ".print", b"%PDF \xff"),
        "screen": Renderer("screen", "", "a summary"),
        "json": Renderer("json", ".json", "{}"),
        "broken": Renderer("broken", ".x", KeyError("title")),
        "honest": Renderer("honest", ".x", ReportError("No paper left.")),
    }

    def load(name: str) -> Renderer:
        if name not in known:
            raise PluginError(f"There is no report format {name!r}.")
        return known[name]

    monkeypatch.setattr(audit, "load_renderer", load)


def settings_of(formats: Sequence[str]) -> Settings:
    return Settings.model_validate({"formats": list(formats)})


def reported(run: Path, result: Result, *formats: str) -> tuple[list[str], list[str]]:
    """The files that were written, and what was shown."""
    shown: list[str] = []
    return [str(path) for path in report_run(run, result, settings_of(formats), shown.append)], shown


@pytest.mark.usefixtures("renderers")
def test_reports_stand_in_the_run_folder_or_where_they_are_wanted(run: Path, judged: Result, tmp_path: Path) -> None:
    elsewhere = tmp_path / "out" / "copy.page"
    files, shown = reported(run, judged, "page", f"page={elsewhere}", "screen", f"screen={tmp_path / 'screen.txt'}", "json")
    assert files == [str(run / "report.page"), str(elsewhere), str(tmp_path / "screen.txt")]
    assert (elsewhere.read_text(encoding="utf-8"), shown) == ("a page", ["a summary"])


@pytest.mark.usefixtures("renderers")
def test_a_report_may_be_bytes(run: Path, judged: Result, tmp_path: Path) -> None:
    files, shown = reported(run, judged, "print", f"print={tmp_path / 'out' / 'copy'}")
    assert files == [str(run / "report.print"), str(tmp_path / "out" / "copy")]
    assert [Path(file).read_bytes() for file in files] == [b"%PDF \xff"] * 2
    assert shown == []


@pytest.mark.usefixtures("renderers")
def test_a_renderer_gets_brand_and_paper(run: Path, judged: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    got: list[ReportInput] = []

    def render(self: Renderer, report: ReportInput) -> str:
        got.append(report)
        return ""

    monkeypatch.setattr(Renderer, "render", render)
    settings = Settings.model_validate({"formats": ["page"], "brand": {"name": "Kessler"}, "report": {"paper": "Letter"}})
    report_run(run, judged, settings, print)
    report_run(run, judged, settings, print, brand=Brand(name="Known"))
    assert [(report.brand.name, report.paper) for report in got] == [("Kessler", "Letter"), ("Known", "Letter")]


@pytest.mark.usefixtures("renderers")
def test_the_result_is_written_by_judging_alone(run: Path, judged: Result, tmp_path: Path) -> None:
    assert reported(run, judged, "json", f"json={tmp_path / 'copy.json'}")[0] == [str(tmp_path / "copy.json")]
    assert json.loads((run / RESULT).read_text(encoding="utf-8"))["schema_version"] == "1"


@pytest.mark.usefixtures("renderers")
def test_a_mistyped_format_is_told_before_any_report_is_made(run: Path, judged: Result) -> None:
    shown: list[str] = []
    with pytest.raises(PluginError, match="'nope'"):
        report_run(run, judged, settings_of(["screen", "page", "nope"]), shown.append)
    assert (shown, (run / "report.page").exists()) == ([], False)


@pytest.mark.usefixtures("renderers")
@pytest.mark.parametrize(
    ("name", "said"), [("broken", r"The report format broken broke \(KeyError: 'title'\)"), ("honest", "^No paper left.$")]
)
def test_a_report_that_cannot_be_made_is_named(run: Path, judged: Result, name: str, said: str) -> None:
    with pytest.raises(ReportError, match=said):
        reported(run, judged, name)


@pytest.mark.usefixtures("renderers")
def test_a_report_that_breaks_costs_the_others_nothing(run: Path, judged: Result) -> None:
    with pytest.raises(ReportError, match="The report format broken broke"):
        reported(run, judged, "broken", "page")
    assert (run / "report.page").read_text(encoding="utf-8") == "a page"


@pytest.mark.usefixtures("renderers")
def test_a_report_that_cannot_be_written_is_named(run: Path, judged: Result) -> None:
    with pytest.raises(ReportError, match="cannot be written"):
        reported(run, judged, f"page={run / RESULT / 'x.page'}")
    with pytest.raises(ReportError, match="cannot be written: Is a directory"):
        reported(run, judged, f"page={run / RECORDING}")

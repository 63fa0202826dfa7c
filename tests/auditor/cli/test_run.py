"""The whole way on the command line; the recording is made by a stand-in, so no browser is needed but where it says so."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from auditor.api import Check
from auditor.cli.run import default_folder
from auditor.config.load import Config
from auditor.errors import BrowserError
from auditor.events import DeviceEnded, Events, StageEnded
from auditor.model.journey import Ended, StepOutcome
from auditor.model.stage import Stage
from auditor.record.layout import RECORDING, RESULT
from tests.auditor.cli.conftest import Auditor, record

URL = "https://shop.example"


@pytest.fixture
def shop(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the recording is to bring; notes with what it was asked for."""
    facts: dict[str, Any] = {"ended": "payment_reached", "interrupted": False, "error": None, "asked": []}

    def record_run(url: str, config: Config, checks: Sequence[Check], run: Path, events: Events) -> bool:
        facts["asked"].append((url, config, [check.id for check in checks]))
        if facts["error"]:
            raise facts["error"]
        events.tell(StageEnded(device="desktop", stage=Stage.HOME, outcome=StepOutcome.REACHED, seconds=1.25))
        record(run, ended=facts["ended"])
        events.tell(DeviceEnded(device="desktop", ended=Ended(facts["ended"]), seconds=2))
        return bool(facts["interrupted"])

    for command in ("run", "record"):
        monkeypatch.setattr(f"auditor.cli.{command}.record_run", record_run)
    return facts


def asked(shop: dict[str, Any]) -> Config:
    found: Config = shop["asked"][0][1]
    return found


def test_the_whole_way_leaves_result_and_report_in_the_run_folder(auditor: Auditor, shop: dict[str, Any], tmp_path: Path) -> None:
    ran = auditor("run", URL, "-o", tmp_path / "out", "--fail-on", "none")
    assert ran.code == 0
    assert {file.name for file in (tmp_path / "out").iterdir()} == {RECORDING, RESULT, "report.html"}
    assert "Score" in ran.out
    assert "home" not in ran.out.splitlines()[0]


def test_stdout_holds_the_result_and_stderr_the_progress(auditor: Auditor, shop: dict[str, Any], tmp_path: Path) -> None:
    ran = auditor("run", URL, "-o", tmp_path / "out", "--format", "html")
    assert ran.out == ""
    lines = [re.sub(r"^ +\d+\.\d s  ", "", line) for line in ran.err.splitlines()]
    assert lines[:3] == [f"{URL} → {tmp_path / 'out'}", "desktop: home reached (1.2 s)", "desktop: reached the payment step"]
    assert lines[3].startswith("judged: ")
    assert lines[4:] == ["gate: passed", f"html: {tmp_path / 'out' / 'report.html'}"]
    assert auditor("run", URL, "-o", tmp_path / "out", "--format", "html", "--quiet").err == ""


@pytest.mark.parametrize(
    ("facts", "arguments", "code"),
    [
        ({}, ["--fail-on", "none"], 0),
        ({}, ["--min-score", "100"], 1),
        ({}, ["--min-score", "100", "--exit-zero"], 0),
        ({"interrupted": True, "ended": "interrupted"}, ["--exit-zero"], 2),
        ({"ended": "failed"}, ["--exit-zero"], 3),
        ({}, ["--only", "checkout-guest-option"], 5),
    ],
)
def test_the_exit_code_tells_how_it_came_out(
    auditor: Auditor, shop: dict[str, Any], tmp_path: Path, facts: dict[str, Any], arguments: list[str], code: int
) -> None:
    shop.update(facts)
    ran = auditor("run", URL, "-o", tmp_path / "out", "--skip", "privacy", *arguments)
    assert ran.code == code
    assert json.loads((tmp_path / "out" / RESULT).read_text(encoding="utf-8"))["site"]
    assert (tmp_path / "out" / "report.html").is_file()  # what was seen is reported whatever happened


def test_a_run_without_a_folder_gets_one_of_its_own(auditor: Auditor, shop: dict[str, Any], tmp_path: Path) -> None:
    auditor("run", URL)
    (folder,) = (tmp_path / "audit-results").iterdir()
    assert re.fullmatch(r"shop\.example-\d{8}-\d{6}", folder.name)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://Shop.Example/de", "shop.example"),
        ("http://127.0.0.1:8000", "127.0.0.1-8000"),
        ("http://[::1]:80", "1-80"),
        ("https://bücher.example", "b-cher.example"),
        ("https://..", "shop"),
    ],
)
def test_a_folder_is_called_by_host_and_time(url: str, name: str) -> None:
    assert re.fullmatch(rf"audit-results/{re.escape(name)}-\d{{8}}-\d{{6}}", default_folder(url).as_posix())


def test_recording_alone_prints_its_folder(auditor: Auditor, shop: dict[str, Any], tmp_path: Path) -> None:
    ran = auditor("record", URL, "-o", tmp_path / "out")
    assert (ran.code, ran.out) == (0, f"{tmp_path / 'out'}\n")
    assert {file.name for file in (tmp_path / "out").iterdir()} == {RECORDING}
    shop["interrupted"] = True
    assert auditor("record", URL, "-o", tmp_path / "out", "-q").code == 2


@pytest.mark.parametrize("ended", ["failed", "blocked", "not_a_shop", "no_product", "interrupted"])
def test_a_recording_that_did_not_come_all_the_way_is_no_pass(auditor: Auditor, shop: dict[str, Any], tmp_path: Path, ended: str) -> None:
    shop["ended"] = ended
    ran = auditor("record", URL, "-o", tmp_path / "out", "--events", "events.jsonl")
    assert (ran.code, ran.out) == (2 if ended == "interrupted" else 3, f"{tmp_path / 'out'}\n")
    assert told(tmp_path / "events.jsonl")[-1]["exit_code"] == ran.code


def test_a_rule_that_answers_for_the_way_needs_no_more_of_a_recording(auditor: Auditor, shop: dict[str, Any], tmp_path: Path) -> None:
    shop["ended"] = "failed"
    for stage in ("home", "payment"):  # kept, and broken by the shop: both can be judged
        (tmp_path / "auditor.toml").write_text(f'[gate]\nmust_reach = "{stage}"', encoding="utf-8")
        assert auditor("record", URL, "-o", tmp_path / "out").code == 0
    shop["ended"] = "blocked"
    assert auditor("record", URL, "-o", tmp_path / "out").code == 3
    (tmp_path / "auditor.toml").write_text('[gate.must_reach]\ntablet = "cart"', encoding="utf-8")
    asked = len(shop["asked"])
    assert auditor("record", URL).refused(4, "gate.must_reach", "'tablet'")
    assert len(shop["asked"]) == asked


def test_flags_become_settings(auditor: Auditor, shop: dict[str, Any], tmp_path: Path) -> None:
    auditor(
        "record", URL, "-o", tmp_path / "out", "--device", "mobile", "--device", "Pixel 7", "--only", "speed", "--no-probes",
        "--no-platform-hints", "--runs", "3", "--header", "X-Test: a:b", "--throttle", "slow-4g", "--country", "DE", "--max-seconds", "90",
    )  # fmt: skip
    settings = asked(shop).settings
    assert (settings.devices, settings.only, settings.runs, settings.country) == (["mobile", "Pixel 7"], ["speed"], 3, "DE")
    assert (settings.probes, settings.platform_hints, settings.throttle, settings.max_seconds) == (False, False, "slow-4g", 90)
    assert settings.headers == {"X-Test": "a:b"}
    assert all(check.startswith("speed-") for check in shop["asked"][0][2])


def test_a_password_comes_from_the_environment(
    auditor: Auditor, shop: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert auditor("record", URL, "--basic-auth").refused(4, "AUDITOR_BASIC_AUTH, which is not set")
    monkeypatch.setenv("AUDITOR_BASIC_AUTH", "user:hush-hush")
    ran = auditor("record", URL, "--basic-auth", "-o", tmp_path / "out")
    assert (ran.code, asked(shop).settings.basic_auth) == (0, "user:hush-hush")
    assert "hush" not in ran.out + ran.err


@pytest.mark.parametrize("command", ["run", "record"])
@pytest.mark.parametrize("url", ["nothing at all", "ftp://shop.example", "http://[", "https://shop.example:port", "javascript:alert(1)"])
def test_a_bad_address_is_refused_before_anything_is_made(
    auditor: Auditor, shop: dict[str, Any], tmp_path: Path, command: str, url: str
) -> None:
    assert auditor(command, url).refused(4, url, "is not a web address")
    assert (shop["asked"], list(tmp_path.iterdir())) == ([], [])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--only", "speed-lpc"], ["'speed-lpc'", "Did you mean speed-lcp?"]),
        (["--skip", "nope"], ["'nope'"]),
        (["--only", "speed", "--skip", "speed"], ["No check is left"]),
        (["--format", "htlm"], ["'htlm'", "Did you mean html?"]),
        (["--header", "no colon"], ["--header", "NAME:VALUE"]),
        (["--runs", "0"], ["--runs"]),
        (["--browser", "lynx"], ["--browser", "lynx"]),
        (["--storage-state", "none.json"], ["none.json"]),
        (["--config", "none.toml"], ["none.toml"]),
    ],
)
def test_mistakes_are_told_before_the_audit(
    auditor: Auditor, shop: dict[str, Any], tmp_path: Path, arguments: list[str], words: list[str]
) -> None:
    assert auditor("run", URL, *arguments).refused(4, *words)
    assert (shop["asked"], list(tmp_path.iterdir())) == ([], [])


def test_no_browser_is_told(auditor: Auditor, shop: dict[str, Any], tmp_path: Path) -> None:
    shop["error"] = BrowserError("The browser chromium could not be started: gone\nRun `auditor doctor --install`.")
    assert auditor("run", URL, "-o", tmp_path / "out").refused(3, "auditor doctor --install")


@pytest.mark.parametrize("command", ["run", "record"])
def test_a_folder_that_holds_something_else_is_left_alone(auditor: Auditor, tmp_path: Path, command: str) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.txt").write_text("years of work", encoding="utf-8")
    assert auditor(command, URL, "-o", tmp_path / "thesis", "-q").refused(4, "thesis is not empty", "--output")
    assert [file.name for file in (tmp_path / "thesis").iterdir()] == ["chapter.txt"]


@pytest.mark.browser
def test_an_unknown_device_names_the_closest(auditor: Auditor, tmp_path: Path) -> None:
    assert auditor("record", "http://127.0.0.1:9", "--device", "Pixel 77", "-o", tmp_path / "out", "-q").refused(4, "'Pixel 77'", "Pixel 7")
    assert not (tmp_path / "out").exists()


def test_a_run_is_remembered(auditor: Auditor, shop: dict[str, Any], tmp_path: Path) -> None:
    past = tmp_path / "past.sqlite"
    ran = auditor("run", URL, "-o", tmp_path / "out", "--history", past, "--label", "Release 4.2", "-q")
    assert "history" not in ran.err
    assert "Release 4.2" in auditor("history", "shop.example", "--history", past).out
    kept = (tmp_path / "out" / RESULT).read_text(encoding="utf-8")
    assert str(past) not in kept


def test_a_run_is_not_remembered_where_nobody_wants_it(auditor: Auditor, shop: dict[str, Any], tmp_path: Path) -> None:
    past = tmp_path / "past.sqlite"
    auditor("run", URL, "-o", tmp_path / "out", "--history", past, "--no-history", "-q")
    assert not past.exists()


@pytest.mark.parametrize("place", ["folder", "thesis.doc", "postgresql://anna:hush@127.0.0.1:1/audits"])
def test_a_history_that_cannot_be_written_costs_the_audit_nothing(
    auditor: Auditor, shop: dict[str, Any], tmp_path: Path, place: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "thesis.doc").write_text("years of work " * 99, encoding="utf-8")
    usual = auditor("run", URL, "-o", tmp_path / "usual", "-q", "--no-history", "--format", "html")
    ran = auditor("run", URL, "-o", tmp_path / "out", "-q", "--history", place, "--format", "html")
    assert (ran.code, (tmp_path / "out" / "report.html").is_file()) == (usual.code, True)
    assert "warning: the run was not stored in the history." in ran.err
    assert place.rpartition("@")[2] in ran.err
    assert "hush" not in ran.err


@pytest.mark.parametrize("place", ["mysql://anna:hush@db/x", "postgresql://anna:hush@db:port/x"])
def test_a_history_that_is_no_place_is_told_before_the_audit(auditor: Auditor, shop: dict[str, Any], tmp_path: Path, place: str) -> None:
    ran = auditor("run", URL, "--history", place)
    assert ran.refused(4, "history.url")
    assert "hush" not in ran.err
    assert (shop["asked"], list(tmp_path.iterdir())) == ([], [])


# -- events -------------------------------------------------------------------------------------------------------------------------


def told(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_events_tell_the_whole_run_as_their_schema_says(auditor: Auditor, shop: dict[str, Any], tmp_path: Path) -> None:
    schema = json.loads(auditor("schema", "events").out)
    Draft202012Validator.check_schema(schema)
    ran = auditor("run", URL, "-o", "out", "--events", "events.jsonl", "--format", "html", "--format", "csv", "--fail-on", "none")
    events = told(tmp_path / "events.jsonl")
    assert [error.message for event in events for error in Draft202012Validator(schema).iter_errors(event)] == []
    assert [event["event"] for event in events] == [
        *("run_started", "stage_ended", "device_ended", "judged", "gate", "report_written", "report_written", "run_ended")
    ]
    assert (events[0]["site"], events[0]["devices"]) == (URL, ["desktop", "mobile"])
    assert [event["format"] for event in events if event["event"] == "report_written"] == ["html", "csv"]
    assert events[-1]["exit_code"] == ran.code == 0


def test_a_run_that_fails_says_so_in_its_last_event(auditor: Auditor, shop: dict[str, Any], tmp_path: Path) -> None:
    shop["error"] = BrowserError("It died.")
    assert auditor("run", URL, "-q", "--events", "events.jsonl").code == 3
    assert (told(tmp_path / "events.jsonl")[-1]["exit_code"], told(tmp_path / "events.jsonl")[-1]["error"]) == (3, "It died.")


def test_a_report_on_stdout_and_events_there_exclude_each_other(auditor: Auditor, shop: dict[str, Any]) -> None:
    assert auditor("run", URL, "--events", "-").refused(4, "--events -", "terminal")
    assert shop["asked"] == []
    ran = auditor("run", URL, "-o", "out", "--events", "-", "--format", "html")
    assert [json.loads(line)["event"] for line in ran.out.splitlines()][-1] == "run_ended"


def test_a_recording_on_its_own_has_events_too(auditor: Auditor, shop: dict[str, Any], tmp_path: Path) -> None:
    ran = auditor("record", URL, "-o", "out", "--events", "events.jsonl")
    assert ran.out == "out\n"
    assert [event["event"] for event in told(tmp_path / "events.jsonl")][-2:] == ["device_ended", "run_ended"]
    assert all(json.loads(line) for line in auditor("record", URL, "-o", "out", "--events", "-").out.splitlines())

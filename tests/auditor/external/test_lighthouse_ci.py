"""Lighthouse CI by subprocess, against a stand-in that behaves as badly as the real one can."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import psutil
import pytest
from playwright.async_api import StorageState

from auditor.browser.launch import QUIET
from auditor.errors import ExternalToolError
from auditor.external.lighthouse_ci import LighthouseCI

FAKE = Path(__file__).with_name("fake_lhci.py")
CHROME = Path("/opt/chrome")
URL = "http://shop.example/cart"


def lighthouse(mode: str, folder: Path) -> LighthouseCI:
    return LighthouseCI((sys.executable, str(FAKE), mode, str(folder)), CHROME, seconds=60)


def given(folder: Path) -> dict[str, Any]:
    return dict(json.loads((folder / "given.json").read_text()))


def still_running(folder: Path) -> list[int]:
    def runs(pid: int) -> bool:
        try:
            return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
        except psutil.NoSuchProcess:
            return False

    return [pid for pid in map(int, (folder / "pids").read_text().split()) if runs(pid)]


async def appears(path: Path) -> None:
    while not exists(path):  # noqa: ASYNC110
        await asyncio.sleep(0.01)  # another process makes it: there is no event to wait for


def exists(path: Path) -> bool:
    return path.exists()


async def test_a_page_gets_its_scores(tmp_path: Path) -> None:
    run = await lighthouse("good", tmp_path).collect(URL, "mobile")
    assert (run.url, run.device, run.landed, run.error) == (URL, "mobile", URL, "")
    assert run.scores == {"performance": 100, "accessibility": 100, "best-practices": 100, "seo": 100}
    assert run.metrics["largest-contentful-paint"] == pytest.approx(1220.9, abs=0.1)
    assert run.benchmark_index == 2672
    assert run.tries == 1
    assert run.seconds > 0


async def test_each_page_is_collected_once_in_an_empty_folder_that_is_removed(tmp_path: Path) -> None:
    await lighthouse("good", tmp_path).collect(URL, "mobile")
    seen = given(tmp_path)
    assert seen["argv"][:2] == ["collect", "--no-lighthouserc"]
    assert seen["config"]["ci"]["collect"]["url"] == [URL]
    assert seen["config"]["ci"]["collect"]["numberOfRuns"] == 1
    assert not {name for name in seen["files"] if "lighthouse" in name}
    assert not exists(Path(seen["cwd"]))


async def test_nothing_of_the_environment_configures_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LHCI_COLLECT__NUMBER_OF_RUNS", "5")
    monkeypatch.setenv("LHCITEST_MOCK_LHR", "{}")
    monkeypatch.setenv("CHROME_PATH", "/opt/other")
    await lighthouse("good", tmp_path).collect(URL, "mobile")
    seen = given(tmp_path)
    environment = seen["environment"]
    assert not [name for name in environment if name.startswith("LHCI")]
    assert environment["CHROME_PATH"] == str(CHROME)
    assert Path(environment["TMPDIR"]).parent == Path(seen["cwd"])
    assert environment["PATH"].split(os.pathsep)[0] == str(Path(sys.executable).parent)


async def test_only_the_desktop_asks_for_the_desktop_preset(tmp_path: Path) -> None:
    await lighthouse("good", tmp_path).collect(URL, "mobile")
    assert "preset" not in given(tmp_path)["config"]["ci"]["collect"]["settings"]
    run = await lighthouse("good", tmp_path).collect(URL, "desktop")
    assert given(tmp_path)["config"]["ci"]["collect"]["settings"]["preset"] == "desktop"
    assert run.error == ""


@pytest.mark.parametrize("root", [True, False])
async def test_chrome_is_quiet_and_loses_its_sandbox_only_for_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: bool) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000)
    await replace(lighthouse("good", tmp_path), flags=("--proxy-server=proxy.example:3128",)).collect(URL, "mobile")
    flags = given(tmp_path)["config"]["ci"]["collect"]["settings"]["chromeFlags"].split()
    assert set(QUIET) <= set(flags)
    assert ("--no-sandbox" in flags) is root
    assert "--proxy-server=proxy.example:3128" in flags


async def test_a_login_in_a_header_stays_off_the_command_line_and_out_of_the_report(tmp_path: Path) -> None:
    run = await lighthouse("good", tmp_path).collect(URL, "mobile", {"Authorization": "Basic c2VjcmV0"})
    seen = given(tmp_path)
    assert seen["config"]["ci"]["collect"]["settings"]["extraHeaders"] == {"Authorization": "Basic c2VjcmV0"}
    assert "c2VjcmV0" not in " ".join(seen["argv"])
    assert "c2VjcmV0" not in json.dumps(run.report)


async def test_a_session_comes_by_standard_input_and_stands_in_no_file(tmp_path: Path) -> None:
    cookie = {"name": "sid", "value": "secret-session", "domain": "shop.example", "path": "/", "expires": -1}
    session = cast("StorageState", {"cookies": [cookie], "origins": []})
    run = await lighthouse("good", tmp_path).collect(URL, "mobile", session=session)
    seen = given(tmp_path)
    assert (run.error, json.loads(seen["stdin"])) == ("", session)
    assert "secret-session" not in seen["written"] + " ".join(seen["argv"]) + json.dumps(seen["environment"]) + json.dumps(run.report)


async def test_with_a_session_the_browser_is_started_before_by_the_same_rules(tmp_path: Path) -> None:
    told = replace(lighthouse("good", tmp_path), flags=("--proxy-server=proxy.example:3128",))
    await told.collect(URL, "mobile", session={"cookies": [], "origins": []})
    collect = given(tmp_path)["config"]["ci"]["collect"]
    assert collect["puppeteerScript"] in given(tmp_path)["files"]
    assert collect["chromePath"] == str(CHROME)
    assert {*QUIET, "--proxy-server=proxy.example:3128"} <= set(collect["puppeteerLaunchOptions"]["args"])
    assert "chromeFlags" not in collect["settings"]


async def test_without_a_session_nothing_is_handed_over(tmp_path: Path) -> None:
    await lighthouse("good", tmp_path).collect(URL, "mobile")
    assert given(tmp_path)["stdin"] == ""
    assert "puppeteerScript" not in given(tmp_path)["config"]["ci"]["collect"]


async def test_the_login_page_is_not_scored_as_the_page_asked_for(tmp_path: Path) -> None:
    run = await lighthouse("login", tmp_path).collect(URL, "mobile")
    assert run.landed == "http://shop.example/login"
    assert "landed elsewhere" in run.error
    assert not run.scores
    assert not run.metrics


@pytest.mark.parametrize(
    ("mode", "said"),
    [
        ("garbage", "not JSON"),
        ("nothing", "left 0 reports"),
        ("two reports", "left 2 reports"),
        ("fails", "unable to reliably load the page you requested. (Status code: 404)"),
        ("fails silently", "exit code 1"),
        ("fails after all", "exit code 1"),
    ],
)
async def test_what_went_wrong_is_said_and_never_scored(tmp_path: Path, mode: str, said: str) -> None:
    run = await lighthouse(mode, tmp_path).collect(URL, "mobile")
    assert said in run.error
    assert not run.scores
    assert (run.url, run.device) == (URL, "mobile")


async def test_silent_retries_are_counted(tmp_path: Path) -> None:
    async def try_by_try() -> None:
        await appears(tmp_path / f"try{len(seen)}.up")
        if running:
            (tmp_path / f"try{len(seen)}").touch()  # a look has seen it by now, so it may end
            seen.append(running.pop())
        else:
            running.append(len(seen))

    running: list[int] = []
    seen: list[int] = []
    run = await replace(lighthouse("three tries", tmp_path), pause=try_by_try).collect(URL, "mobile")
    assert run.tries == 3
    assert run.error == ""


async def test_a_page_that_never_answers_is_given_up_with_all_its_processes(tmp_path: Path) -> None:
    run = await replace(lighthouse("hangs", tmp_path), seconds=2.5).collect(URL, "mobile")
    assert "not done within 2.5 seconds" in run.error
    assert not run.scores
    assert not (tmp_path / "pids").exists() or still_running(tmp_path) == []


async def test_an_interrupt_ends_all_its_processes(tmp_path: Path) -> None:
    task = asyncio.ensure_future(lighthouse("hangs", tmp_path).collect(URL, "mobile"))
    await appears(tmp_path / "hangs")
    assert len(still_running(tmp_path)) == 2
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert still_running(tmp_path) == []
    assert not exists(Path(given(tmp_path)["cwd"]))


async def test_a_chrome_that_was_left_behind_is_ended(tmp_path: Path) -> None:
    async def until_noted() -> None:
        await appears(tmp_path / "chrome.up")
        if pauses:
            (tmp_path / "chrome").touch()  # noted by now: its parent may end
        pauses.append(None)

    pauses: list[None] = []
    run = await replace(lighthouse("leaves chrome", tmp_path), pause=until_noted).collect(URL, "mobile")
    assert run.error == ""
    assert still_running(tmp_path) == []


async def test_a_program_that_is_not_there_is_an_error_with_a_cure(tmp_path: Path) -> None:
    missing = LighthouseCI((str(tmp_path / "node"), "cli.js"), CHROME)
    with pytest.raises(ExternalToolError, match="auditor doctor --install lighthouse"):
        await missing.collect(URL, "mobile")

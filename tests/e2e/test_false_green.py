"""What other engines let pass: nothing seen, the wrong page seen, rules that match nothing, files of yesterday. Never exit code 0."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from auditor.api import Stage
from auditor.errors import BrowserError
from auditor.record.layout import MANIFEST, RECORDING, RESULT
from tests.auditor.cli.conftest import Auditor, Ran, auditor, record
from tests.checks.pages import Page
from tests.checks.recordings import Shop, vitals

__all__ = ["auditor"]  # a fixture

GATE_FAILED, NOT_COMPLETED, USAGE, NOTHING_JUDGED = 1, 3, 4, 5
RULES = "[gate]\nfail_on = 'none'\n"
SHOP = "https://shop.example/"


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A run folder with a recording whose way led to payment."""
    record(tmp_path / "run")
    return tmp_path / "run"


@pytest.fixture
def green(auditor: Auditor, run: Path) -> Path:
    """A run folder with a result that passed."""
    assert auditor("judge", run, "--fail-on", "none").code == 0
    assert gate_of(run)["passed"]
    return run


def configured(folder: Path, text: str) -> None:
    (folder / "auditor.toml").write_text(text, encoding="utf-8")


def gate_of(run: Path) -> dict[str, Any]:
    gate: dict[str, Any] = json.loads((run / RESULT).read_text(encoding="utf-8"))["gate"]
    return gate


def outcomes(run: Path, rule: str) -> list[tuple[str | None, str]]:
    return [(one["stage"], one["outcome"]) for one in gate_of(run)["rules"] if one["rule"] == rule]


def ended(folder: Path, how: str, code: str, *stages: Stage, missed: Stage | None = None, reason: str = "") -> Path:
    """Record one desktop's way that ended early."""
    shop = Shop(folder / RECORDING)
    walk = shop.walk(ended=how, failure_code=code, message=reason)
    for stage in stages:
        walk.page(stage, Page(), network=[], cookies=[], headers={}, timings=vitals(LCP=900))
    if missed is not None:
        walk.missed(missed, reason)
    shop.recording()
    return folder


# -- nothing seen, or something else ---------------------------------------------------------------------------------------------


def test_zero_evidence(auditor: Auditor, run: Path) -> None:
    assert auditor("judge", run, "--only", "checkout-guest-option", "--fail-on", "none").code == NOTHING_JUDGED
    assert not gate_of(run)["passed"]
    assert gate_of(run)["reasons"] == ["No pass without evidence: nothing could be judged."]


def test_a_metric_that_nobody_measured(auditor: Auditor, run: Path, tmp_path: Path) -> None:
    configured(tmp_path, f"{RULES}[gate.budgets]\nlcp_ms = 2500")
    assert auditor("judge", run).code == GATE_FAILED
    assert outcomes(run, "budget.lcp_ms") == [(None, "no_evidence"), (None, "no_evidence")]
    assert "Largest Contentful Paint could not be measured (desktop); the most is 2,500 ms." in gate_of(run)["reasons"]


def test_a_redirected_page(auditor: Auditor, tmp_path: Path) -> None:
    """/checkout led to /login: what was measured there is no checkout."""
    way = (Stage.HOME, Stage.CATEGORY, Stage.PRODUCT, Stage.CART)
    run = ended(tmp_path / "run", "login_required", "account_required", *way, missed=Stage.CHECKOUT, reason="It led to /login.")
    configured(tmp_path, f"{RULES}must_reach = 'payment'\n[gate.budgets.checkout]\nlcp_ms = 2500\nfield_count = 99")
    assert auditor("judge", run).code == GATE_FAILED
    assert outcomes(run, "budget.lcp_ms") == outcomes(run, "budget.field_count") == [("checkout", "no_evidence")]
    assert "The way must lead to payment on desktop; it led to cart." in gate_of(run)["reasons"]


def test_a_redirected_shop(auditor: Auditor, run: Path, tmp_path: Path) -> None:
    """What was asked for is staging; what was seen is the live shop, which is fine."""
    configured(tmp_path, RULES)
    assert auditor("judge", run, "--fail-on", "none").code == 0
    manifest = run / RECORDING / MANIFEST
    data = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps({**data, "site": "https://staging.example.test/"}), encoding="utf-8")
    assert auditor("judge", run, "--fail-on", "none").code == GATE_FAILED
    assert outcomes(run, "landing") != []


def test_a_missing_stage(auditor: Auditor, tmp_path: Path) -> None:
    run = ended(
        tmp_path / "run", "failed", "checkout_not_found", Stage.HOME, Stage.PRODUCT, Stage.CART, missed=Stage.CHECKOUT, reason="No way."
    )
    assert auditor("judge", run, "--fail-on", "none", "--exit-zero").code == NOT_COMPLETED
    assert gate_of(run)["reasons"] == ["No pass without evidence: the audit did not come all the way."]


def test_a_crashed_browser(auditor: Auditor, tmp_path: Path) -> None:
    """What had been seen before is judged, but is no pass: not even where it was seen to its end by the rules of the gate."""
    run = ended(tmp_path / "run", "failed", "browser_crashed", Stage.HOME, Stage.PRODUCT, missed=Stage.CART, reason="The browser crashed.")
    assert auditor("judge", run, "--fail-on", "none", "--exit-zero").code == NOT_COMPLETED
    configured(tmp_path, f"{RULES}must_reach = 'payment'")
    assert auditor("judge", run).code == NOT_COMPLETED
    assert outcomes(run, "must_reach") == [("payment", "no_evidence")]


def test_a_browser_that_does_not_start(auditor: Auditor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def record(*_: object) -> bool:
        raise BrowserError("The browser ended at once.")

    monkeypatch.setattr("auditor.record.session.record", record)
    ran = auditor("run", SHOP, "-o", tmp_path / "out", "--quiet", "--fail-on", "none", "--exit-zero")
    assert ran.refused(NOT_COMPLETED, "The browser ended at once.")
    assert not (tmp_path / "out").exists()


def test_an_unreachable_shop(auditor: Auditor, tmp_path: Path) -> None:
    run = ended(tmp_path / "run", "failed", "unreachable", missed=Stage.HOME, reason="The address did not answer.")
    assert auditor("judge", run, "--fail-on", "none", "--exit-zero").code == NOT_COMPLETED
    configured(tmp_path, f"{RULES}must_reach = 'home'")
    assert auditor("judge", run).code == NOT_COMPLETED
    assert not gate_of(run)["passed"]


# -- rules that match nothing ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[gate.checks]\nspeed-lpc = 'error'", "gate.checks: there is no check 'speed-lpc'. Did you mean speed-lcp?"),
        ("[[gate.waivers]]\ncheck = 'speed-lpc'\nreason = 'x'\nuntil = 2099-01-01", "gate.waivers: there is no check 'speed-lpc'."),
        ("[gate]\nmin_category = { chekout = 80 }", "there is no category 'chekout'. Did you mean checkout?"),
        ("[gate.budgets]\nlpc_ms = 2500", "there is no metric 'lpc_ms'. Did you mean lcp_ms?"),
        ("[gate.budgets.chekout]\nlcp_ms = 2500", "there is no stage or device of this audit 'chekout'. Did you mean checkout?"),
        ("[gate]\nmust_reach = { tablet = 'payment' }", "there is no device of this audit 'tablet'."),
        ("[gate]\nmust_reach = 'pay'", "there is no stage 'pay'."),
        ("[gate]\nmin_scor = 80", "There is no setting called 'min_scor' in [gate]"),
        ("min_score = 80", "There is no setting called 'min_score'"),
        ("only = ['speed-lpc']", "Did you mean speed-lcp?"),
    ],
)
def test_an_unknown_id(auditor: Auditor, run: Path, tmp_path: Path, text: str, said: str) -> None:
    configured(tmp_path, text)
    assert auditor("judge", run).refused(USAGE, said)
    assert auditor("run", SHOP, "-o", tmp_path / "out").refused(USAGE, said)  # before a browser is started
    assert not (tmp_path / "out").exists()


def test_a_baseline_of_a_check_that_is_none(auditor: Auditor, run: Path, tmp_path: Path) -> None:
    auditor("judge", run)
    auditor("baseline", run, "--output", "known.json")
    known = json.loads((tmp_path / "known.json").read_text(encoding="utf-8"))
    known["findings"][0]["check"] = "speed-lpc"
    (tmp_path / "known.json").write_text(json.dumps(known), encoding="utf-8")
    assert auditor("judge", run, "--baseline", "known.json").refused(USAGE, "gate.baseline: there is no check 'speed-lpc'.")


def test_an_expired_waiver(auditor: Auditor, run: Path, tmp_path: Path) -> None:
    waiver = "[[gate.waivers]]\ncheck = 'postpurchase-returns-link'\nreason = 'New footer'\nuntil = {}"
    only = ("--only", "postpurchase-returns-link", "--fail-on", "major")
    configured(tmp_path, waiver.format("2026-11-24"))
    assert auditor("judge", run, *only).code == 0  # it still counts on the day of the audit
    configured(tmp_path, waiver.format("2026-11-23"))
    assert auditor("judge", run, *only).code == GATE_FAILED
    said = "The waiver for postpurchase-returns-link expired after 2026-11-23, so it lets nothing pass any more (New footer)."
    assert gate_of(run)["notes"] == [said]
    assert said in " ".join(auditor("report", run, "--format", "terminal").out.split())


@pytest.mark.parametrize("text", ["", "[gate]", "[gate.budgets]\n[gate.checks]", "gate.waivers = []"])
def test_an_empty_configuration(auditor: Auditor, tmp_path: Path, text: str) -> None:
    """Nothing configured is the usual rule, not none."""
    shop = Shop(tmp_path / "run" / RECORDING)
    shop.walk(ended="payment_reached").page(Stage.HOME, Page()).page(Stage.PRODUCT, Page(), timings=vitals(LCP=9000))
    shop.recording()
    configured(tmp_path, text)
    assert auditor("judge", tmp_path / "run").code == GATE_FAILED
    assert "speed-lcp" in [one["check"] for one in gate_of(tmp_path / "run")["failed_checks"]]


def test_no_device_and_no_check(auditor: Auditor, run: Path, tmp_path: Path) -> None:
    configured(tmp_path, "devices = []")
    assert auditor("judge", run).refused(USAGE, "devices")
    configured(tmp_path, "skip = ['speed']\nonly = ['speed']")
    assert auditor("judge", run).refused(USAGE, "No check is left")


# -- files -------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("damage", ["", "{", '{"recording_version": "1"}', "\x00"])
def test_a_corrupted_recording(auditor: Auditor, green: Path, damage: str) -> None:
    (green / RECORDING / MANIFEST).write_text(damage, encoding="utf-8")
    assert auditor("judge", green, "--fail-on", "none", "--exit-zero").refused(NOT_COMPLETED, MANIFEST, "cannot be read")
    assert not (green / RESULT).exists()


def test_corrupted_pages(auditor: Auditor, green: Path) -> None:
    file = green / RECORDING / "mobile" / "home" / "observation.json"
    file.write_bytes(file.read_bytes()[:-100])  # what a full disk leaves
    assert auditor("judge", green, "--fail-on", "none", "--exit-zero").code == NOT_COMPLETED
    said = "No pass without evidence: 1 file of the recording is missing or damaged (mobile/home/observation.json)."
    assert gate_of(green)["reasons"] == [said]
    file.unlink()
    assert auditor("judge", green, "--fail-on", "none", "--exit-zero").code == NOT_COMPLETED


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_under_the_result(auditor: Auditor, green: Path) -> None:
    (green / f"{RESULT}.part").symlink_to("/dev/full")
    assert auditor("judge", green, "--fail-on", "none").refused(NOT_COMPLETED, "No space left on device")
    assert not (green / RESULT).exists()  # the one of before would pass for it


def test_a_full_disk_under_the_recording(auditor: Auditor, green: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def record(*_: object) -> bool:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("auditor.record.session.record", record)
    ran = auditor("run", SHOP, "-o", green, "--quiet", "--fail-on", "none", "--exit-zero")
    assert ran.refused(NOT_COMPLETED, "cannot be written: No space left on device")
    assert not (green / RESULT).exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_under_a_report(auditor: Auditor, green: Path) -> None:
    (green / "report.html.part").symlink_to("/dev/full")
    assert auditor("report", green, "--format", "html").refused(NOT_COMPLETED, "report.html", "No space left on device")


def test_an_old_result_lying_there(auditor: Auditor, green: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def record(*_: object) -> bool:
        raise BrowserError("The browser ended at once.")

    monkeypatch.setattr("auditor.record.session.record", record)
    assert auditor("run", SHOP, "-o", green, "--quiet", "--exit-zero").code == NOT_COMPLETED
    assert auditor("report", green).refused(NOT_COMPLETED, f"holds no {RESULT}")
    assert auditor("baseline", green).refused(NOT_COMPLETED, f"holds no {RESULT}")


def test_a_recording_newer_than_its_result(auditor: Auditor, green: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def record(*_: object) -> bool:
        return False

    monkeypatch.setattr("auditor.record.session.record", record)
    assert auditor("record", SHOP, "-o", green, "--quiet").code == 0
    assert auditor("report", green).refused(NOT_COMPLETED, f"holds no {RESULT}")


def test_a_reader_that_stops_early(tmp_path: Path, run: Path) -> None:
    """`auditor judge … | true`: a pipe that nobody reads is no pass."""
    command = [sys.executable, "-m", "auditor", "judge", str(run), "--only", "postpurchase-returns-link", "--fail-on", "major"]
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, cwd=tmp_path, check=False)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (GATE_FAILED, "")


def test_a_baseline_that_is_gone(auditor: Auditor, green: Path) -> None:
    ran: Ran = auditor("judge", green, "--fail-on", "none", "--baseline", "none.json")
    assert ran.refused(USAGE, "There is no baseline none.json")

"""Audits that do not get to the payment: each says how it ended, keeps what was seen, and is never green or a traceback."""

from __future__ import annotations

import html
import os
import resource
import signal
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import AbstractContextManager
from pathlib import Path

import psutil
import pytest

from auditor.demo.server import serve
from auditor.demo.shape import Shape
from tests.e2e.auditing import Audit, audited, auditing, side_by_side
from tests.e2e.sites import (
    BROKEN,
    CHALLENGE,
    FORBIDDEN,
    LOGIN,
    blog,
    empty_shop,
    nobody,
    silence,
    site,
    sold_out_shop,
)
from tests.processes import descendants, gone

pytestmark = pytest.mark.browser

GATE_FAILED, INTERRUPTED, NOT_COMPLETED = 1, 2, 3
ONE = ("--device", "desktop")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "out"


def ends_as(audit: Audit, ended: str, failure: str, code: int, device: str = "desktop") -> None:
    """The journey ended so, the command with this code, and reports say it."""
    journey = audit.journeys[device]
    assert (journey.ended, journey.failure_code, audit.code) == (ended, failure, code), f"{journey.message}\n{audit.stderr}"
    assert journey.message in html.unescape((audit.folder / "report.html").read_text())
    assert journey.steps, "an audit that came to an end tried at least one step"
    assert any(step.outcome == "blocked" for step in journey.steps) is (ended in {"blocked", "login_required"})
    assert all(step.reason for step in journey.steps if step.outcome != "reached")
    assert (audit.folder / "recording" / "manifest.json").is_file()


# What answers, and how the journey must end.
SITES: dict[str, tuple[Callable[[], AbstractContextManager[str]], str, str]] = {
    "a blog": (lambda: site(blog()), "not_a_shop", "not_a_shop"),
    "403": (lambda: site({}, FORBIDDEN), "blocked", "bot_wall"),
    "403 after the first pages": (lambda: site(sold_out_shop(), FORBIDDEN, patience=2), "blocked", "bot_wall"),
    "a challenge of Cloudflare's": (lambda: site({}, CHALLENGE), "blocked", "bot_wall"),
    "a shop behind a login": (lambda: site({}, LOGIN), "login_required", "login_wall"),
    "a shop that is sold out": (lambda: site(sold_out_shop()), "no_product", "no_in_stock_product"),
    "a shop without products": (lambda: site(empty_shop()), "no_product", "no_product_found"),
    "500": (lambda: site({}, BROKEN), "failed", "server_error"),
    "nobody": (nobody, "failed", "unreachable"),
}


def audit_site(name: str, folder: Path) -> Audit:
    with SITES[name][0]() as url:
        return audited(url, folder, *ONE)


@pytest.fixture(scope="module")
def site_audits(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Future[Audit]]]:
    with side_by_side() as pool:
        yield {name: pool.submit(audit_site, name, tmp_path_factory.mktemp("site") / "out") for name in SITES}


@pytest.mark.parametrize("name", SITES)
def test_a_site_that_cannot_be_bought_from_is_no_completed_audit(name: str, site_audits: Mapping[str, Future[Audit]]) -> None:
    _, ended, failure = SITES[name]
    audit = site_audits[name].result()
    ends_as(audit, ended, failure, NOT_COMPLETED)
    product = audit.steps("desktop").get("product")
    assert (audit.result.score.total is None) == (product is None or product.outcome == "blocked"), "only what sells something is graded"
    assert not any(step.stage in {"checkout", "payment"} for step in audit.journeys["desktop"].steps)


def test_an_unreachable_address_is_told_of_both_devices(folder: Path) -> None:
    audit = audited("http://127.0.0.1:1/", folder)
    for device in ("desktop", "mobile"):
        ends_as(audit, "failed", "unreachable", NOT_COMPLETED, device)
    unasked = ("A matter of law", "Lighthouse was not asked for")
    judged = [v for v in audit.result.verdicts if not v.message.startswith(unasked)]
    assert {v.outcome for v in judged} == {"not_measurable"}


def test_a_server_that_never_answers_uses_up_the_time_it_is_given(folder: Path) -> None:
    with silence() as url:
        audit = audited(url, folder, *ONE, "--max-seconds", "3")
    ends_as(audit, "failed", "out_of_time", NOT_COMPLETED)


def test_a_device_that_time_was_up_for_stands_in_the_result(folder: Path) -> None:
    with silence() as url:
        audit = audited(url, folder, "--max-seconds", "2")
    assert audit.code == INTERRUPTED
    assert {device: journey.failure_code for device, journey in audit.journeys.items()} == {
        "desktop": "out_of_time",
        "mobile": "interrupted",
    }
    assert "before this device was sent" in audit.stdout.replace("\n", " ").replace("  ", " ")


def test_a_checkout_for_members_only_fails_the_gate(folder: Path) -> None:
    with serve(Shape.parse("guest=required")) as shop:
        audit = audited(shop.url, folder, *ONE, "--no-probes")
        assert (shop.ledger.orders, shop.ledger.accounts) == (0, 0)
    ends_as(audit, "login_required", "account_required", GATE_FAILED)
    assert audit.journeys["desktop"].deepest_stage == "checkout"
    assert "checkout-guest-option" in audit.wrong


def test_a_killed_browser_ends_one_journey_and_not_the_next(folder: Path) -> None:
    with serve() as shop, auditing(shop.url, folder, "--no-probes") as started:
        audit = started.until("desktop: search", kill_browser)
    ends_as(audit, "failed", "browser_crashed", NOT_COMPLETED)
    assert [stage for stage, step in audit.steps("desktop").items() if step.outcome == "reached"] == ["home", "category", "search"]
    assert audit.journeys["mobile"].ended == "payment_reached"


@pytest.mark.parametrize(
    "interrupt",
    [
        pytest.param(lambda process: os.killpg(process, signal.SIGINT), id="Ctrl-C, which the browser hears too"),
        pytest.param(lambda process: os.kill(process, signal.SIGTERM), id="SIGTERM"),
    ],
)
def test_an_interrupt_keeps_and_reports_what_was_seen(interrupt: Callable[[int], None], folder: Path) -> None:
    running: dict[psutil.Process, str] = {}

    def act(process: int) -> None:
        running.update(descendants(process))
        interrupt(process)

    with serve() as shop, auditing(shop.url, folder, *ONE) as started:
        audit = started.until("desktop: search", act)
    ends_as(audit, "interrupted", "interrupted", INTERRUPTED)
    assert audit.journeys["desktop"].deepest_stage == "search"
    assert (audit.folder / "recording" / "desktop" / "category" / "screenshot.webp").is_file()
    assert any(verdict.stage == "home" and verdict.outcome == "pass" for verdict in audit.result.verdicts)
    assert browser_of(running)
    assert gone(running)


def test_a_disk_that_fills_up_is_named(folder: Path) -> None:
    with serve() as shop, auditing(shop.url, folder, *ONE) as started:
        audit = started.until("desktop: search", fill_disk)
    assert audit.code == NOT_COMPLETED
    assert str(folder.name) in audit.stderr.splitlines()[-1]
    assert "File too large" in audit.stderr.splitlines()[-1]


def kill_browser(process: int) -> None:
    """Kill the browser that an audit started, as the system does when memory runs out."""
    browser_of(descendants(process)).kill()


def browser_of(processes: Mapping[psutil.Process, str]) -> psutil.Process:
    """The browser's first process among these, from which all its others descend."""
    return next(process for process, command in processes.items() if "--remote-debugging" in command and "--type=" not in command)


def fill_disk(process: int) -> None:
    """Let no file of this process grow beyond a few bytes; what it has started already is not concerned."""
    resource.prlimit(process, resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))

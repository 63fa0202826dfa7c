"""`auditor demo` on a bare machine: what the README promises first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from playwright.async_api import Route

from auditor.browser.devices import DESKTOP, MOBILE
from auditor.browser.launch import BrowserChoice, launched
from auditor.demo.catalogue import Catalogue
from auditor.demo.shape import PLAIN
from auditor.demo.wording import wording
from auditor.model.device import Device
from auditor.model.stage import Stage
from tests.e2e.auditing import auditor
from tests.e2e.demo import TRAPS, DemoAudit

pytestmark = pytest.mark.browser

DEVICES = ("desktop", "mobile")


def test_the_demo_passes_and_says_where_its_report_is(healthy: DemoAudit) -> None:
    assert healthy.code == 0, healthy.stderr
    assert f"Report: {(healthy.folder / 'report.html').resolve()}" in healthy.stdout
    assert f"Score: {healthy.result.score.total} of 100" in healthy.stdout


def test_progress_goes_to_stderr_and_results_to_stdout(healthy: DemoAudit) -> None:
    assert "desktop: payment" in healthy.stderr
    assert "desktop: payment" not in healthy.stdout
    assert "\x1b" not in healthy.stdout + healthy.stderr
    assert "\r" not in healthy.stderr


@pytest.mark.parametrize("device", DEVICES)
def test_every_step_up_to_payment_is_reached(healthy: DemoAudit, device: str) -> None:
    assert (healthy.journeys[device].ended, healthy.journeys[device].failure_code) == ("payment_reached", None)
    assert {stage: step.outcome for stage, step in healthy.steps(device).items()} == {stage.value: "reached" for stage in Stage}
    assert all((healthy.folder / "recording" / (step.screenshot or "none")).is_file() for step in healthy.steps(device).values())


def test_the_server_granted_each_shopper_the_payment_of_the_product_that_the_result_names(healthy: DemoAudit) -> None:
    names = {product.id: product.name for product in Catalogue(wording("en"), PLAIN).products.values()}
    believed = sorted(journey.product or "" for journey in healthy.result.journeys)
    assert sorted(names[product] for products, _ in healthy.bought for product in products) == believed
    assert [deepest for _, deepest in healthy.bought] == ["payment", "payment"]


def test_nothing_was_ordered_registered_subscribed_written_or_paid(healthy: DemoAudit) -> None:
    assert healthy.traps == dict.fromkeys(TRAPS, 0)


def test_the_result_keeps_its_published_schema(healthy: DemoAudit, tmp_path: Path) -> None:
    printed = auditor("schema", "result", folder=tmp_path / "none")
    assert printed.code == 0
    schema = json.loads(printed.stdout)
    Draft202012Validator.check_schema(schema)
    result = json.loads((healthy.folder / "result.json").read_text())
    assert [error.message for error in Draft202012Validator(schema).iter_errors(result)] == []


def test_judging_again_gives_the_same_bytes(healthy: DemoAudit, tmp_path: Path) -> None:
    (tmp_path / "recording").symlink_to(healthy.folder / "recording")
    again = auditor("judge", str(tmp_path), "--jurisdiction", "eu", folder=tmp_path)
    assert again.code == healthy.code
    assert (tmp_path / "result.json").read_bytes() == (healthy.folder / "result.json").read_bytes()


@pytest.mark.parametrize("device", [DESKTOP, MOBILE], ids=["desktop", "mobile"])
async def test_the_report_is_one_file_that_asks_nobody_for_anything(healthy: DemoAudit, device: Device) -> None:
    report = healthy.folder / "report.html"
    asked: list[str] = []
    said: list[str] = []

    async def refuse(route: Route) -> None:
        if route.request.url == report.as_uri():
            await route.continue_()
        else:
            asked.append(route.request.url)
            await route.abort()

    async with launched(BrowserChoice()) as running:
        page = await running.browser.new_page(viewport={"width": device.width, "height": device.height})
        page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: said.append(str(error)))
        await page.route("**/*", refuse)
        await page.goto(report.as_uri())
        await page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        broken = await page.evaluate("[...document.images].filter(i => i.currentSrc && i.complete && !i.naturalWidth).length")
        spill = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        text = await page.inner_text("body")
    assert (asked, said, broken) == ([], [], 0)
    assert spill <= 0
    assert str(healthy.result.score.total) in text

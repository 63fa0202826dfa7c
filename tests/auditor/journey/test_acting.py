"""A control is pressed as often as it takes, and once where the shop was asked already."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser, Request

from auditor.browser.devices import DESKTOP
from auditor.browser.launch import Visitor, open_context
from auditor.browser.tab import Tab
from auditor.facts.page import PageFacts
from auditor.journey.acting import Acted, act
from auditor.journey.guard import Guard
from auditor.journey.plan import JourneyPlan
from auditor.journey.walker import Walker
from auditor.model.journey import Signal
from auditor.model.stage import Stage
from auditor.record.redaction import Redactor
from auditor.record.writer import JourneyWriter
from tests.auditor.pages import HOME, by_id, document

POST = "fetch('/cart/add', {method: 'POST', body: '1'})"
SAID = ".then(() => document.body.append('Added'))"
BUSY = "const until = Date.now() + 4500; while (Date.now() < until);"


def added(facts: PageFacts) -> list[Signal]:
    return [Signal("says so", "message", hard=True)] if "Added" in facts.observation.full_text else []


@pytest.mark.parametrize(
    ("script", "rung", "posts"),
    [
        pytest.param(f"b.onclick = () => {{ {POST}{SAID}; }}", "trusted", 1, id="a button that works"),
        pytest.param(f"b.onclick = () => {{ {POST}{SAID}; {BUSY} }}", "trusted", 1, id="a press that keeps the page busy"),
        pytest.param(f"b.onkeydown = (e) => {{ if (e.key === 'Enter') {POST}{SAID}; }}", "enter", 1, id="a button for the keyboard"),
        pytest.param("", "none", 0, id="a dead button"),
    ],
)  # fmt: skip
async def test_a_press_reaches_the_shop_once(script: str, rung: str, posts: int, browser: Browser, tmp_path: Path) -> None:
    acted, posted = await pressed(browser, tmp_path, script)
    assert (acted.rung, acted.confirmed, len(posted)) == (rung, posts > 0, posts)


async def pressed(browser: Browser, folder: Path, script: str) -> tuple[Acted, list[Request]]:
    """Press the one button of a page with this script; returns what the shop was sent too."""
    context = await open_context(browser, DESKTOP, Visitor())
    page = document(f"<main><h1>Mug</h1><button id='b' type='button'>Add to cart</button></main><script>{script}</script>")
    posted: list[Request] = []
    try:
        await context.route("**/*", lambda route: route.fulfill(body=page, content_type="text/html; charset=utf-8"))
        tab = Tab(await context.new_page(), DESKTOP)
        tab.page.on("request", lambda request: posted.append(request) if request.method == "POST" else None)
        await tab.goto(HOME)
        walker = Walker(tab, context, Guard(), JourneyPlan(HOME), JourneyWriter(folder, {}, (), Redactor()))
        facts = await walker.look()
        acted = await act(walker, facts, by_id(facts.observation, "b"), added, Stage.CART, strategy="buy button", patience=8.0)
    finally:
        await context.close()
    return acted, posted

"""How the browser is started, and what a fresh shopper's context brings along."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import psutil
import pytest
from playwright.async_api import Browser, Page, Request

from auditor.browser.devices import DESKTOP, MOBILE
from auditor.browser.launch import QUIET, BrowserChoice, Visitor, launched, open_context, sandboxed
from auditor.errors import BrowserError
from auditor.model.device import Device
from tests.auditor.pages import HOME


@pytest.mark.parametrize(("user", "sandbox"), [(0, False), (1000, True)])
def test_only_root_goes_without_a_sandbox(monkeypatch: pytest.MonkeyPatch, user: int, sandbox: bool) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.delenv("CHROME_SANDBOX", raising=False)
    assert sandboxed() is sandbox


def test_a_container_can_say_that_it_allows_no_sandbox(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("CHROME_SANDBOX", "off")
    assert not sandboxed()


def command_of(process: psutil.Process) -> list[list[str]]:
    """The command line of a process, or none: browsers start some that are gone a moment later."""
    try:
        return [process.cmdline()]
    except psutil.Error:
        return []


async def test_the_browser_is_started_quietly_with_playwrights_own_list_of_features() -> None:
    async with launched(BrowserChoice()):
        commands = [command for process in psutil.Process().children(recursive=True) for command in command_of(process)]
    browser = next(command for command in commands if "--headless" in " ".join(command) and "--type=" not in " ".join(command))
    flags = [flag for part in browser for flag in part.split()]  # Debian's wrapper hands them on as one
    assert set(QUIET) <= set(flags)
    assert ("--no-sandbox" in flags) is not sandboxed()
    features = [flag for flag in flags if flag.startswith("--disable-features=")]
    assert "HttpsUpgrades" in features[-1]


@pytest.mark.parametrize(
    ("name", "chromium"), [("chromium", True), ("chrome", True), ("msedge", True), ("firefox", False), ("webkit", False)]
)
def test_which_browsers_have_devtools(name: str, chromium: bool) -> None:
    assert BrowserChoice(name).is_chromium is chromium


async def test_an_unknown_browser_is_answered_with_the_known_ones() -> None:
    with pytest.raises(BrowserError, match="no browser called 'netscape'; choose one of chromium"):
        async with launched(BrowserChoice("netscape")):
            pass


async def test_a_browser_that_does_not_start_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(BrowserError, match=r"could not be started.*(?s:.*)doctor --install"):
        async with launched(BrowserChoice(executable=tmp_path / "no-chrome")):
            pass


@asynccontextmanager
async def visiting(browser: Browser, device: Device = DESKTOP, visitor: Visitor | None = None) -> AsyncIterator[tuple[Page, list[Request]]]:
    """A page in a fresh context, and the requests it made."""
    context = await open_context(browser, device, visitor or Visitor())
    requests: list[Request] = []
    try:
        await context.route("**/*", lambda route: route.fulfill(body="<!doctype html><p>x", content_type="text/html"))
        page = await context.new_page()
        page.on("request", lambda request: requests.append(request))
        await page.goto(HOME)
        yield page, requests
    finally:
        await context.close()


async def test_the_desktop_shopper(browser: Browser) -> None:
    async with visiting(browser) as (page, _):
        assert await page.evaluate("[innerWidth, innerHeight, devicePixelRatio]") == [1366, 900, 1]
        assert "Headless" not in await page.evaluate("navigator.userAgent")
        assert not await page.evaluate("matchMedia('(pointer: coarse)').matches")


async def test_the_phone_shopper(browser: Browser) -> None:
    async with visiting(browser, MOBILE) as (page, _):
        assert await page.evaluate("screen.width") == 412
        assert await page.evaluate("navigator.maxTouchPoints") > 0
        agent = await page.evaluate("navigator.userAgent")
    assert "Pixel 7" in agent
    assert f"Chrome/{browser.version} Mobile" in agent


async def test_what_a_visitor_brings_along(browser: Browser, tmp_path: Path) -> None:
    stored = tmp_path / "state.json"
    cookie = {"name": "seen", "value": "1", "domain": "shop.example", "path": "/", "expires": -1, "httpOnly": False, "secure": True}
    stored.write_text(json.dumps({"cookies": [{**cookie, "sameSite": "Lax"}], "origins": []}))
    visitor = Visitor("fr-CH", "Europe/Zurich", {"x-audit": "yes"}, None, stored, (47.4, 8.5))
    async with visiting(browser, DESKTOP, visitor) as (page, requests):
        assert await page.evaluate("[navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone]") == ["fr-CH", "Europe/Zurich"]
        assert await page.evaluate("document.cookie") == "seen=1"
        place = "new Promise((yes) => navigator.geolocation.getCurrentPosition((p) => yes(p.coords.latitude)))"
        assert await page.evaluate(place) == 47.4
    assert requests[0].headers["x-audit"] == "yes"
    assert requests[0].headers["accept-language"].startswith("fr-CH")


async def test_two_contexts_share_nothing(browser: Browser) -> None:
    async with visiting(browser) as (one, _):
        await one.evaluate("document.cookie = 'cart=7; secure'")
        async with visiting(browser) as (two, _):
            assert await two.evaluate("document.cookie") == ""


async def test_the_engines_hooks_are_not_seen_by_the_page(browser: Browser) -> None:
    async with visiting(browser) as (page, _):
        assert await page.evaluate("Object.keys(window).filter((k) => /audit|engine/i.test(k))") == []
        assert await page.evaluate("Element.prototype.attachShadow.name + EventTarget.prototype.addEventListener.name") == (
            "attachShadowaddEventListener"
        )

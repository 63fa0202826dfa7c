"""Starts the browser and opens a fresh shopper's context in it."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, Error, Playwright, StorageState, async_playwright

from auditor.browser.executable import installed_chromium
from auditor.errors import BrowserError
from auditor.model.device import Device

# Chromium talks to its maker in the background unless told not to; that would disturb the timings and the network log.
# No `--disable-features`: a second one would replace Playwright's own, which keeps http addresses http among other things.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--metrics-recording-only",
    "--no-pings",
)
_SANDBOX = "CHROME_SANDBOX"
# A context that is offline still opens connections ahead of a request; with no name or number to be resolved there is none.
_OFFLINE = "--host-resolver-rules=MAP * ~NOTFOUND"
_INIT = (files("auditor.browser") / "init.js").read_text(encoding="utf-8")
_ENGINES = {"chromium": "chromium", "chrome": "chromium", "msedge": "chromium", "firefox": "firefox", "webkit": "webkit"}


@dataclass(frozen=True)
class BrowserChoice:
    """Which browser to use and how to show it. `name`: chromium, chrome, msedge, firefox or webkit.

    `offline`: a Chromium that reaches nothing, not even this machine.
    """

    name: str = "chromium"
    headed: bool = False
    executable: Path | None = None
    proxy: str = ""
    offline: bool = False

    @property
    def is_chromium(self) -> bool:
        """Whether DevTools can be used with it."""
        return _ENGINES.get(self.name) == "chromium"


@dataclass(frozen=True)
class Visitor:
    """What a context brings along besides the device: language, extra headers, stored login."""

    locale: str = "en-US"
    timezone: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    basic_auth: tuple[str, str] | None = None
    storage_state: Path | StorageState | None = None  # a file, or what a context holds
    geolocation: tuple[float, float] | None = None


def sandboxed() -> bool:
    """Whether Chromium keeps its sandbox: always but for root, as whom it refuses to start with one.

    A container allows no sandbox inside, being one itself: there `CHROME_SANDBOX=off` says so.
    """
    return os.environ.get(_SANDBOX, "").lower() != "off" and not (hasattr(os, "geteuid") and os.geteuid() == 0)


@dataclass(frozen=True)
class Launched:
    """A running browser and Playwright's registry of devices."""

    browser: Browser
    devices: Mapping[str, Any]


@asynccontextmanager
async def launched(choice: BrowserChoice) -> AsyncIterator[Launched]:
    """Start the browser and close it at the end.

    Raises `BrowserError` when there is none or it does not start, saying what to do.
    """
    async with async_playwright() as playwright:
        browser = await _launch(playwright, choice)
        try:
            yield Launched(browser, playwright.devices)
        finally:
            with suppress(Error):  # it died before; what it leaves behind is Playwright's to clean up
                await browser.close()


async def _launch(playwright: Playwright, choice: BrowserChoice) -> Browser:
    engine = _ENGINES.get(choice.name)
    if engine is None:
        raise BrowserError(f"There is no browser called {choice.name!r}; choose one of {', '.join(_ENGINES)}.")
    options: dict[str, Any] = {"headless": not choice.headed, "handle_sigint": False, "handle_sigterm": False}
    if choice.proxy:
        options["proxy"] = {"server": choice.proxy}
    if engine == "chromium":
        options["args"] = [*QUIET, _OFFLINE] if choice.offline else list(QUIET)
        options["chromium_sandbox"] = sandboxed()  # Playwright leaves it off unless told
        executable = choice.executable or (installed_chromium() if choice.name == "chromium" else None)
        if executable:
            options["executable_path"] = str(executable)
        elif choice.name in {"chrome", "msedge"}:
            options["channel"] = choice.name
    try:
        return await getattr(playwright, engine).launch(**options)  # type: ignore[no-any-return]
    except Error as error:
        first = str(error).strip().splitlines()[0]
        raise BrowserError(
            f"The browser {choice.name} could not be started: {first}\n"
            "Run `auditor doctor --install` to install one, or set CHROME_PATH to a Chrome or Chromium."
        ) from error


async def open_context(browser: Browser, device: Device, visitor: Visitor, vitals: str = "") -> BrowserContext:
    """Open a fresh context for a device: no cookies, no cache, with the observer's hooks and the web-vitals script."""
    options: dict[str, Any] = {
        "viewport": {"width": device.width, "height": device.height},
        "device_scale_factor": device.scale,
        "is_mobile": device.mobile,
        "has_touch": device.mobile,
        "locale": visitor.locale,
        "extra_http_headers": dict(visitor.headers) or None,
        "accept_downloads": False,
    }
    if browser.browser_type.name == "firefox":
        del options["is_mobile"]
    if browser.browser_type.name != "chromium":
        options["service_workers"] = "block"  # their requests would pass the guard's routing unseen
    agent = device.user_agent.replace("{version}", browser.version) or await _stock_user_agent(browser)
    if agent:
        options["user_agent"] = agent
    if visitor.timezone:
        options["timezone_id"] = visitor.timezone
    if visitor.basic_auth:
        options["http_credentials"] = {"username": visitor.basic_auth[0], "password": visitor.basic_auth[1]}
    if visitor.storage_state:
        stored = visitor.storage_state
        options["storage_state"] = str(stored) if isinstance(stored, Path) else stored
    if visitor.geolocation:
        options["geolocation"] = {"latitude": visitor.geolocation[0], "longitude": visitor.geolocation[1]}
        options["permissions"] = ["geolocation"]
    context = await browser.new_context(**options)
    await context.add_init_script(_INIT + vitals)
    return context


async def _stock_user_agent(browser: Browser) -> str:
    """The browser's own user agent without the word Headless, for which some consent tools show nothing."""
    if browser.browser_type.name != "chromium":
        return ""
    session = await browser.new_browser_cdp_session()
    try:
        version = await session.send("Browser.getVersion")
    finally:
        await session.detach()
    return str(version["userAgent"]).replace("Headless", "")

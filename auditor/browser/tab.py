"""One browser tab as the engine uses it: go, wait until it is quiet, look, press, type, pick.

Nothing here decides anything; every wait ends as soon as the page is ready.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Literal

from playwright.async_api import CDPSession, ConsoleMessage, Dialog, ElementHandle, Error, Page, Response
from playwright.async_api import TimeoutError as PlaywrightTimeout

from auditor.browser.effort import Effort
from auditor.browser.traffic import Traffic
from auditor.facts.page import PageFacts
from auditor.model.device import Device
from auditor.observe import Control, Observation
from auditor.observe.observer import Observer

Rung = Literal["trusted", "enter", "dispatched", "href"]
NAVIGATION_SECONDS = 20.0
ACTION_SECONDS = 3.0
_QUIET_MS = 60
_WAKING_SECONDS = 1.0
_LOADED_FOR = "() => (performance.now() - (performance.getEntriesByType('navigation')[0]?.loadEventEnd ?? 0)) / 1000"
_LOAD_SECONDS = 8.0
_SETTLE = (files("auditor.browser") / "settle.js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a navigation ended: HTTP status (0 if unknown), address, and Playwright's error if it failed.

    `waited` are the seconds after which it was given up.
    """

    url: str
    status: int = 0
    error: str = ""
    waited: float = 0.0


class Gone(Exception):
    """The element that was to be used is no longer on the page."""


@dataclass
class Tab:
    """A page with its traffic, its observer and the dialogs it opened."""

    page: Page
    device: Device
    languages: Sequence[str] = ()
    effort: Effort = field(default_factory=Effort)
    dialogs: list[str] = field(default_factory=list)
    accept_dialogs: bool = True
    crashed: bool = False
    messages: list[dict[str, str]] = field(default_factory=list)
    written_in: Counter[str] = field(default_factory=Counter)
    furniture: set[str] = field(default_factory=set)
    platform_hints: bool = True
    _session: CDPSession | None = None

    def __post_init__(self) -> None:
        self.traffic = Traffic(self.page)
        self.observer = Observer(self.page)
        self.page.set_default_timeout(ACTION_SECONDS * 1000)
        self.page.on("dialog", self._on_dialog)
        self.page.on("crash", self._on_crash)
        self.page.on("console", self._on_console)
        self.page.on("pageerror", self._on_exception)

    # -- going and waiting ------------------------------------------------------------------------------------------

    async def goto(self, url: str, seconds: float = NAVIGATION_SECONDS) -> Landing:
        """Open an address and wait until the page has settled; a failure is returned, not raised."""
        started = time.monotonic()
        try:
            response = await self.page.goto(url, wait_until="domcontentloaded", timeout=seconds * 1000)
        except PlaywrightTimeout:
            return Landing(self.page.url, error=f"no answer within {seconds:g} seconds", waited=seconds)
        except Error as error:
            return Landing(url, error=str(error).strip().splitlines()[0])
        await self._loaded(_LOAD_SECONDS)  # the first press would end the browser's own wait for the largest picture
        await self.settle()
        self.effort.wait_seconds += time.monotonic() - started
        return Landing(self.page.url, response.status if response else 0)

    async def settle(self, limit: float = 4.0) -> None:
        """Wait until no document, XHR or fetch is under way and the page has been quiet for a moment.

        Never waits for a network that does not come to rest; ends after `limit` seconds at the latest.
        """
        deadline = time.monotonic() + limit
        while (left := deadline - time.monotonic()) > 0:
            if self.traffic.navigating:
                if not await self.traffic.wait_for_change(left):
                    return
                continue
            if not await self._loaded(left):
                continue
            pending = self.traffic.pending
            quiet = await self._quiet(min(left, 0.4 if pending else 1.5))
            if quiet and not self.traffic.pending:
                return
            if self.traffic.pending:
                await self.traffic.wait_for_change(max(0.05, min(left, 0.5)))

    async def _loaded(self, seconds: float) -> bool:
        try:
            await self.page.wait_for_load_state("load", timeout=seconds * 1000)
        except PlaywrightTimeout:
            return True  # some picture hangs; the page is usable
        except Error:
            return False
        return True

    async def _quiet(self, seconds: float) -> bool:
        try:
            _, _, quiet = await self.page.evaluate(_SETTLE, [_QUIET_MS, int(seconds * 1000)])
        except Error:
            await asyncio.sleep(0)  # a navigation replaced the document: look again
            return False
        return bool(quiet)

    async def awake(self) -> None:
        """Wait until the page has been loaded for a moment: many wake only then, and what is typed before is lost on their scripts."""
        try:
            left = _WAKING_SECONDS - float(await self.page.evaluate(_LOADED_FOR))
        except Error:
            return
        if left > 0:
            await asyncio.sleep(left)

    # -- looking ----------------------------------------------------------------------------------------------------

    async def look(self) -> PageFacts:
        """Observe the page as it is now; settles again if it navigates meanwhile."""
        for attempt in range(4):
            try:
                observation = await self.observer.observe()
                usual = self.written_in.most_common(1)[0][0] if self.written_in else ""
                facts = PageFacts(observation, self.languages, self.status, usual, self.furniture, platform_hints=self.platform_hints)
                self.written_in[facts.language] += 1
                return facts
            except Error:
                if self.crashed or self.page.is_closed() or attempt == 3:
                    raise
                await self.settle()
        raise Gone("the page did not hold still")

    async def until(self, good: Callable[[PageFacts], bool], patience: float = 5.0, *, idle: bool = True) -> tuple[PageFacts, bool]:
        """Look until `good`, as long as the page still does something, at most `patience` seconds.

        `idle=False` waits out the patience even where nothing happens. Returns the last facts and whether they were good.
        """
        started = time.monotonic()
        deadline = started + patience
        await self.settle(patience)
        facts = await self.look()
        idle_since = time.monotonic()
        while not good(facts) and time.monotonic() < deadline:
            before = (self.traffic.last_activity, fingerprint(facts.observation))
            await self.traffic.wait_for_change(0.15)
            await self.settle(max(0.3, deadline - time.monotonic()))
            facts = await self.look()
            if (self.traffic.last_activity, fingerprint(facts.observation)) != before:
                idle_since = time.monotonic()
            elif idle and time.monotonic() - idle_since > min(1.6, patience / 2):
                break
        self.effort.wait_seconds += time.monotonic() - started
        return facts, good(facts)

    @property
    def status(self) -> int:
        """HTTP status of the document that is shown, 0 if unknown."""
        document = self._document()
        return document.status if document else 0

    @property
    def headers(self) -> dict[str, str]:
        """HTTP headers that came with the document that is shown, by their names in small letters."""
        document = self._document()
        return document.headers if document else {}

    def _document(self) -> Response | None:
        for exchange in reversed(self.traffic.exchanges):
            response = exchange.response if exchange.kind == "document" else None
            if response and response.status not in {204, 205} and response.frame == self.page.main_frame:  # those leave the page as it is
                return response
        return None

    # -- acting -----------------------------------------------------------------------------------------------------

    async def press(self, observation: Observation, control: Control, rung: Rung = "trusted") -> None:
        """Press a control in one way of the ladder; raises `Gone` or playwright's `Error` when it cannot be done."""
        if rung == "href":
            await self.page.goto(control.href, wait_until="domcontentloaded", timeout=NAVIGATION_SECONDS * 1000)
            return
        element = await self._element(observation, control)
        self.effort.clicks += 1
        self.effort.reaching(observation, control)
        if rung == "dispatched":
            await element.evaluate("e => e.click()")
        elif rung == "enter":
            await element.focus()
            await self.page.keyboard.press("Enter")
        else:
            seconds = 1.0 if control.covered else ACTION_SECONDS
            if self.device.mobile:
                await element.tap(timeout=seconds * 1000)
            else:
                await element.click(timeout=seconds * 1000)

    async def type(self, observation: Observation, control: Control, text: str, *, slowly: bool = False) -> None:
        """Put a text into a field, at once or key by key (for fields that rewrite what is typed)."""
        element = await self._element(observation, control)
        self.effort.typing(control, text)
        self.effort.reaching(observation, control)
        if control.custom == "editable" or slowly:
            await element.click(timeout=ACTION_SECONDS * 1000)
            await self.page.keyboard.press("ControlOrMeta+a")
            await self.page.keyboard.press("Delete")
            await self.page.keyboard.type(text)
        else:
            await element.fill(text)

    async def pick(self, observation: Observation, control: Control, option: int) -> None:
        """Choose an option of a select by its place."""
        element = await self._element(observation, control)
        self.effort.choices += 1
        self.effort.reaching(observation, control)
        await element.select_option(index=option)

    async def tick(self, observation: Observation, control: Control, *, on: bool) -> None:
        """Tick or untick a box, or choose a radio button, through its label where the box itself is hidden."""
        self.effort.choices += 1
        self.effort.reaching(observation, control)
        element = await self._element(observation, control)
        if control.visible and not control.covered:
            if control.type in {"checkbox", "radio"}:
                await element.set_checked(on)
            elif (await element.get_attribute("aria-checked") == "true") is not on:  # another box may have switched it since
                await element.click()
            return
        label = observation.label_of(control)
        if label is not None and label.visible:
            shown = await self._element(observation, label)
            await (shown.tap() if self.device.mobile else shown.click())
            if await element.is_checked() == on:
                return
        state = "'checked' in e ? e.checked : e.getAttribute('aria-checked') === 'true'"
        await element.evaluate(f"(e, on) => {{ if (({state}) !== on) e.click(); }}", on)

    async def leave_field(self) -> None:
        """Move on with the Tab key, so that the page validates what was typed."""
        await self.page.keyboard.press("Tab")

    async def devtools(self) -> CDPSession:
        """Return this page's DevTools session, opened once; Chromium only."""
        if self._session is None:
            self._session = await self.page.context.new_cdp_session(self.page)
            device = self.device  # a second session must know the device too, or its pictures undo the emulation of the first
            metrics = {"width": device.width, "height": device.height, "deviceScaleFactor": device.scale, "mobile": device.mobile}
            await self._session.send("Emulation.setDeviceMetricsOverride", metrics)
            if device.mobile:
                await self._session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
        return self._session

    async def _element(self, observation: Observation, control: Control) -> ElementHandle:
        handle = await self.observer.handle(observation, control.n, control.frame)
        element = handle.as_element() if handle else None
        if element is None:
            raise Gone(f"“{control.label_text[:60] or control.tag}” is no longer on the page")
        return element

    async def _on_dialog(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        try:
            if dialog.type in {"alert", "beforeunload"} or (dialog.type == "confirm" and self.accept_dialogs):
                await dialog.accept()
            else:
                await dialog.dismiss()
        except Error:
            return

    def _on_crash(self, _: Page) -> None:
        self.crashed = True

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.messages.append({"kind": message.type, "text": message.text[:500], "url": message.location.get("url", "")[:500]})

    def _on_exception(self, error: Error) -> None:
        self.messages.append({"kind": "exception", "text": str(error)[:500], "url": self.page.url})


def fingerprint(observation: Observation) -> int:
    """A number that changes when a shopper would see a change: address, texts, states of the controls."""
    controls = tuple((c.n, c.visible, c.disabled, c.value, c.checked, c.text) for c in observation.controls)
    return hash((observation.url, controls, tuple((t.n, t.text) for t in observation.texts)))

"""Records an audit: one journey after another, each device with a fresh browser context, everything kept as it happens."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import Coroutine, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Error, StorageState

from auditor import __version__
from auditor.browser.devices import find_device
from auditor.browser.launch import BrowserChoice, Visitor, launched, open_context
from auditor.browser.tab import Tab
from auditor.browser.throttle import throttle
from auditor.collecting import Collector
from auditor.config.load import Config
from auditor.events import DeviceStarted, Events, Tell
from auditor.external.lighthouserc import Assertions
from auditor.journey.guard import Guard, standing_guard
from auditor.journey.overrides import Overrides, overrides_from
from auditor.journey.plan import JourneyPlan
from auditor.journey.walk import conclude, walk
from auditor.journey.walker import Walker
from auditor.model.device import Device
from auditor.model.journey import Ended, Journey
from auditor.model.moment import Moment
from auditor.model.stage import Stage
from auditor.plan import Plan
from auditor.plugins.collectors import load_collectors
from auditor.record.calibration import is_timed, machine_figure
from auditor.record.collectors import COLLECTORS
from auditor.record.collectors.timings import vitals_script
from auditor.record.journey_entry import ended, not_begun, recorded
from auditor.record.layout import MANIFEST, RECORDING, RECORDING_VERSION, folder_name
from auditor.record.lighthouse import Visit, measure, prepare
from auditor.record.lighthouse_pages import brought_back, cart_addresses, targets_of
from auditor.record.manifest import TOOL, Manifest, RecordedBy, RecordedJourney, RecordedMachine
from auditor.record.redaction import Redactor
from auditor.record.repeat import repeat_timings
from auditor.record.site_pages import record_site_pages
from auditor.record.writer import JourneyWriter
from auditor.words.message import say

_REPEATED = (Stage.HOME, Stage.CATEGORY, Stage.PRODUCT)
_LEAST_SECONDS = 1.0
_GRACE_SECONDS = 10.0
"""What is left to a journey whose time is up for keeping what it saw, before it is ended by force."""


@dataclass
class _Session:
    url: str
    config: Config
    plan: Plan
    root: Path
    events: Events
    overrides: Overrides
    started_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    started: float = field(default_factory=lambda: time.monotonic())
    journeys: list[RecordedJourney] = field(default_factory=list)
    browser: str = ""
    machine: RecordedMachine | None = None
    foreign: Mapping[str, Collector] = field(default_factory=dict)
    broken: Sequence[str] = ()
    demanded: Assertions | None = None
    visits: list[Visit] = field(default_factory=list)
    devices: Sequence[Device] = ()

    @property
    def left(self) -> float:
        """Seconds that are left to the devices."""
        return self.config.settings.max_seconds - (time.monotonic() - self.started)

    def begin(self) -> None:
        """Take the place of an earlier recording, now that there is a browser and its devices are known."""
        if self.root.exists():
            shutil.rmtree(self.root)
        self.write_manifest()
        if self.config.settings.lighthouse.stages:
            prepare(self.root, self.demanded)

    def write_manifest(self) -> None:
        """Write what is known so far; called after each journey, so that an end by force loses the least."""
        now = datetime.now(UTC)
        manifest = Manifest(
            recording_version=RECORDING_VERSION,
            tool=RecordedBy(name=TOOL, version=__version__),
            site=self.url,
            started_at=self.started_at.isoformat(timespec="seconds"),
            finished_at=now.isoformat(timespec="seconds"),
            seconds=round(time.monotonic() - self.started, 2),
            browser=self.browser,
            machine=self.machine,
            config=self.config.recorded(),
            journeys=self.journeys,
        )
        self.root.mkdir(parents=True, exist_ok=True)
        temporary = self.root / f"{MANIFEST}.part"
        temporary.write_text(manifest.model_dump_json(indent=1), encoding="utf-8")
        temporary.replace(self.root / MANIFEST)


async def record(
    url: str,
    config: Config,
    plan: Plan,
    run: Path,
    events: Events,
    overrides: Overrides | None = None,
    demanded: Assertions | None = None,
) -> bool:
    """Record the shop into a run folder; returns whether the audit was interrupted, by a signal or because its time was up.

    `overrides`: what the configuration tells the journey, if that has been read already. `demanded`: what Lighthouse's results
    are held against.

    Raises `BrowserError` when there is no browser, `ConfigError` for an unknown device. What was recorded before an
    interrupt is kept.
    """
    overrides = overrides or overrides_from(url, config.settings)
    foreign, broken = _foreign(plan)
    session = _Session(url, config, plan, run / RECORDING, events, overrides, foreign=foreign, broken=broken, demanded=demanded)
    interrupted = False
    try:
        async with asyncio.timeout(config.settings.max_seconds + _GRACE_SECONDS):
            await _all_devices(session)
        await measure(session.visits, config.settings, session.root, events.say)
    except (asyncio.CancelledError, TimeoutError):
        interrupted = True
    never_sent = _keep_not_begun(session)
    session.write_manifest()
    return interrupted or never_sent


def _foreign(plan: Plan) -> tuple[Mapping[str, Collector], Sequence[str]]:
    """Load the collectors of plugins, if a check asks for an artifact that is none of ours."""
    asked = set().union(*plan.artifacts.values())
    if asked <= set(COLLECTORS):
        return {}, ()
    return load_collectors(COLLECTORS, [file for file, _ in COLLECTORS.values()])


async def _all_devices(session: _Session) -> None:
    """Walk with each device in turn; a browser that died is replaced for the next one."""
    settings = session.config.settings
    choice = BrowserChoice(settings.browser, settings.headed, proxy=settings.proxy)
    waiting = list(dict.fromkeys(settings.devices))
    while waiting:
        async with launched(choice) as running:
            devices = [find_device(name, running.devices) for name in waiting]
            if not session.browser:
                session.begin()
                session.devices = tuple(devices)
            session.browser = f"{settings.browser} {running.browser.version}"
            if session.machine is None and is_timed(session.plan):
                session.machine = RecordedMachine(before=await machine_figure(running.browser))
            while devices and running.browser.is_connected():
                if session.journeys and session.left < _LEAST_SECONDS:
                    return
                waiting.pop(0)
                device = devices.pop(0)
                await _one_device(session, running.browser, device, max(_LEAST_SECONDS, round(session.left / (len(waiting) + 1), 1)))
                session.write_manifest()
            if session.machine is not None and not waiting and running.browser.is_connected():
                session.machine = RecordedMachine(before=session.machine.before, after=await machine_figure(running.browser))


def _keep_not_begun(session: _Session) -> bool:
    """Name the devices that were never sent, and tell whether there are any: nobody may take the audit for one that did without them."""
    begun = {journey.device for journey in session.journeys}
    never_sent = [device for device in session.devices if device.name not in begun]
    for device in never_sent:
        session.journeys.append(not_begun(device, session.config.settings.country, session.plan.probes))
        session.events.tell(ended(session.journeys[-1]))
    return bool(never_sent)


def _redacted(events: Events, redactor: Redactor) -> Tell:
    return lambda event: events.tell(event.redacted(redactor.text))


async def _one_device(session: _Session, browser: Browser, device: Device, seconds: float) -> None:
    settings = session.config.settings
    visitor = _visitor(session)
    login = session.overrides.login
    secrets = [settings.basic_auth, *settings.basic_auth.partition(":")[::2], *settings.headers.values()]
    redactor = Redactor([*secrets, *((login.user, login.password) if login else ())])
    folder = session.root / folder_name(device.name)
    writer = JourneyWriter(folder, session.plan.artifacts, session.plan.probes, redactor, session.foreign)
    writer.notes.extend(session.broken)
    session.events.tell(DeviceStarted(device=device.name, seconds=round(seconds, 1)))
    guard = Guard()
    context = await open_context(browser, device, visitor, vitals_script())
    async with standing_guard(browser, context, guard):
        try:
            tab = Tab(await context.new_page(), device, tuple(settings.languages), platform_hints=settings.platform_hints)
            await throttle(tab, settings.throttle)
            asked = JourneyPlan(session.url, settings.country, settings.email, seconds, session.overrides)
            known = settings.storage_state is not None or session.overrides.login is not None or bool(session.overrides.hooks.steps)
            walker = Walker(
                tab,
                context,
                guard,
                asked,
                writer,
                tell=_redacted(session.events, redactor),
                visitor=visitor,
                introduced=known,
            )
            await _journey(session, browser, visitor, walker, writer)
        finally:
            await _close(context)


async def _journey(session: _Session, browser: Browser, visitor: Visitor, walker: Walker, writer: JourneyWriter) -> None:
    """Walk, look at what needs no journey any more, and keep what was seen whatever ends it."""
    device = walker.tab.device
    journey: Journey | None = None
    site_pages: dict[str, str] = {}
    started = time.monotonic()
    try:
        journey = await walk(walker)
        after = _afterwards(session, browser, device, visitor, walker, writer, journey, site_pages)
        await _within_time(walker, writer, journey, started, after)
        left = _for_lighthouse(session, browser, visitor, walker, writer, journey)
        await _within_time(walker, writer, journey, started, left)
    except asyncio.CancelledError:
        journey = journey or conclude(walker, "interrupted", "", time.monotonic() - started)
        raise
    finally:
        if journey is not None:
            writer.trace(walker)
            session.journeys.append(recorded(walker, writer, journey, site_pages))
            session.events.tell(ended(session.journeys[-1]))


async def _within_time(walker: Walker, writer: JourneyWriter, journey: Journey, started: float, work: Coroutine[Any, Any, None]) -> None:
    """Do what comes after the journey in what is left of the device's time."""
    try:
        async with asyncio.timeout(max(0.0, walker.plan.max_seconds - (time.monotonic() - started))):
            await work
    except TimeoutError:
        if journey.failure_code != "out_of_time":  # that says it already
            writer.notes.append(say("The time was up before all was looked at that comes after the journey."))


async def _afterwards(
    session: _Session,
    browser: Browser,
    device: Device,
    visitor: Visitor,
    walker: Walker,
    writer: JourneyWriter,
    journey: Journey,
    site_pages: dict[str, str],
) -> None:
    """What needs no journey any more: probes of its end, linked pages, once per audit, and repeated page loads."""
    if journey.ended in {Ended.BLOCKED, Ended.INTERRUPTED} or not browser.is_connected() or not walker.seen:
        return
    walker.guard.over = True
    async with writer.meanwhile(walker, walker.seen[-1]):
        await writer.moment(Moment.END, walker, walker.seen[-1])
        if session.plan.site_pages and not any("recorded" in j.site_pages.values() for j in session.journeys):
            session.events.say(device.name, "linked pages")
            site_pages |= await record_site_pages(walker, writer, walker.seen, session.plan.site_pages)
    runs = session.config.settings.runs
    if runs > 1:
        session.events.say(device.name, say("{runs} more page loads for the timings", runs=runs - 1))
        pages = {writer.folder / s.stage.value / "timings.json": s.url for s in journey.steps if s.stage in _REPEATED and s.url}
        await repeat_timings(browser, device, visitor, pages, runs, session.config.settings.throttle)


async def _for_lighthouse(
    session: _Session, browser: Browser, visitor: Visitor, walker: Walker, writer: JourneyWriter, journey: Journey
) -> None:
    """Keep the session and the addresses that Lighthouse is to measure when all journeys are over."""
    stages = session.config.settings.lighthouse.stages
    if not stages:
        return
    targets, device = targets_of(journey, stages, cart_addresses(walker.seen)), walker.tab.device
    state: StorageState = {"cookies": [], "origins": []}
    try:
        state = await walker.context.storage_state()
        shopper = replace(visitor, storage_state=state)
        targets = await brought_back(browser, device, shopper, targets, walker.product.title)
    except Error:
        writer.notes.append(say("The shopper’s session was lost before Lighthouse could take it over."))
        targets = [replace(t, why_not=t.why_not or say("The shopper’s session was lost.")) for t in targets]
    session.visits.append(Visit(device, writer.folder.name, targets, state, writer.redactor))


def _visitor(session: _Session) -> Visitor:
    settings = session.config.settings
    user, separator, password = settings.basic_auth.partition(":")
    return Visitor(
        locale=settings.locale or "en-US",
        headers=settings.headers,
        basic_auth=(user, password) if separator else None,
        storage_state=settings.storage_state,
        geolocation=settings.journey.coordinates,
    )


async def _close(context: Any) -> None:
    try:
        await context.close()
    except Error:
        return  # the browser is gone already

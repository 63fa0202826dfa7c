"""A shopper who is told things: a walker on a live shop, guarded as in an audit, with a witness that only takes notes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Browser

from auditor.browser.devices import DESKTOP
from auditor.browser.launch import Visitor, open_context
from auditor.browser.tab import Tab
from auditor.config.settings import Settings
from auditor.facts.page import PageFacts
from auditor.journey.guard import Guard, standing_guard
from auditor.journey.overrides import overrides_from
from auditor.journey.plan import JourneyPlan
from auditor.journey.walk import walk
from auditor.journey.walker import Walker
from auditor.model.device import Device
from auditor.model.journey import Journey
from auditor.model.moment import Moment
from auditor.model.stage import Stage

STRAIGHT: Mapping[str, Any] = {"category": {"skip": True}, "search": {"skip": True}}
"""Hints that leave out what a test is not about."""


@dataclass
class Notes:
    """A witness that keeps what it was told is private and which pages it was shown."""

    secrets: set[str] = field(default_factory=set)
    pages: dict[Stage, str] = field(default_factory=dict)
    pages_beside: list[tuple[str, PageFacts]] = field(default_factory=list)

    async def page(self, stage: Stage, tab: Tab, facts: PageFacts) -> str | None:
        self.pages[stage] = facts.url
        return None

    def private(self, values: Iterable[str]) -> None:
        self.secrets.update(values)

    async def beside(self, place: str, tab: Tab, facts: PageFacts) -> None:
        self.pages_beside.append((place, facts))

    async def moment(self, moment: Moment, walker: Walker, facts: PageFacts) -> PageFacts:
        return facts


@asynccontextmanager
async def shopping(
    browser: Browser, url: str, journey: Mapping[str, Any], *, password: str = "", device: Device = DESKTOP
) -> AsyncIterator[Walker]:
    """A walker who has been told this `[journey]` table."""
    overrides = overrides_from(url, Settings.model_validate({"journey": journey, "login_password": password}))
    guard = Guard()
    context = await open_context(browser, device, Visitor())
    async with standing_guard(browser, context, guard):
        try:
            tab = Tab(await context.new_page(), device)
            yield Walker(tab, context, guard, JourneyPlan(url, overrides=overrides), Notes())
        finally:
            await context.close()


async def walked(
    browser: Browser, url: str, journey: Mapping[str, Any], *, password: str = "", device: Device = DESKTOP
) -> tuple[Journey, Walker]:
    """Walk a shop's whole way as told."""
    async with shopping(browser, url, journey, password=password, device=device) as walker:
        return await walk(walker), walker

"""The veto for step hooks: what they are about to press is looked at before it is pressed, as for the journey itself.

A hook presses by itself, so its page asks: a click or a form that is being sent waits in the page until it is answered here.
On a page that offers payment or sums up the order nothing is pressed, nor anywhere what orders or pays by its own label.
What a hook fills in and chooses is no press; one-page checkouts tell their server about it while payment is on screen.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from playwright.async_api import Error

from auditor.browser.frames import in_documents
from auditor.facts.buybox import is_wallet
from auditor.facts.checkout import is_final_label
from auditor.facts.page import PageFacts
from auditor.journey.guard import PRESS_PATH
from auditor.journey.veto import is_review
from auditor.journey.walker import Walker
from auditor.model.stage import Stage
from auditor.observe import Control, Observation
from auditor.observe.observer import LIMITS, SCRIPT, Observer
from auditor.words.message import say

_WAIT_SECONDS = 3.0
_BROWSING = {Stage.HOME, Stage.CATEGORY, Stage.SEARCH, Stage.PRODUCT}
_RAIL = (files("auditor.journey") / "hook_rail.js").read_text(encoding="utf-8")
_INSTALL = f"({_RAIL})({SCRIPT}, {json.dumps(PRESS_PATH)}, {json.dumps(LIMITS)});"


@dataclass(frozen=True)
class Stopped:
    """A press that was stopped: what it was and why."""

    label: str
    why: str


@dataclass
class HookRail:
    """Answers the pages of one context. `stage` is that of the hook that runs, None while none does."""

    walker: Walker
    stage: Stage | None = None
    stopped: list[Stopped] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._presses: dict[str, tuple[Mapping[str, Any], str]] = {}
        self._arrived = asyncio.Condition()

    async def install(self) -> None:
        """Put the rail into every document from now on."""
        await self.walker.context.expose_binding("storefrontAuditorPress", self._on_press)
        await self.walker.context.add_init_script(_INSTALL)
        self.walker.guard.presses = self

    async def start(self, stage: Stage) -> None:
        """Begin to answer for a hook, in the documents that are open too."""
        self.stage, self.stopped = stage, []
        for page in self.walker.context.pages:
            await in_documents(page, _INSTALL)  # a document that comes later asks from its start

    async def answer(self, identifier: str) -> str:
        """Answer a page that wants to press: "yes", "no", or "off" while no hook runs. Whoever is not understood gets a no."""
        if self.stage is None:
            return "off"
        try:
            async with asyncio.timeout(_WAIT_SECONDS), self._arrived:
                await self._arrived.wait_for(lambda: identifier in self._presses)
                press, seen = self._presses.pop(identifier)
            facts = await self._facts(press, seen)
        except (Error, TimeoutError, ValueError, LookupError):
            self.stopped.append(Stopped("", say("the page could not be looked at")))
            return "no"
        control = _pressed(facts, press)
        why = refused(facts, control, self.stage)
        if why:
            self.stopped.append(Stopped(control.label_text, why))
        return "no" if why else "yes"

    async def _facts(self, press: Mapping[str, Any], seen: str) -> PageFacts:
        """Read the page as it was when it asked; a frame of another site does not know what it is part of."""
        if press["whole"]:
            return PageFacts(Observation({"frames": [json.loads(seen)], "attached": [None]}), self.walker.tab.languages)
        return PageFacts(await Observer(self.walker.tab.page).observe(), self.walker.tab.languages)

    async def _on_press(self, _: Mapping[str, Any], press: Mapping[str, Any], seen: str) -> None:
        async with self._arrived:
            self._presses[str(press["id"])] = press, seen
            self._arrived.notify_all()


def refused(facts: PageFacts, control: Control, stage: Stage) -> str | None:
    """Return why a hook must not press something, or None. Pure."""
    if is_wallet(control, facts.lexicon):
        return say("it starts an express payment")
    if facts.checkout.offers_payment:
        return say("payment is on this page: any press may be the last one")
    if is_review(facts):
        return say("this is an order review: any press may be the last one")
    follows = control.tag == "a" and control.href.startswith("http") and "onclick" not in control.attrs
    if stage in _BROWSING and is_final_label(control, facts.lexicon) and not follows:
        return say("its label or markup says that it orders")
    return None


def _pressed(facts: PageFacts, press: Mapping[str, Any]) -> Control:
    """Return the control around what is pressed; one that was not observed has a label only."""
    observation, node = facts.observation, int(press["node"])
    if press["whole"] and 0 <= node < len(observation.parents):
        around = next((observation.by_node[n] for n in (node, *observation.ancestors(node)) if n in observation.by_node), None)
        if around is not None:
            return around
    return Control(max(node, 0), "button", text=str(press["label"]), visible=True)


async def rail_of(walker: Walker) -> HookRail:
    """Return the walker's rail, installed when first asked for."""
    rail = walker.guard.presses
    if not isinstance(rail, HookRail):
        rail = HookRail(walker)
        await rail.install()
    return rail

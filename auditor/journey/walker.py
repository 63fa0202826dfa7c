"""The shopper on the way: the tab, what is known so far, and the steps taken."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from playwright.async_api import BrowserContext, Page

from auditor.browser.launch import Visitor
from auditor.browser.tab import Tab
from auditor.events import Attempted, Noted, Proposal, StageEnded, StageStarted, Tell
from auditor.facts.page import PageFacts
from auditor.facts.prices import Amount
from auditor.facts.walls import order_confirmation
from auditor.journey.customer import personal_values
from auditor.journey.evidence import Attempt, names
from auditor.journey.guard import Guard
from auditor.journey.plan import JourneyPlan
from auditor.model.failure import FAILURES
from auditor.model.journey import Signal, Step, StepOutcome
from auditor.model.moment import Moment
from auditor.model.stage import Stage
from auditor.shopper.identity import Identity
from auditor.words.message import say

_PERSONAL = frozenset({"email", "email_again", "phone", "given_name", "family_name", "full_name", "street", "postcode", "birth_date"})


class Stop(Exception):
    """Ends the journey for a reason of the closed list in `model.failure`."""

    def __init__(self, code: str, detail: str = "") -> None:
        self.failure = FAILURES[code]
        self.detail = detail
        super().__init__(detail or self.failure.sentence)


class Witness(Protocol):
    """Records what the walker sees; knows nothing of how it got there."""

    async def page(self, stage: Stage, tab: Tab, facts: PageFacts) -> str | None:
        """Record the page of a stage; return the screenshot's path in the recording."""

    async def beside(self, place: str, tab: Tab, facts: PageFacts) -> None:
        """Record a page that is no stage's: another form of the checkout, the cart that a drawer leads to."""

    def private(self, values: Iterable[str]) -> None:
        """Learn what is going to be typed and must not be kept."""

    async def moment(self, moment: Moment, walker: Walker, facts: PageFacts) -> PageFacts:
        """Let the active probes of a moment run; return the facts of the page they leave behind."""


@dataclass
class Product:
    """The product that is being bought."""

    title: str = ""
    url: str = ""
    amount: Amount | None = None
    choices: tuple[str, ...] = ()


@dataclass
class StepDraft:
    """A step while it is being attempted."""

    stage: Stage
    outcome: StepOutcome = StepOutcome.FAILED
    action: str = ""
    attempts: int = 0
    reason: str | None = None
    signals: tuple[str, ...] = ()
    facts: PageFacts | None = None
    captured: bool = False
    screenshot: str | None = None

    def reached(self, facts: PageFacts, signals: list[Signal] | tuple[Signal, ...], action: str = "") -> None:
        """Note that the stage's post-condition was verified."""
        self.outcome = StepOutcome.REACHED
        self.facts = self.facts if self.captured else facts
        self.signals, self.reason = names(signals), None
        if action:
            self.action = action

    def missed(self, outcome: StepOutcome, reason: str, facts: PageFacts | None = None) -> None:
        """Note why the stage was not reached."""
        self.outcome, self.reason = outcome, reason
        self.facts = facts or self.facts


@dataclass
class Walker:
    """One shopper's state. Stages read it, act through `tab`, and note their steps."""

    tab: Tab
    context: BrowserContext
    guard: Guard
    plan: JourneyPlan
    witness: Witness
    tell: Tell = lambda _: None
    visitor: Visitor = field(default_factory=Visitor)
    product: Product = field(default_factory=Product)
    identity: Identity | None = None
    steps: list[Step] = field(default_factory=list)
    attempts: list[Attempt] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    consent: dict[str, object] = field(default_factory=dict)
    badge_before: int | None = None
    total_seen: str = ""
    quantity: int = 1
    raised: bool = False
    introduced: bool = False
    seen: list[PageFacts] = field(default_factory=list)
    site_host: str = ""
    passed: list[PageFacts] = field(default_factory=list)  # products met while looking for a list of them
    curtains: set[str] = field(default_factory=set)  # layers that cover the page and stay
    forms: list[PageFacts] = field(default_factory=list)  # of the checkout, on pages that are no stage's
    missed: set[str] = field(default_factory=set)  # names of fields that were left empty, and without which the shop refused the form
    used: set[str] = field(default_factory=set)  # hooks and hints that came to be used

    def __post_init__(self) -> None:
        self._opened: list[Page] = []
        self._asked: set[str] = set()
        self._deaf = False
        self._announced: frozenset[str] = frozenset()
        self.context.on("page", self._on_page)

    async def look(self) -> PageFacts:
        """Observe the page as it is now."""
        return await self.tab.look()

    def remember_total(self, facts: PageFacts) -> None:
        """Keep the amount to pay that a page of the cart or the checkout announces."""
        total = facts.total or facts.subtotal
        if total is not None:
            self.total_seen = total.text.text[:60]

    def enter_checkout(self, facts: PageFacts) -> None:
        """Keep what an unanswered checkout says about orders: the names of its steps, no thanks for an order."""
        self._announced |= order_confirmation(facts)

    def is_thanked(self, facts: PageFacts) -> bool:
        """Whether the page thanks for an order, in words that were not there before anything was sent."""
        return bool(order_confirmation(facts) - self._announced)

    def note(self, text: str) -> None:
        """Keep something a reader of the report should know, once."""
        if text not in self.notes:
            self.notes.append(text)
            self.tell(Noted(device=self.tab.device.name, text=text))

    def tried(self, attempt: Attempt) -> None:
        """Keep the evidence of one try at one control."""
        self.attempts.append(attempt)
        self.tell(
            Attempted(
                device=self.tab.device.name,
                stage=attempt.stage,
                strategy=attempt.strategy,
                chosen=attempt.chosen,
                rung=attempt.rung,
                verified=attempt.verified,
                signals=attempt.signals,
                note=attempt.note,
                seconds=attempt.seconds,
                proposed=tuple(Proposal(name=c["name"], p=c["p"]) for c in attempt.candidates),
            )
        )

    def _on_page(self, page: Page) -> None:
        if not self._deaf:
            self._opened.append(page)

    @contextmanager
    def ignoring_new_tabs(self) -> Iterator[None]:
        """While a probe opens a tab of its own, it is none the shop opened."""
        self._deaf = True
        try:
            yield
        finally:
            self._deaf = False

    async def follow_new_tab(self) -> bool:
        """Go on in a tab that the last press opened; says whether there was one."""
        fresh = [page for page in self._opened if page is not self.tab.page and not page.is_closed()]
        self._opened.clear()
        if not fresh:
            return False
        old = self.tab
        self.tab = Tab(
            fresh[-1],
            old.device,
            old.languages,
            old.effort,
            old.dialogs,
            old.accept_dialogs,
            written_in=old.written_in,
            furniture=old.furniture,
            platform_hints=old.platform_hints,
        )
        await self.tab.settle()
        self.note(say("The shop opened a new tab on the way."))
        return True

    async def capture(self, draft: StepDraft, facts: PageFacts) -> None:
        """Record the page of a step while it is still open, before a press leads on."""
        draft.facts, draft.captured = facts, True
        self._asked |= {f.kind for f in facts.checkout.fields}
        self._hide(facts)
        draft.screenshot = await self.witness.page(draft.stage, self.tab, facts)

    async def note_form(self, facts: PageFacts) -> None:
        """Record a page of the checkout that asks for what no page has asked before: shops ask on as many as they like."""
        asked = {f.kind for f in facts.checkout.fields if f.kind in _PERSONAL}
        if not asked - self._asked:
            return
        self._asked |= asked
        self.forms.append(facts)
        await self.record_beside(f"form-{len(self.forms)}", self.tab, facts)

    async def record_beside(self, place: str, tab: Tab, facts: PageFacts) -> None:
        """Record a page that is no stage's, without what the shop has filled in of the account's data."""
        self._hide(facts)
        await self.witness.beside(place, tab, facts)

    def _hide(self, facts: PageFacts) -> None:
        if self.plan.overrides.login is not None:
            self.witness.private(personal_values(facts))

    @asynccontextmanager
    async def step(self, stage: Stage) -> AsyncIterator[StepDraft]:
        """Attempt a stage: times it, counts the effort, records the page, keeps the step whatever happens."""
        draft = StepDraft(stage)
        effort, loads, started = self.tab.effort, self.tab.traffic.page_loads, time.monotonic()
        before = effort.copy()
        self.tell(StageStarted(device=self.tab.device.name, stage=stage))
        try:
            yield draft
            seconds = time.monotonic() - started
            await self._keep(draft)
        except Stop as stop:
            seconds = time.monotonic() - started
            if draft.outcome is StepOutcome.REACHED:
                await self._keep(draft)
            else:
                blocked = stop.failure.about_site and stop.failure.code in {"bot_wall", "login_wall", "account_required", "geo_redirect"}
                draft.outcome = StepOutcome.BLOCKED if blocked else StepOutcome.FAILED
                draft.reason = stop.detail or stop.failure.sentence
                await self._last_sight(draft)
            raise
        except BaseException:
            seconds = time.monotonic() - started
            if draft.reason is None and draft.outcome is not StepOutcome.REACHED:
                draft.reason = say("The audit was stopped here.")
            raise
        finally:
            facts = draft.facts
            self.steps.append(
                Step(
                    stage,
                    draft.outcome,
                    facts.url if facts else self._url(),
                    facts.observation.title if facts else "",
                    draft.action,
                    draft.attempts,
                    round(seconds, 3),
                    draft.reason,
                    draft.screenshot,
                    draft.signals,
                    effort.clicks - before.clicks,
                    effort.fields - before.fields,
                    effort.characters - before.characters,
                    effort.choices - before.choices,
                    max(0, self.tab.traffic.page_loads - loads),
                    round(effort.wait_seconds - before.wait_seconds, 3),
                    effort.dialogs - before.dialogs,
                    effort.errors - before.errors,
                    round(effort.scrolled - before.scrolled, 2),
                    tuple(effort.typed[len(before.typed) :]),
                )
            )
            self.tell(_ended(self.tab.device.name, self.steps[-1]))

    async def _keep(self, draft: StepDraft) -> None:
        """Record the page of a stage, unless that was done while it was open; where it failed, what is on screen."""
        if draft.outcome is StepOutcome.REACHED and draft.facts is not None:
            self.seen.append(draft.facts)
            if not draft.captured:
                await self.capture(draft, draft.facts)
        elif draft.outcome is StepOutcome.FAILED:
            await self._last_sight(draft)

    async def _last_sight(self, draft: StepDraft) -> None:
        """Record where it ended, so that the report can show it."""
        try:
            await self.capture(draft, await self.look())
        except Exception:  # noqa: BLE001 - the page may be gone; the step's reason stands without a picture
            draft.screenshot = None

    def _url(self) -> str:
        return "" if self.tab.page.is_closed() else self.tab.page.url


def _ended(device: str, step: Step) -> StageEnded:
    return StageEnded(
        device=device,
        stage=step.stage,
        outcome=step.outcome,
        reason=step.reason,
        action=step.action,
        url=step.url,
        seconds=step.seconds,
        wait_seconds=step.wait_seconds,
    )

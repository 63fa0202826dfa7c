"""An address form while a probe tries it: which field takes what, typing into it, and what the form says then."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from playwright.async_api import Error

from auditor.browser.tab import Gone, Tab
from auditor.facts.fields import Field
from auditor.facts.page import PageFacts
from auditor.journey.walker import Walker
from auditor.observe import Control
from auditor.probes.complaints import Complaint, frame_reds, said_about
from auditor.shopper.filling import option_for, value_for
from auditor.shopper.identity import Identity
from auditor.shopper.names import country_of

_COUNTRY_SECONDS = 2.0


@dataclass
class TriedForm:
    """One form in one tab. `facts` are always the latest look, `known` the texts that say nothing about what is typed.

    `beside`: the tab is one beside the journey, so that whatever becomes of the form costs the journey nothing.
    `demanded`: what the journey's own form has missed when it was sent empty.
    """

    walker: Walker
    tab: Tab
    who: Identity
    facts: PageFacts
    beside: bool
    demanded: frozenset[str] = frozenset()
    typed: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.known: set[str] = set()
        self.asked_address = self.facts.checkout.asks_address
        self._labels = {f.kind: _label(self.facts, f) for f in reversed(self.facts.checkout.fields)}  # later a message may stand there
        self.learn()

    def learn(self) -> None:
        """Take all that the page says now as known."""
        self.known |= {t.text for t in self.facts.observation.texts}

    # -- fields -----------------------------------------------------------------------------------------------------

    def field(self, kind: str, facts: PageFacts | None = None) -> Field | None:
        """Return the field of the delivery address that asks for a kind, if it can be typed into."""
        page = facts or self.facts
        walled = {form for form in page.checkout.walled_forms if form >= 0}
        fitting = (f for f in delivery_fields(page) if f.kind == kind and f.part == (0, 1))
        return next((f for f in fitting if _can_be_typed(f.control) and f.control.form not in walled), None)

    def label(self, kind: str) -> str:
        """What the field of a kind is called."""
        return self._labels.get(kind, "").strip(" *:")[:60] or kind.replace("_", " ")

    def right(self, kind: str, kinds: Collection[str] = ()) -> str:
        """What the shopper answers there, "" for nothing."""
        item = self.field(kind)
        return (value_for(item, self.who, set(kinds)) or "") if item else ""

    def usual(self, kind: str) -> list[str]:
        """The ways to write the answer that a form takes one of, if it takes any."""
        right = self.right(kind)
        ways = [right, *((self.who.phone_e164, "".join(c for c in right if c.isdigit())) if kind == "phone" else ())]
        return [way for way in dict.fromkeys(ways) if way]

    def value(self, kind: str, facts: PageFacts | None = None) -> str:
        """What stands in the field of a kind."""
        return next((f.control.value.strip() for f in delivery_fields(facts or self.facts) if f.kind == kind), "")

    # -- doing ------------------------------------------------------------------------------------------------------

    async def type(self, kind: str, value: str, *, slowly: bool = False, leave: bool = False) -> bool:
        """Put an answer into a field, key by key if need be, and move on; says whether that could be done."""
        item = self.field(kind)
        if item is None:
            return False
        self.typed.add(kind)
        try:
            await self.tab.type(self.facts.observation, item.control, "" if slowly else value)
            if slowly:
                await self.tab.page.keyboard.type(value)
            if leave:
                await self.tab.leave_field()
        except (Error, Gone):
            return False
        return True

    async def clear(self) -> None:
        """Empty what was typed into."""
        for kind in self.typed:
            await self.type(kind, "")

    async def until(self, good: Callable[[PageFacts], bool], patience: float, *, idle: bool = True) -> bool:
        """Look until the page is as wished; says whether it came to that."""
        self.facts, came = await self.tab.until(good, patience, idle=idle)
        return came

    async def set_country(self) -> None:
        """Choose the shopper's country where the form has another one, so that its answers fit."""
        item = next((f for f in self.facts.checkout.fields if f.kind == "country" and f.control.tag == "select"), None)
        place = option_for(item, self.who, self.facts.lexicon) if item else None
        if item is None or place is None or self.in_country:
            return
        try:
            await self.tab.pick(self.facts.observation, item.control, place)
        except (Error, Gone):
            return
        await self.until(lambda _: True, _COUNTRY_SECONDS)
        self.learn()

    @property
    def in_country(self) -> bool:
        """Whether the form asks for an address in the shopper's country, as far as it says."""
        item = next((f for f in self.facts.checkout.fields if f.kind == "country"), None)
        if item is None:
            return True
        chosen = next((o for o in item.control.options if o.selected), None)
        shown = (chosen.text, chosen.value) if chosen else (item.control.value, item.control.text)
        return self.who.country in {country_of(said) for said in shown if said}

    # -- what it says -----------------------------------------------------------------------------------------------

    def complaint(self, kind: str, facts: PageFacts | None = None, *, was_marked: bool = False) -> Complaint:
        """Return what is said about the field of a kind that was not known."""
        item = self.field(kind, facts)
        return said_about(facts or self.facts, item.control, self.known, was_marked=was_marked) if item else Complaint()

    async def reds(self, kind: str) -> frozenset[str]:
        """Return the reds the field of a kind is framed or filled with."""
        item = self.field(kind)
        return await frame_reds(self.tab, self.facts, item.control) if item else frozenset()

    def refused_natively(self, kind: str) -> str:
        """What the browser itself would say against the answer when the form is sent, "" for nothing."""
        item = self.field(kind)
        if item is None or item.control.form < 0 or self.facts.observation.forms[item.control.form].novalidate:
            return ""
        return item.control.invalid if item.control.value.strip() else ""


def _label(facts: PageFacts, item: Field) -> str:
    """What a field is called, without what is said about it there since the form was sent empty."""
    said = [t.text for t in said_about(facts, item.control, ()).texts if item.label.endswith(t.text)]
    return next((kept for text in said if (kept := item.label.removesuffix(text).strip())), item.label)


def delivery_fields(facts: PageFacts) -> list[Field]:
    """Return the fields of the delivery address; many shops call the only address they ask for the billing address."""
    fields = facts.checkout.fields
    elsewhere = {f.kind for f in fields if f.section != "billing"}
    return [f for f in fields if f.section != "billing" or f.kind not in elsewhere]


def _can_be_typed(control: Control) -> bool:
    return control.is_text_field and not control.disabled and not control.readonly


def without(value: str, said: str) -> str:
    """What was said, without the answer it was said about."""
    return said.replace(value, "…")[:200]

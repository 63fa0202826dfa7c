"""Opens the rest of an address that a form keeps closed: to be looked up by its postcode or found by a line that is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from playwright.async_api import Error

from auditor.browser.tab import Gone
from auditor.facts.fields import Field, read_some
from auditor.facts.page import PageFacts
from auditor.journey.acting import act
from auditor.journey.listbox import entries
from auditor.journey.walker import Walker
from auditor.lexicon import normalise
from auditor.model.journey import Signal
from auditor.model.stage import Stage
from auditor.observe import Control
from auditor.words.message import say

Entry = TypeVar("Entry")
# By hand comes first: what a search finds depends on a service and on an address that exists.
_WAYS = ("manual_address", "address_lookup")
_LEAST = 0.75
_PATIENCE = 3.0  # seconds an address service is given to answer
_BRIEFLY = 0.8  # the same where nothing says that there is one
_ANNOUNCING = {"aria-autocomplete", "aria-haspopup", "aria-controls"}
_LINES = {"street", "house_number"}
_AROUND = {"header", "nav", "footer"}


def closed_address(facts: PageFacts) -> bool:
    """Whether the page asks for a part of an address and keeps its lines closed: hidden though required, or behind a button."""
    if not _is_partial(facts):
        return False
    by_line = "full_address" in facts.checkout.address_kinds  # which may be all that is asked, whatever else is offered
    return bool(_hidden_lines(facts) or (ways_to_lines(facts) and not by_line))


def ways_to_lines(facts: PageFacts) -> list[Control]:
    """Return the buttons that open the rest of the address, those for typing it by hand first; of unknown names, what is folded. Pure."""
    buttons = [c for c in facts.observation.visible if c.is_button and c.landmark not in _AROUND and not c.disabled]
    named = [c for way in _WAYS for c in buttons if facts.lexicon.has(way, *c.words, at_least=_LEAST)]
    if named or not _hidden_lines(facts):
        return named
    forms = {(f.control.frame, f.control.form) for f in facts.checkout.fields if f.is_address}
    return [c for c in buttons if c.attrs.get("aria-expanded") == "false" and (c.frame, c.form) in forms]


async def open_lines(walker: Walker, facts: PageFacts) -> PageFacts | None:
    """Open the rest of the address; returns the page with it, or None where nothing is closed or opens."""
    if not _is_partial(facts):
        return None
    for control in ways_to_lines(facts):
        chosen = None
        with walker.guard.step():
            result = await act(
                walker,
                facts,
                control,
                partial(_opened, facts),
                Stage.ADDRESS,
                strategy="rest of the address",
                patience=_PATIENCE,
            )
        if result.confirmed:
            return result.facts
        if result.changed:
            chosen = await _take_suggestion(walker, facts, result.facts, control)
            if chosen is not None and _opened(facts, chosen):
                return chosen
        facts = chosen or result.facts
    return None


async def take_suggestion(walker: Walker, before: PageFacts, item: Field) -> None:
    """Pick the address that a search offers below the line just typed, where the form asks for no other parts.

    Raises playwright's `Error` and `Gone`.
    """
    if before.checkout.address_kinds != {item.kind}:
        return
    announced = item.control.role == "combobox" or _ANNOUNCING & set(item.control.attrs)
    patience = _PATIENCE if announced else _BRIEFLY
    after, _ = await walker.tab.until(lambda f: bool(entries(before, f, item.control)), patience, idle=False)
    found = _alike(walker, entries(before, after, item.control), lambda c: c.label_text)
    if found is not None:
        await walker.tab.press(after.observation, found)


async def _take_suggestion(walker: Walker, before: PageFacts, after: PageFacts, control: Control) -> PageFacts | None:
    """Choose from the list of addresses that a search has brought, a select or entries to press; None where there is none."""
    known = {c.n for c in before.observation.visible}
    lists = (c for c in after.observation.visible if c.tag == "select" and c.n not in known and len(c.options) > 1)
    listed = next(lists, None)
    try:
        if listed is not None:
            real = [o for o in listed.options if o.value.strip() and not o.disabled]
            option = _alike(walker, real, lambda o: o.text)
            if option is None:
                return None
            await walker.tab.pick(after.observation, listed, listed.options.index(option))
        else:
            found = _alike(walker, entries(before, after, control), lambda c: c.label_text)
            if found is None:
                return None
            await walker.tab.press(after.observation, found)
    except (Error, Gone):
        return None
    chosen, _ = await walker.tab.until(lambda f: bool(_opened(before, f)), _PATIENCE)
    return chosen


def _is_partial(facts: PageFacts) -> bool:
    """Whether parts of an address are asked for, and no line of it."""
    return bool(facts.checkout.address_kinds) and not _open_lines(facts)


def _open_lines(facts: PageFacts) -> set[str]:
    return {f.kind for f in facts.checkout.fields if f.kind in _LINES and f.control.is_text_field}


def _hidden_lines(facts: PageFacts) -> list[Field]:
    """Required lines of an address that are in a form and not in sight, without those of another address for the invoice."""
    forms = {(f.control.frame, f.control.form) for f in facts.checkout.fields if f.is_address}
    hidden = [
        c
        for c in facts.observation.controls
        if c.is_text_field and not c.visible and c.required and not c.value.strip() and (c.frame, c.form) in forms
    ]
    return [f for f in read_some(facts.observation, facts.lexicon, hidden) if f.kind in _LINES and f.section != "billing"]


def _opened(before: PageFacts, after: PageFacts) -> list[Signal]:
    if _open_lines(after) - _open_lines(before):
        return [Signal(say("the lines of the address appeared"), "form", hard=True)]
    return []


def _alike(walker: Walker, found: Sequence[Entry], text: Callable[[Entry], str]) -> Entry | None:
    """The entry that is most like the shopper's address, else the first."""
    who = walker.identity
    parts = [normalise(part) for part in (who.postcode, who.street_line, who.city)] if who else []
    return max(found, key=lambda entry: sum(part in normalise(text(entry)) for part in parts), default=None)

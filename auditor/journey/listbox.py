"""Lists that are no select: opened by a press, their entries read from what appears."""

from __future__ import annotations

from collections import Counter

from playwright.async_api import Error

from auditor.browser.tab import fingerprint
from auditor.facts.page import PageFacts
from auditor.journey.acting import refind
from auditor.journey.overlays import clear_overlays
from auditor.journey.walker import Walker
from auditor.observe import Control

_NEAR = 500  # CSS pixels around the opener
_LONGEST = 80
_ENTRY_ROLES = {"option", "menuitem", "menuitemradio"}


async def open_list(walker: Walker, facts: PageFacts, opener: Control) -> tuple[PageFacts, list[Control]]:
    """Press the opener; returns the page and the entries that can be picked, in their order.

    Pressed once more where it did nothing: the page's script may not be ready, or something may just have come over it.
    Raises playwright's `Error` and `Gone` when the opener cannot be pressed.
    """
    try:
        opened, found = await _press(walker, facts, opener)
        deaf = not found and not opener.is_text_field and fingerprint(opened.observation) == fingerprint(facts.observation)
    except Error:
        opened, found, deaf = await walker.look(), [], True
    if not deaf:
        return opened, found
    cleared = await clear_overlays(walker, opened)
    again = refind(cleared, opener)
    return (cleared, []) if again is None else await _press(walker, cleared, again)


async def _press(walker: Walker, facts: PageFacts, opener: Control) -> tuple[PageFacts, list[Control]]:
    await walker.tab.press(facts.observation, opener)
    opened, _ = await walker.tab.until(lambda after: bool(entries(facts, after, opener)), 2.0)
    return opened, entries(facts, opened, opener)


def entries(before: PageFacts, after: PageFacts, opener: Control) -> list[Control]:
    """Return the entries of an open list: options by role, else the controls that appeared near its opener. Pure."""
    options = [c for c in after.observation.visible if c.role in _ENTRY_ROLES]
    if not options:
        known = Counter(_mark(c) for c in before.observation.visible)
        for control in after.observation.visible:
            known[_mark(control)] -= 1
            near = control.box.distance(opener.box) < _NEAR
            if known[_mark(control)] < 0 and control.is_button and near and 0 < len(control.label_text) <= _LONGEST:
                options.append(control)
    return [c for c in options if not c.disabled and not after.lexicon.has("placeholder_option", c.label_text, at_least=0.8)]


def _mark(control: Control) -> tuple[str, str, str]:
    return control.tag, control.label_text, control.id

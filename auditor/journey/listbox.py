"""Lists that are no select: opened by a press, their entries read from what appears."""

from __future__ import annotations

from collections import Counter

from auditor.facts.page import PageFacts
from auditor.journey.walker import Walker
from auditor.observe import Control

_NEAR = 500  # CSS pixels around the opener
_LONGEST = 80
_ENTRY_ROLES = {"option", "menuitem", "menuitemradio"}


async def open_list(walker: Walker, facts: PageFacts, opener: Control) -> tuple[PageFacts, list[Control]]:
    """Press the opener; returns the page and the entries that can be picked, in their order.

    Raises playwright's `Error` and `Gone` when the opener cannot be pressed.
    """
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

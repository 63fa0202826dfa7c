"""A box of a form or of a banner's settings: what it says, whether it is seen, and ticking it."""

from __future__ import annotations

from playwright.async_api import Error

from auditor.browser.tab import Gone
from auditor.facts.page import PageFacts
from auditor.journey.walker import Walker
from auditor.observe import Control


def is_box(control: Control) -> bool:
    """Whether a control is a check box or a switch."""
    return control.type == "checkbox" or control.role in {"checkbox", "switch"}


def box_words(facts: PageFacts, control: Control) -> tuple[str, ...]:
    """What a box says: its label, else the text of the row it stands in."""
    label = facts.observation.label_of(control)
    words = tuple(w for w in ((label.text if label else ""), *control.words, control.beside) if w)
    return words or tuple(w for w in (facts.observation.text_of(facts.observation.parents[control.n], 300),) if w)


def is_shown(facts: PageFacts, control: Control) -> bool:
    """Whether a box is seen, or the label that stands for it."""
    label = facts.observation.label_of(control)
    return control.visible or (label is not None and label.visible)


async def tick(walker: Walker, facts: PageFacts, control: Control, *, on: bool) -> None:
    """Tick or untick a box; one that cannot be is left."""
    try:
        await walker.tab.tick(facts.observation, control, on=on)
    except (Error, Gone):
        return

"""The settings of a cookie banner: what the shop has on in them, and switching it off before they are saved."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from auditor.facts.layers import Overlay
from auditor.facts.page import PageFacts
from auditor.journey.ticking import box_words, is_box, is_shown, tick
from auditor.journey.walker import Walker
from auditor.lexicon import normalise, phrase_source
from auditor.observe import Control

_MOST_PURPOSES, _LABEL, _ROUNDS = 40, 300, 3  # boxes, letters of one, looks until all are off


def purposes(facts: PageFacts, layer: Overlay) -> list[dict[str, Any]]:
    """What the settings of a banner let a visitor agree to, as they stand when they are opened."""
    boxes = [c for c in _choices(facts, layer) if is_shown(facts, c)][:_MOST_PURPOSES]
    return [{"label": next(iter(box_words(facts, c)), "")[:_LABEL], "on": c.checked, "fixed": c.disabled} for c in boxes]


def _choices(facts: PageFacts, layer: Overlay) -> list[Control]:
    """The boxes that agree to something: off is no, which it is not for "Do not sell my data"."""
    boxes = (c for c in facts.observation.within(layer.layer.n)[0] if is_box(c))
    return [c for c in boxes if not any(_objections().search(normalise(words)) for words in box_words(facts, c))]


@cache
def _objections() -> re.Pattern[str]:
    found = tomllib.loads((files("auditor.journey") / "objections.toml").read_text(encoding="utf-8"))
    return re.compile(phrase_source(found["phrases"]))


def switched_on(facts: PageFacts, layer: Overlay) -> list[Control]:
    """The choices that are on and could be off, those in closed parts too."""
    return [c for c in _choices(facts, layer) if c.checked and not c.disabled]


async def switch_off(walker: Walker, facts: PageFacts, layer: Overlay) -> PageFacts:
    """Switch off what the shop has set for the visitor and shows: saved as it is, it would agree. One box may switch others."""
    for _ in range(_ROUNDS):
        on = [c for c in switched_on(facts, layer) if is_shown(facts, c)]
        if not on:
            break
        for control in on:
            await tick(walker, facts, control, on=False)
        facts = await walker.look()
    return facts

"""Probe filter_used: what a list of products does when its first filter is used, and taken back."""

from __future__ import annotations

import re
import time
from typing import Any

from playwright.async_api import Error

from auditor.browser.tab import Gone, Tab
from auditor.facts.page import PageFacts
from auditor.journey.veto import veto
from auditor.journey.walker import Walker
from auditor.lexicon import normalise
from auditor.model.stage import Stage
from auditor.observe import Control
from auditor.probes.side_tab import side_tab
from auditor.words.message import say

_MARKED = re.compile(r"filter|facet|refine|layered", re.IGNORECASE)
_ELSEWHERE = {"header", "nav", "footer", "dialog", "search"}
_PATIENCE = 2.5  # seconds
_AS_LONG = 3
_LARGE = 6  # products; a shorter list need not be filtered
_MOST_TRIED = 2


async def probe_filter_used(walker: Walker, facts: PageFacts) -> tuple[Any, PageFacts]:
    """Tick a filter of the list in a tab beside the journey, see what changes, and untick it."""
    if walker.tab.device.mobile:
        return say("On phones filters hide behind a button; they are tried on desktop."), facts
    if len(facts.cards) < _LARGE or not any(_filters(facts)):
        return say("The list shows no filter that could be ticked."), facts
    async with side_tab(walker) as tab:
        if (landing := await tab.goto(facts.url)).error:
            return say("The list could not be opened again: {error}.", error=landing.error), facts
        tried: list[tuple[str, str]] = []
        for place in range(_MOST_TRIED):
            seen = await tab.look()
            left = [(key, box) for box in _filters(seen) if (key := _key(seen, box)) not in tried]
            if not left:
                break
            key, box = next(((key, box) for key, box in left if key[0] not in {name for name, _ in tried}), left[0])
            tried.append(key)
            used = await _use(tab, seen, box)
            if used is not None and (used["list_changed"] or place + 1 == _MOST_TRIED or len(left) == 1):
                return used, facts
            await tab.goto(facts.url)
    return say("The filter could not be ticked."), facts


async def _use(tab: Tab, seen: PageFacts, box: Control) -> dict[str, Any] | None:
    label = _label(seen, box)
    before = [card.target for card in seen.cards]
    if not await _press(tab, seen, box):
        return None
    started = time.monotonic()
    after, changed = await tab.until(lambda f: [c.target for c in f.cards] != before, _PATIENCE)
    button = _apply(after, box) if not changed else None
    if button is not None and await _press(tab, after, button):
        after, changed = await tab.until(lambda f: [c.target for c in f.cards] != before, _PATIENCE)
    patience = max(_PATIENCE, _AS_LONG * (time.monotonic() - started))  # the way back may take as long as the way there
    ticked = _same(after, box, label)
    chips = _chips(seen, after, label)
    result = {
        "filter": label,
        "url": seen.url,
        "before": len(before),
        "after": len(after.cards),
        "list_changed": changed,
        "address_changed": after.url != seen.url,
        "state_shown": bool(chips) or (ticked is not None and ticked.checked),
    }
    remover = chips[0] if chips else ticked
    undone = False
    if remover is not None and await _press(tab, after, remover):
        back, undone = await tab.until(lambda f: [c.target for c in f.cards] == before, patience)
        button = _apply(back, box) if not undone else None
        if button is not None and await _press(tab, back, button):
            _, undone = await tab.until(lambda f: [c.target for c in f.cards] == before, patience)
    return {**result, "undone": undone}


def _filters(facts: PageFacts) -> list[Control]:
    """The unticked check boxes in sight that stand in a part of the page named after filtering."""
    observation = facts.observation
    marked = {n for n, kind in enumerate(observation.kinds) if _MARKED.search(kind)}
    marked |= {form.n for form in observation.forms if _MARKED.search(f"{form.id} {form.name} {form.css_class}")}

    def usable(c: Control) -> bool:
        label = observation.label_of(c)
        shown = c.visible or (label is not None and label.visible)
        return shown and not c.disabled and not c.checked and c.landmark not in _ELSEWHERE and c.type == "checkbox"

    return [c for c in observation.controls if usable(c) and any(a in marked for a in observation.ancestors(c.n)) and not c.covered]


def _key(facts: PageFacts, box: Control) -> tuple[str, str]:
    """What tells filters apart: the kind first, since all products of a list may fit one (a size that each comes in)."""
    return box.attrs.get("name", ""), f"{box.value} {_label(facts, box)}"


def _label(facts: PageFacts, box: Control) -> str:
    label = facts.observation.label_of(box)
    return (label.text if label is not None and label.text else box.label_text or box.beside)[:60]


def _same(facts: PageFacts, box: Control, label: str) -> Control | None:
    """The same check box on a page that was drawn anew; numbers of products beside it may have changed."""
    name, value = box.attrs.get("name", ""), box.value
    boxes = [c for c in facts.observation.controls if c.type == "checkbox"]
    words = _words(label)
    return next((c for c in boxes if name and c.attrs.get("name") == name and c.value == value), None) or next(
        (c for c in boxes if words and _words(_label(facts, c)) == words), None
    )


def _chips(before: PageFacts, after: PageFacts, label: str) -> list[Control]:
    """Buttons and links that came with the filter and carry its words: what takes it back."""
    words = _words(label)
    known = {(c.label_text, c.href) for c in before.observation.visible}
    fresh = [c for c in after.observation.visible if c.is_button and (c.label_text, c.href) not in known]
    return [c for c in fresh if words and words in normalise(c.label_text) and len(c.label_text) < 3 * len(label) + 20]


def _words(label: str) -> str:
    return normalise(re.sub(r"[\d()\[\]]+", " ", label))


def _apply(facts: PageFacts, box: Control) -> Control | None:
    """The button that sends the form of the filters, where ticking alone does not."""
    sends = [c for c in facts.observation.visible if c.is_submit and c.form == box.form and c.form >= 0 and c.landmark not in _ELSEWHERE]
    return sends[0] if len(sends) == 1 else None


async def _press(tab: Tab, facts: PageFacts, control: Control) -> bool:
    """Press a control, or its label where it is drawn by that alone; says whether it could be."""
    label = facts.observation.label_of(control)
    target = control if control.visible or label is None else label
    if veto(facts, target, Stage.CATEGORY) is not None:
        return False
    try:
        await tab.press(facts.observation, target)
    except (Error, Gone):
        return False
    return True

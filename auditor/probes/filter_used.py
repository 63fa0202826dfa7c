"""Probe filter_used: what a list of products does when its first filter is used, and taken back."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import Any

from playwright.async_api import Error

from auditor.browser.tab import Gone, Tab
from auditor.facts.page import PageFacts
from auditor.journey.veto import veto
from auditor.journey.walker import Walker
from auditor.model.stage import Stage
from auditor.observe import Control
from auditor.probes.list_filters import ListFilters, looks_changed
from auditor.probes.side_tab import side_tab
from auditor.words.message import say

_PATIENCE = 2.5  # seconds
_OPENING = 1.0  # seconds
_AS_LONG = 3
_LARGE = 6  # products; a shorter list need not be filtered
_MOST_TRIED = 2
_ELSEWHERE = {"header", "nav", "footer", "dialog", "search"}


async def probe_filter_used(walker: Walker, facts: PageFacts) -> tuple[Any, PageFacts]:
    """Use a filter of the list in a tab beside the journey, see what changes, and take it back."""
    if walker.tab.device.mobile:
        return say("On phones filters hide behind a button; they are tried on desktop."), facts
    there = ListFilters(facts)
    if len(facts.cards) < _LARGE or not (there.choices or there.openers):
        return say("The list shows no filter that could be used."), facts
    async with side_tab(walker) as tab:
        if (landing := await tab.goto(facts.url)).error:
            return say("The list could not be opened again: {error}.", error=landing.error), facts
        tried: list[tuple[str, str]] = []
        for place in range(_MOST_TRIED):
            seen = await _with_filters(tab)
            there = ListFilters(seen)
            left = [(key, choice) for choice in there.choices if (key := there.key(choice)) not in tried]
            if not left:
                break
            key, choice = next(((key, choice) for key, choice in left if key[0] not in {kind for kind, _ in tried}), left[0])
            tried.append(key)
            used = await _use(tab, seen, choice)
            last = place + 1 == _MOST_TRIED or len(left) == 1
            # a link or button that changes nothing may be no filter; a box beside a list is one
            if used is not None and (used["list_changed"] or (last and choice.type == "checkbox")):
                return used, facts
            await tab.goto(facts.url)
    return say("No filter of the list could be used."), facts


async def _with_filters(tab: Tab) -> PageFacts:
    """See the list with its first filters open, which may lie in a closed part within another."""
    seen = await tab.look()
    for _ in range(2):
        there = ListFilters(seen)
        if there.choices or not there.openers or not await _press(tab, seen, there.openers[0]):
            break
        seen, _ = await tab.until(lambda f: bool(ListFilters(f).choices), _OPENING)
    return seen


async def _use(tab: Tab, seen: PageFacts, choice: Control) -> dict[str, Any] | None:
    label = ListFilters(seen).label(choice)
    before = [card.target for card in seen.cards]
    if not await _press(tab, seen, choice):
        return None
    started = time.monotonic()
    after, changed = await tab.until(lambda f: [c.target for c in f.cards] != before, _PATIENCE)
    button = _apply(after, choice) if not changed else None
    if button is not None and await _press(tab, after, button):
        after, changed = await tab.until(lambda f: [c.target for c in f.cards] != before, _PATIENCE)
    patience = max(_PATIENCE, _AS_LONG * (time.monotonic() - started))  # the way back may take as long as the way there
    there = ListFilters(after)
    same, chips = there.same(choice, label), there.chips(seen, label)
    if not chips and choice.type != "checkbox" and (same is None or not same.visible):  # its part closes when one is chosen
        after = await _with_filters(tab)
        there = ListFilters(after)
        same = there.same(choice, label)
    chosen = same is not None and (same.checked if choice.type == "checkbox" else same.visible and looks_changed(choice, same))
    result = {
        "filter": label,
        "url": seen.url,
        "before": len(before),
        "after": len(after.cards),
        "list_changed": changed,
        "address_changed": after.url.rstrip("#") != seen.url.rstrip("#"),  # a bare "#" says nothing
        "state_shown": bool(chips) or chosen or there.says(seen, label),
    }
    remover = next(iter([*chips, *there.removers(seen)]), same)
    undone = remover is not None and await _is_undone(tab, after, remover, choice, before, patience)
    return {**result, "undone": undone}


async def _is_undone(tab: Tab, after: PageFacts, remover: Control, choice: Control, before: list[str], patience: float) -> bool:
    """Whether the list comes back when the filter is taken back."""
    if not await _press(tab, after, remover):
        return False
    back, undone = await tab.until(lambda f: [c.target for c in f.cards] == before, patience)
    button = _apply(back, choice) if not undone else None
    if button is not None and await _press(tab, back, button):
        _, undone = await tab.until(lambda f: [c.target for c in f.cards] == before, patience)
    return undone


def _apply(facts: PageFacts, box: Control) -> Control | None:
    """The button that sends the form of the filters, where ticking alone does not."""
    sends = [c for c in facts.observation.visible if c.is_submit and c.form == box.form and c.form >= 0 and c.landmark not in _ELSEWHERE]
    return sends[0] if len(sends) == 1 else None


async def _press(tab: Tab, facts: PageFacts, control: Control) -> bool:
    """Press a control, or its label where it is drawn by that alone; says whether it could be. The pointer rests elsewhere then."""
    label = facts.observation.label_of(control)
    target = control if control.visible or label is None else label
    if veto(facts, target, Stage.CATEGORY) is not None:
        return False
    try:
        await tab.press(facts.observation, target)
    except (Error, Gone):
        return False
    with suppress(Error):  # what lies under the pointer is drawn as such, which is not how it looks when chosen
        await tab.page.mouse.move(0, 0)
    return True

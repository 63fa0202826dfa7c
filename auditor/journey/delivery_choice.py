"""Chooses a delivery: from radio buttons, a select, tiles, rows with buttons of their own, or a closed list."""

from __future__ import annotations

from functools import partial

from auditor.facts.choices import ChoiceGroup
from auditor.facts.page import PageFacts
from auditor.journey.acting import act
from auditor.journey.configured import choose_configured
from auditor.journey.overlays import clear_overlays
from auditor.journey.progress import Progress, confirm_progress
from auditor.journey.variant import pick
from auditor.journey.walker import StepDraft, Walker
from auditor.model.journey import Signal
from auditor.model.stage import Stage
from auditor.observe import Control
from auditor.words.message import say


async def choose_shipping(walker: Walker, step: StepDraft, facts: PageFacts, progress: Progress) -> PageFacts | None:
    """Pick the first delivery that brings the parcel home, unless one is chosen already; not one that led nowhere."""
    facts, told = await choose_configured(walker, facts, Stage.SHIPPING)
    if told:
        progress.shipping, progress.shipping_facts = told, facts
        return facts
    groups = facts.checkout.shipping
    if not groups:
        return None
    group = next((g for g in groups if g.form != "dropdown"), groups[0])
    if group.form == "dropdown" and group.selected is None:
        return await _open_list(walker, facts, group)
    if group.selected is None or group.selected.text in progress.dead_ends:
        open_ones = [c for c in group.available if c.text not in progress.dead_ends]
        choices = [c for c in open_ones if not facts.lexicon.mentions("pickup", c.text)] or open_ones
        done = False
        for choice in choices[:3]:
            if group.form == "buttons":
                await walker.capture(step, facts)
                facts, done = await _press_row(walker, facts, choice.control)
            else:
                facts, done = await pick(walker, facts, group, choice)
            if done:
                progress.shipping, progress.shipping_facts = choice.text, facts
                break
        if done:
            facts, _ = await walker.tab.until(lambda _: True, 3.0)
        return facts
    progress.shipping = group.selected.text
    progress.shipping_facts = facts
    return None


async def _open_list(walker: Walker, facts: PageFacts, group: ChoiceGroup) -> PageFacts | None:
    """Open a closed list of deliveries; what it shows is chosen in the next round."""
    result = await act(
        walker,
        facts,
        group.choices[0].control,
        lambda f: (
            [Signal(say("deliveries to choose from"), "delivery", hard=True)]
            if any(g.form != "dropdown" for g in f.checkout.shipping)
            else []
        ),
        Stage.SHIPPING,
        strategy="list of deliveries",
        patience=3.0,
    )
    return result.facts if result.confirmed else None


async def _press_row(walker: Walker, facts: PageFacts, control: Control) -> tuple[PageFacts, bool]:
    """Take a delivery that has a button of its own."""
    before = facts
    with walker.guard.step():
        result = await act(
            walker, facts, control, partial(confirm_progress, before), Stage.SHIPPING, strategy="delivery's own button", patience=6.0
        )
    return await clear_overlays(walker, result.facts), result.confirmed

"""Choosing what a product needs before it can be added: size, colour, a text, a quantity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from playwright.async_api import Error

from auditor.browser.tab import Gone, fingerprint
from auditor.facts.choices import Choice, ChoiceGroup, is_on
from auditor.facts.fields import field_label
from auditor.facts.page import PageFacts
from auditor.facts.patterns import named
from auditor.journey.listbox import open_list
from auditor.journey.quantity import quantity_field, set_quantity, zero_of_many
from auditor.journey.walker import Walker
from auditor.observe import Control

_MOST_ROUNDS = 8
_TEXT = "Test"


async def choose_variant(walker: Walker, facts: PageFacts, avoid: frozenset[str] = frozenset(), *, eager: bool = False) -> PageFacts:
    """Make every choice that is still open, one at a time, since each may change the rest; fill required texts.

    `avoid` holds texts of choices that led nowhere before. `eager`: the buy button has had no effect, so everything that
    can be chosen or filled beside it is, whether it is known as a choice or not.
    """
    done: set[str] = set()
    for _ in range(_MOST_ROUNDS):
        waiting = [*open_groups(facts), *(_plain_groups(facts) if eager else ())]
        group = next((g for g in waiting if g.key not in done), None)
        if group is None:
            break
        done.add(group.key)
        facts = await _choose(walker, facts, group, avoid)
    facts = await _fill_texts(walker, facts, eager=eager)
    return await _raise_quantity(walker, facts)


def _plain_groups(facts: PageFacts) -> list[ChoiceGroup]:
    """Rows of buttons or boxes between the product's name and its buy button, under no known name."""
    box = facts.buy_box
    button = box.likely[0].control if box.likely else None
    if button is None:
        return []
    top = box.heading.box.y if box.heading else button.box.y - 900
    listed = {card.n for card in facts.cards} if len(facts.cards) > 1 else set()
    found = []
    for group in facts.groups:
        if group.form != "chips" or group in box.groups or group.selected is not None or len(group.choices) > 20:
            continue
        own = tuple(c for c in group.choices if c.control.n != button.n)  # the buy button may stand in the same row
        plain = replace(group, choices=own)
        if len(own) < 2 or not plain.available or any(c.control.href for c in own) or not top <= plain.box.y <= button.box.bottom + 60:
            continue
        above = set(facts.observation.ancestors(group.n))
        said = any(
            facts.lexicon.has(c, *(x.text for x in own), at_least=0.85)
            for c in ("newsletter_submit", "no_thanks", "close", "login", "consent_accept")
        )
        if said or above & listed or any(o.layer.n in above for o in facts.overlays):
            continue
        found.append(plain)
    return found


def open_groups(facts: PageFacts) -> list[ChoiceGroup]:
    """Return the buy box's groups of which nothing is chosen yet, in page order."""
    return [g for g in facts.buy_box.groups if g.selected is None and (g.form == "dropdown" or g.available) and not _is_optional(facts, g)]


def chosen_texts(facts: PageFacts) -> tuple[str, ...]:
    """Return what is chosen in the buy box, as shown."""
    return tuple(g.selected.text for g in facts.buy_box.groups if g.selected and g.selected.text)


def other_choice(facts: PageFacts, avoid: frozenset[str]) -> tuple[ChoiceGroup, Choice] | None:
    """Return another available choice of a group, for when the chosen one cannot be bought."""
    for group in reversed(facts.buy_box.groups):
        current = group.selected
        for choice in group.available:
            if (current is None or choice.text != current.text) and choice.text not in avoid:
                return group, choice
    return None


def _is_optional(facts: PageFacts, group: ChoiceGroup) -> bool:
    """A group of extras is left alone."""
    return facts.lexicon.has("extras", group.label, at_least=0.75) or facts.lexicon.mentions("optional", group.label)


async def _choose(walker: Walker, facts: PageFacts, group: ChoiceGroup, avoid: frozenset[str]) -> PageFacts:
    if group.form == "dropdown":
        return await _choose_from_dropdown(walker, facts, group, avoid)
    fresh = [c for c in group.available if c.text not in avoid] or group.available
    for choice in fresh[:4]:
        facts, done = await pick(walker, facts, group, choice)
        if done:
            return facts
    return facts


async def pick(walker: Walker, facts: PageFacts, group: ChoiceGroup, choice: Choice) -> tuple[PageFacts, bool]:
    """Pick one choice of a group; says whether the page then shows it as chosen or changed by it."""
    before = fingerprint(facts.observation)
    try:
        if group.form == "select":
            await walker.tab.pick(facts.observation, choice.control, choice.option)
        elif choice.control.type == "radio":
            await walker.tab.tick(facts.observation, choice.control, on=True)
        else:
            walker.tab.effort.choices += 1
            await walker.tab.press(facts.observation, choice.control)
    except (Error, Gone):
        try:
            await walker.tab.press(facts.observation, choice.control, "dispatched")
        except (Error, Gone):
            return await walker.look(), False
    return await walker.tab.until(lambda f: _differs(before, f) or _shows_as_made(choice, f), 2.0)


def _shows_as_made(choice: Choice, facts: PageFacts) -> bool:
    """Whether the picked control says that it is on now, which not every design shows in words."""
    control = facts.observation.by_node.get(choice.control.n)
    return control is not None and not choice.selected and control.label_text == choice.control.label_text and is_on(control)


async def _choose_from_dropdown(walker: Walker, facts: PageFacts, group: ChoiceGroup, avoid: frozenset[str]) -> PageFacts:
    """Open a list that is no select and take its first available entry."""
    try:
        opened, found = await open_list(walker, facts, group.choices[0].control)
    except (Error, Gone):
        return await walker.look()
    entries = [c for c in found if not _is_off(opened, c) and c.label_text not in avoid]
    for entry in entries[:4]:
        before = fingerprint(opened.observation)
        try:
            walker.tab.effort.choices += 1
            await walker.tab.press(opened.observation, entry)
        except (Error, Gone):
            continue
        after, changed = await walker.tab.until(partial(_differs, before), 2.0)
        if changed:
            return after
    return await walker.look()


def _differs(before: int, facts: PageFacts) -> bool:
    return fingerprint(facts.observation) != before


def _is_off(facts: PageFacts, control: Control) -> bool:
    return facts.lexicon.has("sold_out", control.label_text, at_least=0.55) or named("sold_out", control.tokens)


async def _fill_texts(walker: Walker, facts: PageFacts, *, eager: bool) -> PageFacts:
    """Fill the text fields that the product needs (engraving, date, measure)."""
    wanted = _needed_texts(facts, eager=eager)
    for control in wanted:
        text = "2030-01-15" if control.type == "date" else control.attrs.get("min") or "1" if control.type == "number" else _TEXT
        try:
            await walker.tab.type(facts.observation, control, text)
        except (Error, Gone):
            continue
    return await walker.look() if wanted else facts


def _needed_texts(facts: PageFacts, *, eager: bool) -> Sequence[Control]:
    box, observation = facts.buy_box, facts.observation
    button = box.likely[0].control if box.likely else None
    if button is None:
        return []
    found = []
    for field in facts.fields:
        control = field.control
        if control.value or field.kind in {"search", "email", "coupon", "password", "quantity"} or not control.is_text_field:
            continue
        if control.landmark in {"header", "nav", "footer"}:
            continue
        near = (control.form >= 0 and control.form == button.form) or control.box.distance(button.box) < 400
        label = field_label(observation, control)
        asked = eager or field.required or facts.lexicon.has("personalisation", label, at_least=0.6)
        if near and asked and not facts.lexicon.has("review", label, at_least=0.8) and not facts.lexicon.mentions("optional", label):
            found.append(control)
    return found


async def _raise_quantity(walker: Walker, facts: PageFacts) -> PageFacts:
    """Set a quantity of none to one."""
    field = quantity_field(facts) or zero_of_many(facts)
    if field is None or field.value.strip() not in {"0", ""}:
        return facts
    return await set_quantity(walker, facts, field, 1)

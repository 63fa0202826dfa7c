"""Reads what the shop complains about after a form was sent, and corrects it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from playwright.async_api import Error

from auditor.browser.tab import Gone
from auditor.facts.fields import Field
from auditor.facts.page import PageFacts
from auditor.facts.patterns import named
from auditor.journey.form import fill_form, tick_required
from auditor.journey.walker import Walker
from auditor.shopper.filling import value_for
from auditor.shopper.rewriting import rewritten

_NEAR = 60  # CSS pixels between a field and what is said about it


@dataclass
class Corrections:
    """What has been tried in refused fields, so that each way to write an answer is tried once."""

    most: int = 4
    rounds: int = 0
    tried: dict[str, set[str]] = field(default_factory=dict)

    @property
    def left(self) -> bool:
        """Whether the shop is worth another try."""
        return self.rounds < self.most


async def repair(walker: Walker, facts: PageFacts, corrections: Corrections) -> bool:
    """Correct the fields the shop refuses; says whether anything could be changed."""
    corrections.rounds += 1
    changed = await tick_required(walker, facts)
    refused = refused_fields(facts) or told_fields(facts, walker.tab.dialogs)
    if not changed and not refused:
        changed = await tick_required(walker, facts, eager=True)
    for item in refused:
        changed = await _rewrite(walker, facts, item, corrections) or changed
    before = {f.control.n: f.control.value for f in facts.checkout.fields}
    after, _ = await fill_form(walker, await walker.look(), eager=True)
    return changed or any(before.get(f.control.n, f.control.value) != f.control.value for f in after.checkout.fields)


async def _rewrite(walker: Walker, facts: PageFacts, item: Field, corrections: Corrections) -> bool:
    """Type an answer in another way, one not tried yet; says whether there was one."""
    tried = corrections.tried.setdefault(f"{item.kind}|{item.control.attrs.get('name', '')}|{item.control.id}|{item.part[0]}", set())
    tried.add(item.control.value)
    value = another_value(walker, item, facts, tried)
    if value is None or item.control.tag == "select":
        return False
    tried.add(value)
    try:
        await walker.tab.type(facts.observation, item.control, value, slowly=True)
        await walker.tab.leave_field()  # shops look at a field when it is left
    except (Error, Gone):
        return False
    return True


def refused_fields(facts: PageFacts) -> list[Field]:
    """Return the fields that are marked invalid, in markup or by an error message beside them."""
    found = []
    layers = [o.layer.n for o in facts.overlays]
    placed = [t for t in facts.checkout.errors if not any(facts.observation.contains(n, t.n) for n in layers)]
    for item in facts.checkout.fields:
        control = item.control
        marked = control.attrs.get("aria-invalid") == "true" or bool(control.invalid) or named("error", control.css_class)
        beside = any(t.box.distance(control.box) < 40 for t in placed)
        if marked or beside:
            found.append(item)
    return found


def told_fields(facts: PageFacts, dialogs: Sequence[str]) -> list[Field]:
    """Return the fields that a dialog of the browser names; pages without messages of their own complain like this."""
    said = " ".join(dialogs)
    return [f for f in facts.checkout.fields if f.kind and facts.lexicon.holds(f"field_{f.kind}", said)]


def another_value(walker: Walker, item: Field, facts: PageFacts, tried: Collection[str]) -> str | None:
    """Return a way to write the answer that has not been tried, as the shop's message shows it; None if there is none."""
    who = walker.identity
    if who is None:
        return None
    kinds = {f.kind for f in facts.checkout.fields}
    if item.part[1] > 1:
        return value_for(item, who, kinds)
    ways = rewritten(item.kind, who, " ".join((said_about(facts, item), *walker.tab.dialogs)))
    if not ways:
        plain = value_for(item, who, kinds)
        ways = [plain] if plain else [] if item.control.value else ["Test"]  # refused and empty: it is demanded
    return next((way for way in ways if way not in tried), None)


def said_about(facts: PageFacts, item: Field) -> str:
    """What the page says about a field: messages and hints near it, its placeholder, the browser's own complaint."""
    control = item.control
    near = [t.text for t in facts.observation.texts if t.box.distance(control.box) < _NEAR and t.control < 0 and len(t.text) < 200]
    return " ".join([*near, control.placeholder, control.attrs.get("title", ""), control.invalid])

"""Reads what the shop complains about after a form was sent, and corrects it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from playwright.async_api import Error

from auditor.browser.tab import Gone
from auditor.facts.fields import Field
from auditor.facts.page import PageFacts
from auditor.facts.patterns import named
from auditor.journey.boxes import tick_required
from auditor.journey.form import NEVER, answer_field, fill_form, has_choice
from auditor.journey.walker import Walker
from auditor.lexicon import normalise
from auditor.shopper.filling import option_for, value_for
from auditor.shopper.rewriting import rewritten

_MESSAGE = 200
_STEM = 5  # letters; shorter words stand in too many messages
_VERDICT_SECONDS = 1.5
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


async def repair(walker: Walker, facts: PageFacts, corrections: Corrections, before: PageFacts | None = None) -> bool:
    """Correct the fields the shop refuses; says whether anything could be changed.

    `before` is the page before the press that was refused: what it did not say is what the shop says about it.
    """
    corrections.rounds += 1
    walker.tab.effort.errors += 1
    said = [*walker.tab.dialogs, *(said_since(before, facts) if before else ())]
    changed = await tick_required(walker, facts)
    refused = refused_fields(facts) or told_fields(facts, said)
    walker.missed |= {f.control.sent_as for f in refused if _is_marked(f) and not (has_choice(facts, f) or _is_typed(f))} - {""}
    clueless = not changed and not refused
    for item in refused:
        changed = await _rewrite(walker, facts, item, corrections, said) or changed
    held = {f.control.n: f.control.value for f in facts.checkout.fields}
    answered = {group.key for group in facts.groups if group.selected}
    mended, _ = await walker.tab.until(lambda f: not refused_fields(f), _VERDICT_SECONDS)  # shops may ask their server about a field
    # A guess may bring a complaint of its own: first what is known to be asked, then the rest.
    after, _ = await fill_form(walker, mended, eager=not changed or corrections.rounds > 1)
    changed = changed or any(held.get(f.control.n, f.control.value) != f.control.value for f in after.checkout.fields)
    changed = changed or any(group.selected and group.key not in answered for group in after.groups)
    if clueless and not changed:  # comes last: a box of unknown meaning may be anything
        changed = await tick_required(walker, after, eager=True) or changed
    return changed


def _is_typed(item: Field) -> bool:
    return item.control.tag != "select" and bool(item.control.value.strip())


def _is_marked(item: Field) -> bool:
    """Whether markup says that a field is wrong: a message beside may mean its neighbour."""
    control = item.control
    return control.attrs.get("aria-invalid") == "true" or bool(control.invalid) or named("error", control.css_class)


async def _rewrite(walker: Walker, facts: PageFacts, item: Field, corrections: Corrections, said: Sequence[str]) -> bool:
    """Choose an answer where none is chosen, or type one in another way, not tried yet; says whether there was one."""
    if item.control.tag == "select":
        if walker.identity is None or has_choice(facts, item):
            return False
        await answer_field(walker, facts, item, walker.identity)
        return option_for(item, walker.identity, facts.lexicon) is not None
    tried = corrections.tried.setdefault(f"{item.kind}|{item.control.attrs.get('name', '')}|{item.control.id}|{item.part[0]}", set())
    tried.add(item.control.value)
    value = another_value(walker, item, facts, tried, said)
    if value is None:
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
    for item in _correctable(facts):
        beside = any(t.box.distance(item.control.box) < 40 for t in placed)
        if _is_marked(item) or beside:
            found.append(item)
    return found


def said_since(before: PageFacts, after: PageFacts) -> list[str]:
    """Return the short texts that a page did not show before; a label that lost the message within it is not new. Pure."""
    known = "\n".join(t.text for t in before.observation.texts)
    return [t.text for t in after.observation.texts if t.text not in known and len(t.text) < _MESSAGE and t.control < 0 and not t.split]


def told_fields(facts: PageFacts, said: Sequence[str]) -> list[Field]:
    """Return the fields that messages name: by a word for their kind, or by a word of their label, whatever its ending."""
    told = " ".join(said)
    words = normalise(told).split()

    def is_named(item: Field) -> bool:
        stems = [w for w in normalise(item.label).split() if len(w) >= _STEM]
        return bool(item.kind) and (
            facts.lexicon.holds(f"field_{item.kind}", told) or any(w.startswith(stem) for stem in stems for w in words)
        )

    return [f for f in _correctable(facts) if is_named(f)]


def _correctable(facts: PageFacts) -> list[Field]:
    """The fields an answer of the shopper's may be typed into: no means of payment, no login."""
    return [f for f in facts.checkout.fields if f.kind not in NEVER and f.control.form not in facts.checkout.walled_forms - {-1}]


def another_value(walker: Walker, item: Field, facts: PageFacts, tried: Collection[str], said: Sequence[str] = ()) -> str | None:
    """Return a way to write the answer that has not been tried, as the shop's message shows it; None if there is none."""
    who = walker.identity
    if who is None:
        return None
    kinds = {f.kind for f in facts.checkout.fields}
    if item.part[1] > 1:
        return value_for(item, who, kinds)
    ways = rewritten(item.kind, who, " ".join((said_about(facts, item), *said)))
    if not ways:
        plain = value_for(item, who, kinds)
        ways = [plain] if plain else [] if item.control.value else ["Test"]  # refused and empty: it is demanded
    return next((way for way in ways if way not in tried), None)


def said_about(facts: PageFacts, item: Field) -> str:
    """What the page says about a field: messages and hints near it, its placeholder, the browser's own complaint."""
    control = item.control
    near = [t.text for t in facts.observation.texts if t.box.distance(control.box) < _NEAR and t.control < 0 and len(t.text) < 200]
    return " ".join([*near, control.placeholder, control.attrs.get("title", ""), control.invalid])

"""Reads what the shop complains about after a form was sent, and corrects it once."""

from __future__ import annotations

from playwright.async_api import Error

from auditor.browser.tab import Gone
from auditor.facts.fields import Field
from auditor.facts.page import PageFacts
from auditor.facts.patterns import named
from auditor.journey.form import fill_form, tick_required
from auditor.journey.walker import Walker
from auditor.lexicon import normalise
from auditor.shopper.filling import value_for


async def repair(walker: Walker, facts: PageFacts) -> bool:
    """Correct the fields the shop refuses; says whether anything could be changed."""
    changed = await tick_required(walker, facts)
    if not changed and not refused_fields(facts):
        changed = await tick_required(walker, facts, eager=True)
    for item in refused_fields(facts):
        value = another_value(walker, item, facts)
        if value is None:
            continue
        try:
            if item.control.tag == "select":
                continue
            await walker.tab.type(facts.observation, item.control, value, slowly=True)
            await walker.tab.leave_field()  # shops look at a field when it is left
            changed = True
        except (Error, Gone):
            continue
    before = {f.control.n: f.control.value for f in facts.checkout.fields}
    after, _ = await fill_form(walker, await walker.look(), eager=True)
    return changed or any(before.get(f.control.n, f.control.value) != f.control.value for f in after.checkout.fields)


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


def another_value(walker: Walker, item: Field, facts: PageFacts) -> str | None:
    """Return another way to write the same answer, following what the message asks for; None if there is none."""
    who = walker.identity
    if who is None:
        return None
    if item.part[1] > 1:
        return value_for(item, who, {f.kind for f in facts.checkout.fields})
    said = " ".join(normalise(t.text) for t in facts.checkout.errors if t.box.distance(item.control.box) < 60) + normalise(
        item.control.invalid
    )
    digits = "".join(ch for ch in who.phone if ch.isdigit())
    forms = {
        "phone": [who.phone_e164, digits, who.phone_e164.lstrip("+"), who.phone, digits[-9:]],
        "postcode": [
            who.postcode.replace(" ", ""),
            who.postcode.replace("-", ""),
            who.postcode,
            who.postcode.partition("-")[2] or who.postcode,
        ],
        "house_number": [who.number],
        "full_name": [who.full_name],
        "street": [who.street_line],
    }.get(item.kind)
    if forms is None:
        kinds = {f.kind for f in facts.checkout.fields}
        plain = value_for(item, who, kinds)
        return plain if plain and plain != item.control.value else ("Test" if item.required and not item.control.value else None)
    if item.kind == "phone" and ("+" in " ".join(t.text for t in facts.checkout.errors) or "international" in said):
        forms = [who.phone_e164, *forms]
    elif item.kind == "phone" and any(word in said for word in ("digit", "ziffern", "chiffres", "cifr", "cyfr", "siffror", "numeros")):
        forms = [digits, *forms]
    return next((f for f in forms if f and f != item.control.value), None)

"""Raises the quantity in the cart where the shop has a minimum order value."""

from __future__ import annotations

import math
import re

from playwright.async_api import Error

from auditor.browser.tab import Gone
from auditor.facts.navigation import update_buttons
from auditor.facts.page import PageFacts
from auditor.facts.patterns import named
from auditor.facts.prices import amounts_in, without_amounts
from auditor.facts.steppers import is_count
from auditor.journey.walker import Walker
from auditor.observe import Control
from auditor.words.message import say

_MOST = 60
_MOST_PIECES = 100  # more is an article number or a year
_NEAR = 300  # CSS pixels between the buy button and its quantity
_MESSAGE = 200
_COUNT = re.compile(r"(?<![\w.,-])\d{1,3}(?![\w.,-]*\d)")


def quantity_field(facts: PageFacts) -> Control | None:
    """Return the field beside the buy button that says how many; of several, one for each kind, the first."""
    button = facts.buy_box.button
    if button is None:
        return None
    for field in facts.fields:
        control = field.control
        near = (control.form >= 0 and control.form == button.form) or control.box.distance(button.box) < _NEAR
        if near and (field.kind == "quantity" or named("quantity", control.tokens)) and (control.tag == "select" or control.is_text_field):
            return control
    return None


def zero_of_many(facts: PageFacts) -> Control | None:
    """Return the first count of a form that has one for each kind of the product, all of them still zero (a colour card, a set)."""
    forms: dict[int, list[Control]] = {}
    for control in facts.observation.fields:
        if control.form >= 0 and control.is_text_field and control.visible and control.value.strip().isdecimal():
            forms.setdefault(control.form, []).append(control)
    return next((counts[0] for counts in forms.values() if len(counts) > 1 and not any(int(c.value) for c in counts)), None)


async def set_quantity(walker: Walker, facts: PageFacts, field: Control, wanted: int) -> PageFacts:
    """Put a number into a quantity field; returns the page afterwards."""
    try:
        if field.tag == "select":
            places = [i for i, o in enumerate(field.options) if o.value.isdecimal() and int(o.value) >= wanted]
            await walker.tab.pick(facts.observation, field, places[0] if places else len(field.options) - 1)
        else:
            await walker.tab.type(facts.observation, field, str(wanted))
        await walker.tab.leave_field()
    except (Error, Gone):
        pass  # the page is looked at again in any case
    return await walker.look()


def asked_quantity(before: PageFacts, after: PageFacts) -> int:
    """Return how many the shop wants at least, by a message that came after the press; 0 if it says nothing of the kind. Pure."""
    known = {t.text for t in before.observation.texts}
    said = [t.text for t in after.observation.texts if t.text not in known and len(t.text) < _MESSAGE and t.control < 0]
    numbers = sorted({int(n) for text in said for n in _COUNT.findall(without_amounts(text))})
    return next((n for n in numbers if 2 <= n <= _MOST_PIECES), 0)


async def raise_quantity(walker: Walker, facts: PageFacts) -> bool:
    """Set the quantity to what the shop's minimum order asks for, once; says whether it was changed."""
    if walker.raised or not facts.says("min_order"):
        return False
    pack = walker.quantity
    wanted = math.ceil(max(_needed(walker, facts), pack + 1) / pack) * pack
    field = next((c for c in facts.observation.fields if is_count(c) and c.landmark not in {"header", "nav", "footer"}), None)
    if field is None or not 1 < wanted <= _MOST:
        return False
    walker.raised, walker.quantity = True, wanted
    try:
        if field.tag == "select":
            place = next((i for i, o in enumerate(field.options) if o.value == str(wanted)), len(field.options) - 1)
            await walker.tab.pick(facts.observation, field, place)
        else:
            await walker.tab.type(facts.observation, field, str(wanted))
        await walker.tab.leave_field()
        await walker.tab.settle()
        after = await walker.look()
        update = next((c.control for c in update_buttons(after.observation, after.lexicon) if c.p >= 0.5), None)
        if update is not None:
            await walker.tab.press(after.observation, update)
            await walker.tab.settle()
    except (Error, Gone):
        return False
    walker.note(say("The shop has a minimum order value, so the quantity was set to {wanted}.", wanted=wanted))
    return True


def _needed(walker: Walker, facts: PageFacts) -> int:
    """How many pieces reach the amount that stands in the message about the minimum."""
    price = walker.product.amount.value if walker.product.amount else None
    for text in facts.observation.texts:
        if facts.lexicon.mentions("min_order", text.text):
            amounts = [a.value for a in amounts_in(text.text)]
            if amounts and price:
                return math.ceil(max(amounts) / price)
    return 2 if price is None else 3

"""Raises the quantity in the cart where the shop has a minimum order value."""

from __future__ import annotations

import math

from playwright.async_api import Error

from auditor.browser.tab import Gone
from auditor.facts.cart import is_count
from auditor.facts.navigation import update_buttons
from auditor.facts.page import PageFacts
from auditor.facts.prices import amounts_in
from auditor.journey.walker import Walker

_MOST = 12


async def raise_quantity(walker: Walker, facts: PageFacts) -> bool:
    """Set the quantity to what the shop's minimum order asks for, once; says whether it was changed."""
    if walker.quantity > 1 or not facts.says("min_order"):
        return False
    wanted = _needed(walker, facts)
    field = next((c for c in facts.observation.fields if is_count(c) and c.landmark not in {"header", "nav", "footer"}), None)
    if field is None or not 1 < wanted <= _MOST:
        return False
    walker.quantity = wanted
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
    walker.note(f"The shop has a minimum order value, so the quantity was set to {wanted}.")
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

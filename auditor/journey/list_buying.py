"""Buying straight from a list: shops that have no product pages, or take orders by quantities in a table."""

from __future__ import annotations

from playwright.async_api import Error

from auditor.browser.tab import Gone
from auditor.facts.order_rows import OrderRow
from auditor.facts.page import PageFacts
from auditor.journey.acting import act, refind
from auditor.journey.buying import confirm_added
from auditor.journey.cart import go_to_cart
from auditor.journey.overlays import clear_overlays
from auditor.journey.variant import choose_variant
from auditor.journey.walker import Product, Walker
from auditor.model.journey import StepOutcome
from auditor.model.stage import Stage
from auditor.observe import Control
from auditor.words.message import say

_MOST_ROWS = 3


async def buy_from_list(walker: Walker, facts: PageFacts) -> PageFacts | None:
    """Put one product of a selling list into the cart and go there; returns the cart, None where that did not work."""
    rows = [r for r in facts.order_rows if not r.sold_out]
    if not rows:
        return None
    async with walker.step(Stage.PRODUCT) as step:
        step.missed(StepOutcome.SKIPPED, say("The shop sells straight from its list; products have no pages of their own."), facts)
    async with walker.step(Stage.CART) as step:
        for row in rows[:_MOST_ROWS]:
            step.attempts += 1
            walker.product = Product(row.title, facts.url, row.price.amount)
            walker.badge_before = facts.badge
            added = await _take(walker, facts, row)
            if added is not None:
                step.action = say("took “{title}” from the list", title=row.title[:60])
                found = await go_to_cart(walker, step, added, (), facts)
                if found is not None:
                    return found
            facts = await clear_overlays(walker, await walker.look())
        step.reason = say("No product of the list could be put into the cart.")
    return None


async def _take(walker: Walker, facts: PageFacts, row: OrderRow) -> PageFacts | None:
    """Fill the row's quantity and press its button, or the list's own; returns the page if anything speaks for success."""
    if row.quantity is not None and not (row.button and row.quantity.value.strip() not in {"", "0"}):
        try:
            if row.quantity.tag == "select":
                place = next((i for i, o in enumerate(row.quantity.options) if o.value == "1"), 1)
                await walker.tab.pick(facts.observation, row.quantity, place)
            else:
                await walker.tab.type(facts.observation, row.quantity, "1")
            await walker.tab.leave_field()
        except (Error, Gone):
            return None
        facts, _ = await walker.tab.until(lambda _: True, 1.5)
    button = refind(facts, row.button) if row.button else _list_button(facts)
    if button is None:
        return None
    position = walker.tab.traffic.mark()
    walker.tab.dialogs.clear()
    before = facts
    result = await act(
        walker,
        facts,
        button,
        lambda f: confirm_added(walker, before, f, position),
        Stage.CART,
        strategy="buy button of the list",
        patience=4.0,
    )
    after = result.facts
    if not result.signals and any(o.kind in {"other", "newsletter"} and o.blocking for o in after.overlays):
        after = await choose_variant(walker, after)  # the button opened a dialog to choose in
        again = next((b.control for b in after.buy_box.likely), None)
        if again is not None:
            result = await act(
                walker,
                after,
                again,
                lambda f: confirm_added(walker, before, f, position),
                Stage.CART,
                strategy="buy button of the dialog",
                patience=4.0,
            )
            after = result.facts
    return after if result.signals else None


def _list_button(facts: PageFacts) -> Control | None:
    """The one button that takes all quantities of the list."""
    lexicon = facts.lexicon
    best = max(
        (c for c in facts.observation.visible if c.is_button and c.landmark not in {"header", "nav", "footer"}),
        key=lambda c: max(
            lexicon.score("add_to_cart", *c.words), 0.9 * lexicon.score("checkout", *c.words), 0.8 * lexicon.score("continue", *c.words)
        ),
        default=None,
    )
    return (
        best
        if best is not None and any(lexicon.has(c, *best.words, at_least=0.6) for c in ("add_to_cart", "checkout", "continue"))
        else None
    )

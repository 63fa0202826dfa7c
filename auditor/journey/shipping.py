"""Stage shipping: the choice of delivery, by the shopper or by the shop."""

from __future__ import annotations

from auditor.facts.page import PageFacts
from auditor.facts.prices import amounts_in
from auditor.journey.configured import demand_met, open_configured, said
from auditor.journey.delivery_choice import choose_shipping
from auditor.journey.form import fill_form
from auditor.journey.going_on import go_on
from auditor.journey.progress import MOST_ROUNDS, Progress, alarm
from auditor.journey.veto import is_review
from auditor.journey.walker import Stop, Walker
from auditor.model.journey import Signal, StepOutcome
from auditor.model.stage import Stage
from auditor.words.message import say


async def reach_shipping(walker: Walker, facts: PageFacts, progress: Progress) -> PageFacts:
    """See a delivery chosen, by the shopper or by the shop; raises `Stop` where the shop does not deliver."""
    async with walker.step(Stage.SHIPPING) as step:
        facts = await open_configured(walker, step, Stage.SHIPPING) or facts
        if not progress.paid_first:
            facts, _ = await walker.tab.until(lambda f: bool(f.checkout.shipping or f.checkout.offers_payment), 2.5)
        for _ in range(0 if progress.paid_first else MOST_ROUNDS):
            alarm(walker, facts)
            if facts.checkout.fields and facts.checkout.asks_address:
                facts, filled = await fill_form(walker, facts)
                progress.remember(filled, facts)
            chosen = await choose_shipping(walker, step, facts, progress)
            if chosen is not None:
                facts = chosen
            if progress.shipping and facts.checkout.shipping and not step.captured:
                await walker.capture(step, facts)
            if facts.checkout.offers_payment:
                break
            if is_review(facts):
                break
            facts = await go_on(walker, step, facts, progress, Stage.SHIPPING)
            if facts.checkout.offers_payment and not facts.checkout.shipping:
                break
            if not progress.is_news(facts) and not _choose_anew(facts, progress):
                break
        if not progress.shipping and facts.checkout.shipping:
            chosen = await choose_shipping(walker, step, facts, progress)
            facts = chosen or facts
        await demand_met(walker, facts, Stage.SHIPPING)
        if progress.shipping:
            step.reached(
                progress.shipping_facts or facts,
                [Signal(say("“{shipping}” is chosen", shipping=progress.shipping[:60]), "choice", hard=True)],
                said(walker, Stage.SHIPPING, say("chose “{shipping}”", shipping=progress.shipping[:60])),
            )
        elif facts.says("no_delivery"):
            step.missed(StepOutcome.FAILED, say("The shop says that it does not deliver to the test address."), facts)
            raise Stop("no_shipping_to_region")
        else:
            shown = stated_delivery(facts)
            if shown and (facts.checkout.offers_payment or is_review(facts)):
                step.reached(
                    facts,
                    [Signal(say("“{shown}” is set by the shop", shown=shown[:60]), "choice"), Signal(say("payment follows"), "payment")],
                    say("the shop chose the delivery"),
                )
            else:
                step.missed(StepOutcome.SKIPPED, say("The shop offers no choice of delivery."), facts)
    return facts


def _choose_anew(facts: PageFacts, progress: Progress) -> bool:
    """Whether another try at the delivery is worth it: the page forgot the choice, or another one is left.

    A choice may lead nowhere because it wants a pickup point; it is not made again.
    """
    group = next((g for g in facts.checkout.shipping if g.form != "dropdown"), None)
    if group is None:
        return False
    if group.selected is None and progress.shipping and not progress.forgotten:
        progress.forgotten = True
        return True
    progress.dead_ends.add(group.selected.text if group.selected else progress.shipping)
    return any(c.text not in progress.dead_ends for c in group.available)


def stated_delivery(facts: PageFacts) -> str:
    """What a page says of a delivery it has chosen by itself: its name with its price, or a row of costs."""
    for text in facts.observation.texts:
        if text.landmark in {"header", "nav", "footer"} or text.control >= 0 or len(text.text) > 120:
            continue
        near = (
            amounts_in(text.text)
            or facts.lexicon.mentions("free_shipping", text.text)
            or any(p.text.box.distance(text.box) < 300 and abs(p.text.box.middle[1] - text.box.middle[1]) < 16 for p in facts.prices)
        )
        if near and (
            facts.lexicon.mentions("shipping_choice", text.text)
            or facts.lexicon.has("shipping_method", text.text, at_least=0.66)
            or facts.lexicon.has("shipping_cost", text.text, at_least=0.66)
        ):
            return text.text
    return ""

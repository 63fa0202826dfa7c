"""Stage payment: the goal. Reached when the payment choice or card form is on screen with a total; nothing is pressed then."""

from __future__ import annotations

from functools import partial

from auditor.facts.page import PageFacts
from auditor.facts.patterns import addressed, pattern
from auditor.facts.walls import is_error_page
from auditor.journey.acting import act
from auditor.journey.configured import by_hook, demand_met, open_configured, said
from auditor.journey.going_on import go_on
from auditor.journey.progress import MOST_ROUNDS, Progress, alarm
from auditor.journey.walker import Stop, Walker
from auditor.model.journey import Signal, StepOutcome, is_confirmed
from auditor.model.stage import Stage
from auditor.words.message import say


def confirm_payment(walker: Walker, facts: PageFacts) -> list[Signal]:
    """Signals that payment is reached: a way to pay is on screen, and the total is, or was on the way here.

    Some shops show the amount in the cart and on the last review page only; going on to that page would need a press that
    may order, so the total seen before counts and is named as such.
    """
    checkout = facts.checkout
    if is_error_page(facts) or walker.is_thanked(facts):
        return []
    means: list[Signal] = []
    if any(f.kind in {"card_number", "iban"} for f in checkout.card_fields):
        means.append(Signal(say("a card form"), "card"))
    if checkout.payment_frames:
        means.append(Signal(say("a payment provider's frame"), "frame"))
    for group in checkout.payment_open:
        ways = len(group.choices)
        means.append(Signal(say("a choice of {ways} ways to pay", ways=ways) if ways > 1 else say("one way to pay"), "choice"))
        break
    if not means and _only_way(facts):
        means.append(Signal(say("one way to pay, named beside the final button"), "choice"))
    if not means:
        return []
    if shows_total(walker, facts):
        signals = [*means, Signal(say("the total"), "total")]
    elif walker.total_seen:
        signals = [*means, Signal(say("the total was shown before ({total_seen})", total_seen=walker.total_seen), "total")]
    else:
        return []
    if addressed("checkout", facts.url) or pattern("addresses", "payment").search(facts.url):
        signals.append(Signal(say("the checkout's address"), "address"))
    if checkout.order_buttons:
        signals.append(
            Signal(say("final button “{label_text}” (never pressed)", label_text=checkout.order_buttons[-1].label_text[:40]), "button")
        )
    return signals


def shows_total(walker: Walker, facts: PageFacts) -> bool:
    """Whether the amount to pay is on the page: a labelled total, or an amount not below the product's price."""
    if facts.checkout.total is not None:
        return True
    amount = walker.product.amount
    return amount is not None and any(p.amount.value >= amount.value for p in facts.prices if not p.struck)


def _only_way(facts: PageFacts) -> bool:
    """A shop with one way to pay names it and shows the final button; nothing is left to choose or fill."""
    checkout = facts.checkout
    asks = checkout.asks_address or checkout.asks_email
    return bool(checkout.payment_named) and bool(checkout.order_buttons) and not asks and checkout.total is not None


async def reach_payment(walker: Walker, facts: PageFacts) -> None:
    """See the choice of payment with the total, then seal the guard; raises `Stop` where it does not come on screen."""
    async with walker.step(Stage.PAYMENT) as step:
        progress = Progress()
        if await by_hook(walker, step, partial(confirm_payment, walker)) is not None:
            walker.guard.sealed = True
            return
        facts = await open_configured(walker, step, Stage.PAYMENT) or facts
        for _ in range(MOST_ROUNDS // 2):
            alarm(walker, facts)
            facts, ok = await walker.tab.until(lambda f: is_confirmed(confirm_payment(walker, f)), 3.0)
            signals = confirm_payment(walker, facts)
            if ok and is_confirmed(signals):
                walker.guard.sealed = True
                await demand_met(walker, facts, Stage.PAYMENT)
                step.reached(facts, signals, said(walker, Stage.PAYMENT, say("stopped before ordering")))
                return
            before = facts
            facts = await _open_payments(walker, facts)
            if facts is before:
                facts = await go_on(walker, step, facts, progress, Stage.PAYMENT)
            if facts is before:
                break
        step.missed(StepOutcome.NOT_FOUND, say("No payment choice or card form with a total came on screen."), facts)
        raise Stop("payment_not_rendered")


async def _open_payments(walker: Walker, facts: PageFacts) -> PageFacts:
    """Open a closed list of ways to pay, so that they are on screen; nothing is chosen."""
    closed = next((g for g in facts.checkout.payment if g not in facts.checkout.payment_open), None)
    if closed is None:
        return facts
    result = await act(
        walker,
        facts,
        closed.choices[0].control,
        lambda f: [Signal(say("ways to pay"), "payment", hard=True)] if f.checkout.payment_open else [],
        Stage.CHECKOUT,
        strategy="list of payments",
        patience=3.0,
    )
    return result.facts if result.changed else facts

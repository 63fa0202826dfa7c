"""Checkouts that let delivery and payment be chosen before they ask who buys.

The way to pay is on screen, so the payment stage is reached and recorded. The journey may still go on to the address by a
button that only continues: while nobody has said who buys and where the parcel goes, nothing can be ordered. As soon as
the address is complete, the guard is sealed and nothing is pressed any more.
"""

from __future__ import annotations

from auditor.facts.choices import Choice, ChoiceGroup
from auditor.facts.page import PageFacts
from auditor.facts.patterns import named
from auditor.journey.delivery_choice import choose_shipping
from auditor.journey.going_on import LEAST, reachable
from auditor.journey.payment import confirm_payment
from auditor.journey.progress import Progress
from auditor.journey.variant import pick
from auditor.journey.veto import veto
from auditor.journey.walker import StepDraft, Walker
from auditor.model.journey import is_confirmed
from auditor.model.stage import Stage
from auditor.words.message import say


def pays_first(walker: Walker, facts: PageFacts) -> bool:
    """Whether payment is offered to a shopper who has not said yet who they are, with a way on to that question."""
    if walker.introduced or facts.checkout.asks_address or not facts.checkout.payment_open:
        return False
    onward = (c for c in reachable(facts) if c.p >= LEAST)
    return any(veto(facts, c.control, Stage.ADDRESS, introduced=False) is None for c in onward)


async def choose_before_address(walker: Walker, step: StepDraft, facts: PageFacts, progress: Progress) -> PageFacts:
    """Record the choice of payment and make the choices the page waits for; the address is still to come."""
    signals = confirm_payment(walker, facts)
    if is_confirmed(signals) and not progress.paid_first:
        async with walker.step(Stage.PAYMENT) as payment:
            payment.reached(facts, signals, say("found before the address"))
        progress.paid_first = True
        walker.note(say("The shop lets payment be chosen before it asks for the address."))
    facts = await choose_shipping(walker, step, facts, progress) or facts
    for group in [g for g in facts.checkout.payment_open if g.selected is None and g.form in {"radio", "select", "chips"}]:
        plain = [c for c in group.available if not _is_wallet(group, c)]
        if plain:
            facts, _ = await pick(walker, facts, group, plain[0])
    return facts


def _is_wallet(group: ChoiceGroup, choice: Choice) -> bool:
    """Whether a choice leads to somebody else's window at once."""
    return named("wallet", f"{choice.control.tokens} {choice.text}".replace(" ", "-")) or (
        group.form == "chips" and choice.control.is_submit
    )

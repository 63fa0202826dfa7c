"""Stage address: give the address as a guest, and see the checkout go on to what comes after it."""

from __future__ import annotations

from functools import partial

from auditor.facts.page import PageFacts
from auditor.journey.address_lookup import closed_address
from auditor.journey.boxes import set_boxes
from auditor.journey.configured import choose_configured, demand_met, onward, open_configured, said
from auditor.journey.early_payment import choose_before_address, pays_first
from auditor.journey.form import fill_form, is_answered
from auditor.journey.going_on import LEAST, go_on, reachable
from auditor.journey.guest import choose_guest, demands_account, needs_guest_choice
from auditor.journey.overlays import clear_overlays
from auditor.journey.progress import MOST_ROUNDS, Progress, alarm, confirm_progress
from auditor.journey.repair import refused_fields
from auditor.journey.veto import is_review, veto
from auditor.journey.walker import StepDraft, Stop, Walker
from auditor.model.journey import Signal, StepOutcome, is_confirmed
from auditor.model.moment import Moment
from auditor.model.stage import Stage
from auditor.words.message import say

_MOST_WAITS = 2
_BRIEFLY, _PATIENTLY = 0.6, 2.5  # seconds for what may come by itself after the address


async def reach_address(walker: Walker, facts: PageFacts, progress: Progress) -> PageFacts:
    """Answer what the checkout asks before delivery and payment; raises `Stop` where it wants an account or goes not on."""
    async with walker.step(Stage.ADDRESS) as step:
        facts = await open_configured(walker, step, Stage.ADDRESS) or facts
        for _ in range(MOST_ROUNDS):
            _enter(walker, facts)
            alarm(walker, facts)
            facts = await _past_account(walker, step, facts)
            _enter(walker, facts)
            if pays_first(walker, facts):
                facts = await choose_before_address(walker, step, facts, progress)
                facts = await go_on(walker, step, facts, progress, Stage.ADDRESS)
                continue
            if facts.checkout.asks_address and not progress.probed:
                progress.probed = True
                facts = await walker.witness.moment(Moment.FORM, walker, facts)
            if progress.known and not step.captured:
                await walker.capture(step, facts)
            if facts.checkout.fields:
                if not progress.address and facts.checkout.asks_address:
                    progress.early_payment = facts.checkout.offers_payment
                    progress.early_shipping = bool(facts.checkout.shipping_open)
                facts, filled = await fill_form(walker, facts)
                progress.remember(filled, facts)
                facts = await clear_overlays(walker, facts)  # banners may come at any time, and cover what is judged next
                if filled.kinds and facts.checkout.asks_address:
                    # Delivery methods and costs for the address often come by themselves a moment later.
                    facts, _ = await walker.tab.until(
                        lambda f: bool(f.checkout.shipping_open) and not progress.early_shipping,
                        _BRIEFLY if _has_way_on(walker, facts) else _PATIENTLY,
                    )
                if facts.checkout.asks_address and not step.captured:
                    await walker.capture(step, facts)
            signals = address_done(facts, progress)
            to_send = _leads_to_review(facts) if progress.paid_first else _has_own_button(facts, progress)
            if is_confirmed(signals) and (progress.sent or not to_send):
                pressed = await onward(walker, step, facts, Stage.ADDRESS, partial(confirm_progress, facts))
                if pressed is not None:
                    facts = pressed
                    continue
                await demand_met(walker, facts, Stage.ADDRESS)
                step.reached(progress.address_facts or facts, signals, said(walker, Stage.ADDRESS, progress.told))
                return facts
            if closed_address(facts) and progress.waits < _MOST_WAITS:
                progress.waits += 1  # what opens the address may not have been ready to be pressed
                facts, _ = await walker.tab.until(lambda f: not closed_address(f), _PATIENTLY)
                continue
            progress.sent = progress.sent or facts.checkout.asks_address
            facts = await go_on(walker, step, facts, progress, Stage.ADDRESS)
            if pays_first(walker, facts):
                continue
            signals = address_done(facts, progress)
            if is_confirmed(signals):
                await demand_met(walker, facts, Stage.ADDRESS)
                step.reached(facts, signals, said(walker, Stage.ADDRESS, progress.told))
                return facts
        raise Stop("address_rejected", say("The checkout kept asking for the address."))


def _enter(walker: Walker, facts: PageFacts) -> None:
    """Hear what a checkout says of itself, as long as the shop cannot know who would order."""
    if not walker.introduced and (facts.checkout.asks_address or facts.checkout.asks_email or needs_guest_choice(facts)):
        walker.enter_checkout(facts)


def _has_way_on(walker: Walker, facts: PageFacts) -> bool:
    """Whether the address has a page of its own: then nothing comes by itself."""
    return any(c.p >= LEAST and veto(facts, c.control, Stage.ADDRESS, introduced=walker.introduced) is None for c in reachable(facts))


async def _past_account(walker: Walker, step: StepDraft, facts: PageFacts) -> PageFacts:
    """Go on as a guest where the page asks; raises `Stop` where it wants an account and nothing else."""
    facts, _ = await choose_configured(walker, facts, Stage.ADDRESS)
    if needs_guest_choice(facts):
        entered = await onward(walker, step, facts, Stage.ADDRESS, partial(confirm_progress, facts))
        facts = entered or await choose_guest(walker, facts)
    if facts.checkout.passwords:
        facts = await set_boxes(walker, facts)  # a ticked "create account" may be all that asks for a password
    if demands_account(facts):
        facts = await choose_guest(walker, facts)
    if demands_account(facts):
        step.missed(StepOutcome.BLOCKED, say("The checkout goes on only with an account."), facts)
        raise Stop("account_required")
    return facts


def address_done(facts: PageFacts, progress: Progress) -> list[Signal]:
    """The address was given, and the checkout shows what comes after it."""
    if progress.known and (known := _goes_on_knowing(facts)):
        return known
    if not {"postcode", "city", "street", "full_address"} & set(progress.address):
        if facts.checkout.offers_payment and not facts.checkout.asks_address:
            return [Signal(say("payment is offered without an address"), "payment", hard=True)]
        return []
    refused = [f for f in refused_fields(facts) if f.section != "billing"] if facts.checkout.asks_address else []
    open_fields = [f for f in facts.checkout.fields if f.is_address and f.required and not is_answered(facts, f) and f.section != "billing"]
    if open_fields or refused or closed_address(facts):
        return []
    signals: list[Signal] = []
    if progress.shipping:
        signals.append(Signal(say("a delivery could be chosen"), "delivery", hard=True))
    if facts.checkout.shipping_open:
        signals.append(Signal(say("delivery methods for the address"), "delivery", hard=not progress.early_shipping))
    if facts.checkout.offers_payment:
        # Where payment stood on the page from the start, it says nothing about the address.
        signals.append(Signal(say("payment methods"), "payment", hard=not progress.early_payment))
    if progress.paid_first:
        signals.append(Signal(say("delivery and payment were chosen before"), "payment"))
    if (progress.early_payment or progress.early_shipping or progress.paid_first) and facts.checkout.asks_address:
        signals.append(Signal(say("the filled form is complete and shows no error"), "form"))
    if not facts.checkout.asks_address:
        signals.append(Signal(say("the address is no longer asked for"), "form"))
        text = facts.observation.full_text
        given = [v for k, v in progress.address.items() if k in {"street", "city", "postcode", "full_address"}]
        if any(len(piece) >= 4 and piece in text for v in given for piece in (v, *v.split(","))):
            signals.append(Signal(say("sums up the address"), "summary"))
        if progress.address_facts is not None and facts.url != progress.address_facts.url:
            signals.append(Signal(say("another address in the browser"), "address"))
        if is_review(facts):
            signals.append(Signal(say("an order review"), "review"))
    return signals


def _goes_on_knowing(facts: PageFacts) -> list[Signal]:
    """What comes after the address, where the shop knows it and asks for nothing that is not filled in."""
    checkout = facts.checkout
    empty = [f for f in checkout.fields if f.is_address and f.required and not is_answered(facts, f)]
    if empty or (checkout.errors and checkout.asks_address):
        return []
    if checkout.shipping_open:
        return [Signal(say("delivery methods for an address the shop knows"), "delivery", hard=True)]
    if is_review(facts):
        return [Signal(say("an order review with an address the shop knows"), "review", hard=True)]
    return []


def _leads_to_review(facts: PageFacts) -> bool:
    """Whether the button that goes on says that a summary comes next: then it does not order, though all has been given."""
    lexicon = facts.lexicon
    best = next((c for c in reachable(facts) if c.p >= LEAST), None)
    return best is not None and any(
        lexicon.has("continue", w, at_least=0.6) and lexicon.mentions("order_review", w) and not lexicon.mentions("place_order", w)
        for w in best.control.words
    )


def _has_own_button(facts: PageFacts, progress: Progress) -> bool:
    """Whether the address form, shown beside what comes after it, has a button of its own that may be pressed."""
    if not (progress.early_payment or progress.early_shipping):
        return False
    best = next(
        (c for c in reachable(facts) if c.p >= LEAST and c.features.get("same_form", 0) > 0 and c.features.get("text", 0) > 1.5), None
    )
    return best is not None and veto(facts, best.control, Stage.ADDRESS) is None

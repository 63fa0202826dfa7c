"""From the checkout's entry to payment: address, delivery, payment, in whatever order and on however many pages.

One-page, multi-page and accordion checkouts are the same loop: see what the page asks, answer it as a guest, and press the
safest button that goes on, until payment is on screen. What was answered decides which stages count as reached.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from auditor.facts.choices import ChoiceGroup
from auditor.facts.continuing import propose_continue
from auditor.facts.page import PageFacts
from auditor.facts.prices import amounts_in
from auditor.facts.ranking import Candidate
from auditor.facts.walls import order_confirmation
from auditor.journey.acting import act
from auditor.journey.checkout import choose_guest, demands_account, needs_guest_choice
from auditor.journey.form import Filled, fill_form, set_boxes, tick_required
from auditor.journey.overlays import clear_overlays
from auditor.journey.payment import confirm_payment
from auditor.journey.repair import refused_fields, repair
from auditor.journey.variant import pick
from auditor.journey.veto import is_review, veto
from auditor.journey.walker import StepDraft, Stop, Walker
from auditor.lexicon import normalise
from auditor.model.journey import Signal, StepOutcome, is_confirmed
from auditor.model.moment import Moment
from auditor.model.stage import Stage
from auditor.observe import Control
from auditor.shopper.names import country_names

_MOST_ROUNDS = 14
_LEAST = 0.45
_MOST_PRESSES = 3
_AROUND = {"header", "nav", "footer"}


@dataclass
class _Progress:
    """What the checkout has been told so far."""

    address: dict[str, str] = field(default_factory=dict)
    address_facts: PageFacts | None = None
    shipping: str = ""
    shipping_facts: PageFacts | None = None
    probed: bool = False
    early_payment: bool = False
    early_shipping: bool = False
    sent: bool = False
    seen: set[int] = field(default_factory=set)

    def is_news(self, facts: PageFacts) -> bool:
        """Whether the checkout has not looked like this before: other things are asked, other buttons are offered."""
        asked = tuple((f.kind, f.label) for f in facts.checkout.fields)
        offered = tuple(sorted({c.label_text for c in facts.observation.visible if c.is_button and c.landmark not in _AROUND}))
        state = hash((facts.url, asked, offered))
        news = state not in self.seen
        self.seen.add(state)
        return news


async def reach_payment(walker: Walker, facts: PageFacts) -> None:
    """Fill the checkout up to the payment choice and verify each stage; raises `Stop` where it does not go on."""
    progress = _Progress()
    facts = await _address(walker, facts, progress)
    facts = await _shipping(walker, facts, progress)
    await _payment(walker, facts)


async def _address(walker: Walker, facts: PageFacts, progress: _Progress) -> PageFacts:
    async with walker.step(Stage.ADDRESS) as step:
        for _ in range(_MOST_ROUNDS):
            _alarm(facts)
            if needs_guest_choice(facts):
                facts = await choose_guest(walker, facts)
            if facts.checkout.passwords:
                facts = await set_boxes(walker, facts)  # a ticked "create account" may be all that asks for a password
            if demands_account(facts):
                step.missed(StepOutcome.BLOCKED, "The checkout goes on only with an account.", facts)
                raise Stop("account_required")
            if facts.checkout.asks_address and not progress.probed:
                progress.probed = True
                facts = await walker.witness.moment(Moment.FORM, walker, facts)
            if facts.checkout.fields:
                if not progress.address and facts.checkout.asks_address:
                    progress.early_payment = facts.checkout.offers_payment
                    progress.early_shipping = bool(facts.checkout.shipping_open)
                facts, filled = await fill_form(walker, facts)
                _remember(progress, filled, facts)
                if filled.kinds and facts.checkout.asks_address:
                    # Delivery methods and costs for the address often come by themselves a moment later.
                    facts, _ = await walker.tab.until(lambda f: bool(f.checkout.shipping_open) and not progress.early_shipping, 2.5)
                if facts.checkout.asks_address and not step.captured:
                    await walker.capture(step, facts)
            signals = _address_done(facts, progress)
            if is_confirmed(signals) and (progress.sent or not _has_own_button(facts, progress)):
                step.reached(progress.address_facts or facts, signals, _filled(progress))
                return facts
            progress.sent = True
            facts = await _go_on(walker, step, facts, progress, Stage.ADDRESS)
            signals = _address_done(facts, progress)
            if is_confirmed(signals):
                step.reached(facts, signals, _filled(progress))
                return facts
        raise Stop("address_rejected", "The checkout kept asking for the address.")


def _address_done(facts: PageFacts, progress: _Progress) -> list[Signal]:
    """The address was given, and the checkout shows what comes after it."""
    if not {"postcode", "city", "street", "full_address"} & set(progress.address):
        if facts.checkout.offers_payment and not facts.checkout.asks_address:
            return [Signal("payment is offered without an address", "payment", hard=True)]
        return []
    refused = [f for f in refused_fields(facts) if f.section != "billing"] if facts.checkout.asks_address else []
    open_fields = [
        f
        for f in facts.checkout.fields
        if f.is_address and f.required and not f.control.value.strip() and f.control.tag != "select" and f.section != "billing"
    ]
    if open_fields or refused:
        return []
    signals: list[Signal] = []
    if progress.shipping:
        signals.append(Signal("a delivery could be chosen", "delivery", hard=True))
    if facts.checkout.shipping_open:
        signals.append(Signal("delivery methods for the address", "delivery", hard=not progress.early_shipping))
    if facts.checkout.offers_payment:
        # Where payment stood on the page from the start, it says nothing about the address.
        signals.append(Signal("payment methods", "payment", hard=not progress.early_payment))
    if (progress.early_payment or progress.early_shipping) and facts.checkout.asks_address:
        signals.append(Signal("the filled form is complete and shows no error", "form"))
    if not facts.checkout.asks_address:
        signals.append(Signal("the address is no longer asked for", "form"))
        text = facts.observation.full_text
        given = [v for k, v in progress.address.items() if k in {"street", "city", "postcode", "full_address"}]
        if any(len(piece) >= 4 and piece in text for v in given for piece in (v, *v.split(","))):
            signals.append(Signal("sums up the address", "summary"))
        if progress.address_facts is not None and facts.url != progress.address_facts.url:
            signals.append(Signal("another address in the browser", "address"))
        if is_review(facts):
            signals.append(Signal("an order review", "review"))
    return signals


def _has_own_button(facts: PageFacts, progress: _Progress) -> bool:
    """Whether the address form, shown beside what comes after it, has a button of its own that may be pressed."""
    if not (progress.early_payment or progress.early_shipping):
        return False
    best = next(
        (c for c in _reachable(facts) if c.p >= _LEAST and c.features.get("same_form", 0) > 0 and c.features.get("text", 0) > 1.5), None
    )
    return best is not None and veto(facts, best.control, Stage.ADDRESS) is None


async def _shipping(walker: Walker, facts: PageFacts, progress: _Progress) -> PageFacts:
    async with walker.step(Stage.SHIPPING) as step:
        facts, _ = await walker.tab.until(lambda f: bool(f.checkout.shipping or f.checkout.offers_payment), 2.5)
        for _ in range(_MOST_ROUNDS):
            _alarm(facts)
            if facts.checkout.fields and facts.checkout.asks_address:
                facts, filled = await fill_form(walker, facts)
                _remember(progress, filled, facts)
            chosen = await _choose_shipping(walker, step, facts, progress)
            if chosen is not None:
                facts = chosen
            if progress.shipping and facts.checkout.shipping and not step.captured:
                await walker.capture(step, facts)
            if facts.checkout.offers_payment:
                break
            if is_review(facts):
                break
            before = facts
            facts = await _go_on(walker, step, facts, progress, Stage.SHIPPING)
            if facts.checkout.offers_payment and not facts.checkout.shipping:
                break
            if facts is before:
                break
        if not progress.shipping and facts.checkout.shipping:
            chosen = await _choose_shipping(walker, step, facts, progress)
            facts = chosen or facts
        if progress.shipping:
            step.reached(
                progress.shipping_facts or facts,
                [Signal(f"“{progress.shipping[:60]}” is chosen", "choice", hard=True)],
                f"chose “{progress.shipping[:60]}”",
            )
        elif facts.says("no_delivery"):
            step.missed(StepOutcome.FAILED, "The shop says that it does not deliver to the test address.", facts)
            raise Stop("no_shipping_to_region")
        else:
            shown = _stated_delivery(facts)
            if shown and (facts.checkout.offers_payment or is_review(facts)):
                step.reached(
                    facts,
                    [Signal(f"“{shown[:60]}” is set by the shop", "choice"), Signal("payment follows", "payment")],
                    "the shop chose the delivery",
                )
            else:
                step.missed(StepOutcome.SKIPPED, "The shop offers no choice of delivery.", facts)
    return facts


def _stated_delivery(facts: PageFacts) -> str:
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


async def _choose_shipping(walker: Walker, step: StepDraft, facts: PageFacts, progress: _Progress) -> PageFacts | None:
    """Pick the first delivery that brings the parcel home, unless one is chosen already."""
    groups = facts.checkout.shipping
    if not groups:
        return None
    group = next((g for g in groups if g.form != "dropdown"), groups[0])
    if group.form == "dropdown" and group.selected is None:
        return await _open_list(walker, facts, group)
    if group.selected is None:
        choices = [c for c in group.available if not facts.lexicon.mentions("pickup", c.text)] or group.available
        done = False
        for choice in choices[:3]:
            if group.form == "buttons":
                await walker.capture(step, facts)
                facts, done = await _press_row(walker, facts, choice.control)
            else:
                facts, done = await pick(walker, facts, group, choice)
            if done:
                progress.shipping, progress.shipping_facts = choice.text, facts
                break
        if done:
            facts, _ = await walker.tab.until(lambda _: True, 3.0)
        return facts
    progress.shipping = group.selected.text
    progress.shipping_facts = facts
    return None


async def _open_list(walker: Walker, facts: PageFacts, group: ChoiceGroup) -> PageFacts | None:
    """Open a closed list of deliveries; what it shows is chosen in the next round."""
    result = await act(
        walker,
        facts,
        group.choices[0].control,
        lambda f: (
            [Signal("deliveries to choose from", "delivery", hard=True)] if any(g.form != "dropdown" for g in f.checkout.shipping) else []
        ),
        Stage.SHIPPING,
        strategy="list of deliveries",
        patience=3.0,
    )
    return result.facts if result.confirmed else None


async def _press_row(walker: Walker, facts: PageFacts, control: Control) -> tuple[PageFacts, bool]:
    """Take a delivery that has a button of its own."""
    before = facts
    walker.guard.stepping = True
    result = await act(
        walker, facts, control, partial(_confirm_progress, before), Stage.SHIPPING, strategy="delivery's own button", patience=6.0
    )
    walker.guard.stepping = False
    return await clear_overlays(walker, result.facts), result.confirmed


async def _payment(walker: Walker, facts: PageFacts) -> None:
    async with walker.step(Stage.PAYMENT) as step:
        progress = _Progress()
        for _ in range(_MOST_ROUNDS // 2):
            _alarm(facts)
            facts, ok = await walker.tab.until(lambda f: is_confirmed(confirm_payment(walker, f)), 3.0)
            signals = confirm_payment(walker, facts)
            if ok and is_confirmed(signals):
                walker.guard.sealed = True
                step.reached(facts, signals, "stopped before ordering")
                return
            before = facts
            facts = await _open_payments(walker, facts)
            if facts is before:
                facts = await _go_on(walker, step, facts, progress, Stage.PAYMENT)
            if facts is before:
                break
        step.missed(StepOutcome.NOT_FOUND, "No payment choice or card form with a total came on screen.", facts)
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
        lambda f: [Signal("ways to pay", "payment", hard=True)] if f.checkout.payment_open else [],
        Stage.CHECKOUT,
        strategy="list of payments",
        patience=3.0,
    )
    return result.facts if result.changed else facts


async def _go_on(walker: Walker, step: StepDraft, facts: PageFacts, progress: _Progress, stage: Stage) -> PageFacts:
    """Press the best button that goes on, mend what the shop complains about; raises `Stop` when nothing leads on."""
    walker.remember_total(facts)
    progress.is_news(facts)
    facts = await set_boxes(walker, facts)
    for _ in range(2):  # a closed list of deliveries is opened first, then chosen from
        if stage is Stage.PAYMENT or progress.shipping or all(g.selected for g in facts.checkout.shipping):
            break
        facts = await _choose_shipping(walker, step, facts, progress) or facts
        if facts.checkout.offers_payment:
            return facts
    tried: set[str] = set()
    mended = False
    for _ in range(_MOST_PRESSES + 1):
        facts = await clear_overlays(walker, facts)  # banners and pop-ups may come at any time
        candidates = [c for c in _reachable(facts) if c.p >= _LEAST and _key(c) not in tried]
        allowed = [c for c in candidates if veto(facts, c.control, stage) is None]
        if not allowed and not candidates:
            answered = await _answer_question(walker, facts, stage)
            if answered is not None:
                return answered
        if not allowed:
            if candidates:
                walker.note(f"“{candidates[0].control.label_text[:60]}” was not pressed: {veto(facts, candidates[0].control, stage)}.")
            break
        candidate = allowed[0]
        if candidate.control.disabled and await tick_required(walker, facts):
            facts = await walker.look()
            candidate = next(
                (c for c in propose_continue(facts.observation, facts.lexicon, facts.checkout) if _key(c) == _key(candidate)), candidate
            )
        step.attempts += 1
        before = facts
        walker.guard.stepping = True
        blocked = len(walker.guard.blocked)
        result = await act(
            walker,
            facts,
            candidate.control,
            partial(_confirm_progress, before),
            stage,
            strategy="continue button",
            candidates=candidates,
            patience=7.0,
        )
        walker.guard.stepping = False
        facts = await clear_overlays(walker, result.facts)
        _alarm(facts)
        if len(walker.guard.blocked) > blocked:
            walker.note(f"A request that may order was stopped after “{candidate.control.label_text[:60]}”.")
            tried.add(_key(candidate))
            continue
        if is_confirmed(_confirm_progress(before, facts)):
            return facts
        if not mended and await repair(walker, facts):
            mended = True
            facts = await walker.look()
            continue
        tried.add(_key(candidate))
    if facts.checkout.errors:
        said = facts.checkout.errors[0].text[:140]
        raise Stop("no_shipping_to_region" if facts.says("no_delivery") else "address_rejected", f"The shop said: “{said}”")
    if stage is Stage.ADDRESS and not progress.is_news(facts):
        raise Stop("address_rejected", "No button after the address form led on.")
    return facts


async def _answer_question(walker: Walker, facts: PageFacts, stage: Stage) -> PageFacts | None:
    """Answer a page that asks by buttons alone ("Which country?"): what fits the shopper, else the first that is no way back."""
    if facts.checkout.fields or is_review(facts) or facts.checkout.order_buttons:
        return None
    lexicon, who = facts.lexicon, walker.identity
    names = {normalise(n) for n in (*country_names(who.country), who.state, who.city)} if who else set()

    def fitting(group: ChoiceGroup) -> bool:
        return any(f" {n} " in f" {normalise(c.text)} " for c in group.choices for n in names if n)

    plain = [g for g in facts.groups if g.form == "chips" and g.choices[0].control.landmark not in {"header", "nav", "footer"}]
    for group in sorted(plain, key=lambda g: (not fitting(g), -g.n)):
        asked = [
            c
            for c in group.available
            if not any(lexicon.has(x, c.text, at_least=0.75) for x in ("back", "close", "menu", "cart", "place_order"))
            and not c.control.href
        ]
        if len(asked) < 2:
            continue
        fits = [c for c in asked if any(f" {n} " in f" {normalise(c.text)} " for n in names if n)]
        choice = (fits or [c for c in asked if not lexicon.mentions("pickup", c.text)] or asked)[0]
        if veto(facts, choice.control, stage) is not None:
            continue
        walker.guard.stepping = True
        result = await act(
            walker, facts, choice.control, partial(_confirm_progress, facts), stage, strategy="answer to a question", patience=4.0
        )
        walker.guard.stepping = False
        if result.confirmed:
            return await clear_overlays(walker, result.facts)
    return None


def _reachable(facts: PageFacts) -> list[Candidate]:
    """The buttons that go on; while a dialog is open, only its own."""
    found = propose_continue(facts.observation, facts.lexicon, facts.checkout)
    dialog = next((o for o in facts.overlays if o.blocking), None)
    inside = {c.n for c in dialog.controls} if dialog else set()
    found = [c for c in found if not dialog or c.control.n in inside]
    if any(c.p >= _LEAST for c in found):
        return found
    # No button is named like one that goes on: the plain one right after the fields is tried.
    filled = [f.control for f in facts.checkout.fields if f.control.value.strip()]
    plain = [
        replace(c, p=_LEAST)
        for c in found
        if min(c.features.values(), default=0.0) > -1.0
        and not c.control.href
        and c.control.box.area >= 1500
        and any(c.control.box.distance(f.box) < 160 for f in filled)
    ]
    return sorted(plain, key=lambda c: -c.control.box.area)[:1]


def _confirm_progress(before: PageFacts, after: PageFacts) -> list[Signal]:
    """Something new is asked or offered, without complaints about what was given."""
    if after.checkout.errors and after.url == before.url:
        fresh = {t.text for t in after.checkout.errors} - {t.text for t in before.checkout.errors}
        if after.says("saved") and not before.says("saved"):
            return [Signal("says that it is saved", "message", hard=True)]
        if fresh and after.checkout.asks_address == before.checkout.asks_address:
            return []
    signals: list[Signal] = []
    was, now = before.checkout, after.checkout
    if now.offers_payment and not was.offers_payment:
        signals.append(Signal("payment is offered", "payment", hard=True))
    if now.shipping and not was.shipping:
        signals.append(Signal("delivery is offered", "delivery", hard=True))
    if needs_guest_choice(after) and not needs_guest_choice(before):
        signals.append(Signal("the question of an account", "account", hard=True))
    if was.asks_address != now.asks_address:
        signals.append(Signal("the address form came or went", "form", hard=True))
    if {f.kind for f in was.fields} != {f.kind for f in now.fields}:
        signals.append(Signal("other fields than before", "form"))
    if was.shipping and not now.shipping:
        signals.append(Signal("delivery is settled", "delivery"))
    if after.url.partition("#")[0] != before.url.partition("#")[0] or after.url.rpartition("#")[2] != before.url.rpartition("#")[2]:
        signals.append(Signal("another address", "address"))
    before_headings, after_headings = ({t.text for t in f.observation.headings} for f in (before, after))
    if after_headings != before_headings:
        signals.append(Signal("other headings", "heading"))
    if any(o.blocking for o in before.overlays) and not any(o.blocking for o in after.overlays):
        signals.append(Signal("the dialog is closed", "layer"))
    if is_review(after) and not is_review(before):
        signals.append(Signal("an order review", "review", hard=True))
    return signals


def _remember(progress: _Progress, filled: Filled, facts: PageFacts) -> None:
    progress.address.update(filled.kinds)
    if facts.checkout.asks_address:
        progress.address_facts = facts


def _filled(progress: _Progress) -> str:
    return f"filled {len(progress.address)} fields" if progress.address else "nothing was asked"


def _alarm(facts: PageFacts) -> None:
    if order_confirmation(facts):
        raise Stop("order_suspected")


def _key(candidate: Candidate) -> str:
    control = candidate.control
    return f"{control.label_text}|{control.id}|{control.css_class}|{control.href}"


__all__: Sequence[str] = ("ChoiceGroup", "reach_payment")

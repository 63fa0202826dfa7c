"""Going on in a checkout: the safest button that leads to the next step, or the answer to a question put as buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from auditor.facts.continuing import propose_continue
from auditor.facts.page import PageFacts
from auditor.facts.ranking import Candidate
from auditor.journey.acting import act
from auditor.journey.boxes import demanded_box, set_boxes, tick_required
from auditor.journey.configured import onward
from auditor.journey.delivery_choice import choose_shipping
from auditor.journey.overlays import clear_overlays
from auditor.journey.progress import Progress, alarm, confirm_progress
from auditor.journey.questions import answer_by_press
from auditor.journey.repair import refused_fields, repair
from auditor.journey.veto import veto
from auditor.journey.walker import StepDraft, Stop, Walker
from auditor.model.journey import is_confirmed
from auditor.model.stage import Stage
from auditor.words.message import say

LEAST = 0.45
_MOST_PRESSES = 3
_NAMED = 0.6  # how well a button's text has to speak of going on, to be no answer to a question


async def go_on(walker: Walker, step: StepDraft, facts: PageFacts, progress: Progress, stage: Stage) -> PageFacts:
    """Press the best button that goes on, mend what the shop complains about; raises `Stop` when nothing leads on."""
    walker.remember_total(facts)
    if stage is not Stage.PAYMENT:
        await walker.note_form(facts)
    progress.is_news(facts)
    facts = await set_boxes(walker, facts)
    if stage is not Stage.PAYMENT:
        before_delivery = facts
        facts = await _settle_delivery(walker, step, facts, progress)
        if facts.checkout.offers_payment and progress.shipping and facts is not before_delivery:
            return facts
    for told in (stage, Stage.PAYMENT) if stage is Stage.SHIPPING else (stage,):
        pressed = await onward(walker, step, facts, told, partial(confirm_progress, facts))
        if pressed is not None:
            return pressed
    tried: set[str] = set()
    corrections = progress.corrections
    for _ in range(_MOST_PRESSES + corrections.most):
        facts = await clear_overlays(walker, facts)  # banners and pop-ups may come at any time
        if stage is not Stage.PAYMENT and facts.checkout.shipping_open and not progress.shipping:
            facts = await _settle_delivery(walker, step, facts, progress)  # deliveries that came only after the first press
            if progress.shipping:
                tried.clear()
        candidates = [c for c in reachable(facts) if c.p >= LEAST and _key(c) not in tried]
        allowed = [c for c in candidates if veto(facts, c.control, stage, introduced=walker.introduced) is None]
        answered = await _answered(walker, facts, stage, candidates, allowed)
        if answered is not None:
            return answered
        if not allowed:
            if corrections.left and refused_fields(facts) and await repair(walker, facts, corrections):
                return await walker.look()
            if candidates:
                why = veto(facts, candidates[0].control, stage, introduced=walker.introduced)
                walker.note(say("“{label_text}” was not pressed: {why}.", label_text=candidates[0].control.label_text[:60], why=why or ""))
            break
        step.attempts += 1
        before = facts
        facts, held_back = await _press(walker, facts, allowed[0], candidates, stage)
        if not held_back and is_confirmed(confirm_progress(before, facts)):
            return facts
        if not held_back and corrections.left and await repair(walker, facts, corrections, before):
            facts = await walker.look()
            continue
        tried.add(_key(allowed[0]))
    return _stalled(facts, progress, stage)


async def _answered(
    walker: Walker, facts: PageFacts, stage: Stage, candidates: Sequence[Candidate], allowed: Sequence[Candidate]
) -> PageFacts | None:
    """Answer a question where no button speaks of going on; returns the page after it, None where nothing was asked."""
    if not candidates:
        return await answer_by_press(walker, facts, stage)
    if allowed and allowed[0].features.get("text", 0.0) < _NAMED:
        return await answer_by_press(walker, facts, stage, allowed[0].control)
    return None


async def _settle_delivery(walker: Walker, step: StepDraft, facts: PageFacts, progress: Progress) -> PageFacts:
    """Choose a delivery that waits to be chosen; a closed list is opened first."""
    for _ in range(2):
        if all(g.selected or (progress.shipping and g.form == "buttons") for g in facts.checkout.shipping):
            break
        facts = await choose_shipping(walker, step, facts, progress) or facts
    return facts


async def _press(
    walker: Walker, facts: PageFacts, candidate: Candidate, candidates: Sequence[Candidate], stage: Stage
) -> tuple[PageFacts, bool]:
    """Press one button as a step before payment; returns the page, and whether the guard held a request back."""
    held = candidate.control.disabled or demanded_box(facts, candidate.control.form)
    if held and await tick_required(walker, facts):
        facts = await walker.look()
        again = propose_continue(facts.observation, facts.lexicon, facts.checkout)
        candidate = next((c for c in again if _key(c) == _key(candidate)), candidate)
    blocked = len(walker.guard.blocked)
    walker.tab.dialogs.clear()
    with walker.guard.step():
        result = await act(
            walker,
            facts,
            candidate.control,
            partial(confirm_progress, facts),
            stage,
            strategy="continue button",
            candidates=candidates,
            patience=7.0,
        )
    after = await clear_overlays(walker, result.facts)
    alarm(walker, after)
    held_back = len(walker.guard.blocked) > blocked
    if held_back:
        walker.note(say("A request that may order was stopped after “{label_text}”.", label_text=candidate.control.label_text[:60]))
    return after, held_back


def _stalled(facts: PageFacts, progress: Progress, stage: Stage) -> PageFacts:
    """Nothing led on: go by what the shop says, else look at the page anew if it has changed at all."""
    if facts.checkout.errors:
        said = facts.checkout.errors[0].text[:140]
        raise Stop("no_shipping_to_region" if facts.says("no_delivery") else "address_rejected", say("The shop said: “{said}”", said=said))
    if stage is Stage.ADDRESS and not progress.is_news(facts):
        raise Stop("address_rejected", say("No button after the address form led on."))
    return facts


def reachable(facts: PageFacts) -> list[Candidate]:
    """The buttons that go on; while a dialog is open, only its own."""
    found = propose_continue(facts.observation, facts.lexicon, facts.checkout)
    dialog = next((o for o in facts.overlays if o.blocking and o.controls), None)
    inside = {c.n for c in dialog.controls} if dialog else set()
    found = [c for c in found if not dialog or c.control.n in inside]
    if any(c.p >= LEAST for c in found):
        return found
    # No button is named like one that goes on: the plain one right after the fields is tried.
    filled = [f.control for f in facts.checkout.fields if f.control.value.strip()]
    plain = [
        replace(c, p=LEAST)
        for c in found
        if min(c.features.values(), default=0.0) > -1.0
        and not c.control.href
        and c.control.box.area >= 1500
        and any(c.control.box.distance(f.box) < 160 for f in filled)
    ]
    return sorted(plain, key=lambda c: -c.control.box.area)[:1]


def _key(candidate: Candidate) -> str:
    control = candidate.control
    return f"{control.label_text}|{control.id}|{control.css_class}|{control.href}"

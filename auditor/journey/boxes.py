"""The boxes of a form: what was ticked for the shopper is unticked, what a step demands is ticked."""

from __future__ import annotations

from auditor.facts.page import PageFacts
from auditor.facts.patterns import named
from auditor.journey.acting import refind
from auditor.journey.ticking import box_words, is_box, is_shown, tick
from auditor.journey.walker import Walker
from auditor.lexicon import normalise
from auditor.observe import Control
from auditor.words.message import say

_MOST_BOXES = 8


async def set_boxes(walker: Walker, facts: PageFacts) -> PageFacts:
    """Untick every box that was ticked for the shopper and is not needed; billing stays the delivery address.

    Newsletters, accounts and extras are ticked in advance under names of all kinds, so what counts is that the box is
    optional: unless it is known to belong to the address, it is unticked, and ticked again if that opens more fields.
    """
    done: set[str] = set()
    for _ in range(_MOST_BOXES):
        control = next((c for c in facts.observation.controls if _box_key(c) not in done and _to_untick(facts, c)), None)
        if control is None:
            break
        done.add(_box_key(control))
        asked = len(facts.checkout.fields)
        await tick(walker, facts, control, on=False)
        after, _ = await walker.tab.until(lambda _: True, 1.5)
        again = refind(after, control)
        surely = is_marketing(facts, control) or creates_account(facts, control)
        if len(after.checkout.fields) > asked and again is not None and not surely:
            await tick(walker, after, again, on=True)
            after, _ = await walker.tab.until(lambda _: True, 1.5)
        facts = after
    return await _keep_one_address(walker, facts)


def _to_untick(facts: PageFacts, control: Control) -> bool:
    if (
        not is_box(control)
        or not control.checked
        or control.disabled
        or control.landmark in {"header", "nav", "footer"}
        or not is_shown(facts, control)
    ):
        return False
    if is_marketing(facts, control) or creates_account(facts, control):
        return True
    words, lexicon = box_words(facts, control), facts.lexicon
    if control.required or any("*" in w for w in words):
        return False
    if named("same_address", control.tokens):
        return False
    return not any(lexicon.has(concept, *words, at_least=0.66) for concept in ("same_billing", "terms_box", "privacy_box", "guest"))


async def _keep_one_address(walker: Walker, facts: PageFacts) -> PageFacts:
    """Let one address do for delivery and invoice."""
    changed = False
    for control in facts.observation.controls:
        if not is_box(control) or control.disabled or not is_shown(facts, control):
            continue
        words, lexicon = box_words(facts, control), facts.lexicon
        if (
            not control.checked
            and lexicon.has("same_billing", *words, at_least=0.66)
            and not any(f.section == "shipping" for f in facts.checkout.fields)
        ):
            await tick(walker, facts, control, on=True)
            changed = True
        elif control.checked and lexicon.has("different_address", *words, at_least=0.75):
            await tick(walker, facts, control, on=False)
            changed = True
    return await walker.look() if changed else facts


def is_marketing(facts: PageFacts, control: Control) -> bool:
    """Whether a box asks for consent to advertising."""
    return any(facts.lexicon.mentions("marketing_box", w) for w in box_words(facts, control)) and not any(
        facts.lexicon.has("terms_box", w, at_least=0.8) for w in box_words(facts, control)
    )


async def tick_required(walker: Walker, facts: PageFacts, *, eager: bool = False) -> bool:
    """Tick the boxes that the step demands, never advertising, accounts or extras; says whether there was one.

    `eager`: the shop refuses to go on, so every plain box counts as demanded.
    """
    done = False
    for control in facts.observation.controls:
        if not is_box(control) or control.checked or control.disabled or not is_shown(facts, control):
            continue
        words = box_words(facts, control)
        asked = (
            eager
            or control.required
            or control.invalid
            or any("*" in w for w in words)
            or any(facts.lexicon.mentions(c, w) for c in ("terms_box", "privacy_box") for w in words)
        )
        aside = (
            control.landmark in {"header", "nav", "footer"}
            or creates_account(facts, control)
            or facts.lexicon.has("extras", *words, at_least=0.6)
        )
        aside = aside or facts.lexicon.has("different_address", *words, at_least=0.66)
        if asked and not aside and not is_marketing(facts, control):
            await tick(walker, facts, control, on=True)
            walker.note(say("The step demands a tick at “{words}”.", words=(words[0] if words else "a box")[:80]))
            done = True
    return done


def demanded_box(facts: PageFacts, form: int) -> bool:
    """Whether a box in a form is empty that the browser itself demands: until it is ticked, no press has an effect."""
    return form >= 0 and any(
        is_box(c) and c.form == form and c.required and c.invalid and not c.checked for c in facts.observation.controls
    )


def _box_key(control: Control) -> str:
    return f"{control.attrs.get('name', '')}|{control.id}|{control.value}|{control.label_text[:40]}"


def creates_account(facts: PageFacts, control: Control) -> bool:
    """Whether a box, when ticked, makes an account of the order."""
    if facts.lexicon.has("create_account_box", *box_words(facts, control), at_least=0.62) or named("newsletter", control.tokens):
        return True
    tokens = normalise(f"{control.id} {control.attrs.get('name', '')}").replace(" ", "")
    return "createaccount" in tokens or "createanaccount" in tokens


def chooses_delivery(facts: PageFacts, control: Control) -> bool:
    """Whether a field chooses a delivery or a way to pay, which is done elsewhere."""
    return any(g.choices[0].control.n == control.n for g in (*facts.checkout.shipping, *facts.checkout.payment))

"""Past the question of an account: going on as a guest, by button, link, tab, radio button or e-mail first."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from urllib.parse import urlsplit

from playwright.async_api import Error

from auditor.browser.tab import Gone
from auditor.facts.buybox import is_wallet
from auditor.facts.checkout import unnamed_guests
from auditor.facts.navigation import guest_entries
from auditor.facts.page import PageFacts
from auditor.facts.patterns import named
from auditor.facts.walls import is_error_page
from auditor.journey.acting import act, refind
from auditor.journey.boxes import creates_account
from auditor.journey.evidence import described
from auditor.journey.form import fill_form
from auditor.journey.overlays import clear_overlays
from auditor.journey.ticking import is_box
from auditor.journey.variant import pick
from auditor.journey.walker import Walker
from auditor.model.journey import Signal
from auditor.model.stage import Stage
from auditor.observe import Control
from auditor.words.message import say

GUEST = 0.5
_TRIES = 2
_MOST_UNKNOWN = 4
_KNOWN_WAYS = ("login", "register", "forgot_password", "back", "close", "menu", "search", "cart", "continue_shopping", "chat")


def demands_account(facts: PageFacts) -> bool:
    """Whether the page asks to log in or register and offers nothing else."""
    checkout = facts.checkout
    if any(c.p >= GUEST for c in facts.guest_entries):
        return False
    walled = checkout.walled_forms
    if checkout.offers_payment or any(f.is_address and f.control.form not in walled for f in checkout.fields):
        return False
    if walled:
        return not _email_only_form(facts)
    return facts.says("login_wall") and not checkout.asks_email


def needs_guest_choice(facts: PageFacts) -> bool:
    """Whether the question of an account stands between the shopper and the form."""
    least = GUEST if facts.checkout.asks_email or facts.checkout.asks_address else GUEST - 0.2
    if not facts.guest_entries or facts.guest_entries[0].p < least:
        return False
    entry = facts.guest_entries[0].control
    if entry.attrs.get("aria-selected") == "true" or (
        not entry.is_choice and named("selected", entry.css_class) and facts.checkout.asks_email
    ):
        return False  # the tab is open already
    return not facts.checkout.asks_address or (entry.is_choice and not entry.checked)


async def choose_guest(walker: Walker, facts: PageFacts) -> PageFacts:
    """Take the guest's way; a radio button or box is picked, a button or link pressed. Raises `Stop` if none leads on."""
    tried: Counter[str] = Counter()
    for _ in range(3):
        likely = [c for c in guest_entries(facts.observation, facts.lexicon) if c.p >= GUEST - 0.2]
        # The page may have been waking up under the first press: each is worth another, after the others.
        candidate = min(
            (c for c in likely if tried[described(c.control)] < _TRIES), key=lambda c: tried[described(c.control)], default=None
        )
        if candidate is None:
            break
        control = candidate.control
        tried[described(control)] += 1
        if control.is_choice:
            if control.checked:
                return facts
            try:
                await walker.tab.tick(facts.observation, control, on=True)
            except (Error, Gone):
                continue
            after, _ = await walker.tab.until(lambda _: True, 1.5)
            walker.note(say("The checkout asks for an account first; going on as a guest is a choice."))
            return after
        if control.form >= 0 and any(f.control.form == control.form and f.kind == "email" for f in facts.checkout.fields):
            facts, _ = await fill_form(walker, facts)
            control = refind(facts, control) or control
        before = facts
        with walker.guard.step():
            result = await act(
                walker,
                facts,
                control,
                partial(_confirm_guest, before),
                Stage.CHECKOUT,
                strategy="guest entry",
                candidates=facts.guest_entries,
            )
        facts = await clear_overlays(walker, result.facts)
        if result.confirmed:
            return facts
        if facts.url != before.url:
            await walker.tab.goto(before.url)
            facts = await clear_overlays(walker, await walker.look())
    return await _try_unknown_ways(walker, facts) if demands_account(facts) else facts


async def _try_unknown_ways(walker: Walker, facts: PageFacts) -> PageFacts:
    """Before believing that an account is demanded, follow what else the page offers under no known name.

    What stands on the home page too is no way through the checkout.
    """
    start = facts.url
    facts = await _try_unnamed_choices(walker, facts)
    if not demands_account(facts):
        return facts
    standing = {c.href or c.label_text for page in walker.seen[:1] for c in page.observation.controls}
    for control in [c for c in _unknown_ways(facts) if (c.href or c.label_text) not in standing][:_MOST_UNKNOWN]:
        again = refind(facts, control)
        if again is None:
            continue
        before = facts
        with walker.guard.step():
            result = await act(walker, facts, again, partial(_confirm_guest, before), Stage.CHECKOUT, strategy="way of unknown name")
        if result.confirmed:
            walker.note(say("“{label_text}” leads on without an account.", label_text=control.label_text[:60]))
            return await clear_overlays(walker, result.facts)
        if result.changed:
            await walker.tab.goto(start)
        facts = await clear_overlays(walker, await walker.look())
    return facts


async def _try_unnamed_choices(walker: Walker, facts: PageFacts) -> PageFacts:
    """Send the question of account with each answer that is neither login nor registration, the last one first."""
    start = facts.url
    forms = facts.checkout.walled_forms
    for group in [g for g in facts.groups if g.choices[0].control.form in forms]:
        for choice in reversed(unnamed_guests(facts.lexicon, group)):
            control = refind(facts, choice.control)
            if control is None:
                continue
            before, (facts, _) = facts, await pick(walker, facts, group, replace(choice, control=control))
            submit = next((c for c in facts.observation.visible if c.is_submit and c.form == control.form), None)
            if submit is None:
                continue
            with walker.guard.step():
                result = await act(walker, facts, submit, partial(_confirm_guest, before), Stage.CHECKOUT, strategy="guest of unknown name")
            if result.confirmed:
                walker.note(say("“{text}” leads on without an account.", text=choice.text[:60]))
                return await clear_overlays(walker, result.facts)
            await walker.tab.goto(start)
            facts = await clear_overlays(walker, await walker.look())
    return facts


def _unknown_ways(facts: PageFacts) -> list[Control]:
    """Links and buttons of the page proper that are neither login, registration, the way back nor service."""
    lexicon, walled = facts.lexicon, facts.checkout.walled_forms

    def is_plain(control: Control) -> bool:
        around = control.landmark in {"header", "nav", "footer"} or control.fixed or control.attrs.get("target") == "_blank"
        if not control.is_button or control.disabled or around or not 0 < len(control.label_text) <= 60:
            return False
        if (control.form in walled and control.is_submit) or is_wallet(control, lexicon) or named("chat", control.tokens):
            return False
        elsewhere = bool(control.href) and urlsplit(control.href).netloc != facts.host
        return not elsewhere and not any(lexicon.has(concept, *control.words, at_least=0.75) for concept in _KNOWN_WAYS)

    return [c for c in facts.observation.visible if is_plain(c)]


def _confirm_guest(before: PageFacts, after: PageFacts) -> list[Signal]:
    if is_error_page(after) or (demands_account(after) and not _ticked_account(after)):
        return []
    checkout = after.checkout
    if checkout.asks_address and not before.checkout.asks_address:
        return [Signal(say("the address form"), "form", hard=True)]
    if checkout.asks_email and not before.checkout.asks_email:
        return [Signal(say("asks for the e-mail address"), "form", hard=True)]
    if before.checkout.passwords and not checkout.passwords and after.fields_beyond_search:
        return [Signal(say("no password is asked any more"), "form", hard=True)]
    return []


def _ticked_account(facts: PageFacts) -> bool:
    """Whether a password is asked only because a box for an account is ticked in advance."""
    return any(is_box(c) and c.checked and creates_account(facts, c) for c in facts.observation.controls)


def _email_only_form(facts: PageFacts) -> bool:
    """Whether a form asks for an e-mail address and no password: an e-mail-first checkout beside a login."""
    forms = {p.control.form for p in facts.checkout.passwords}
    return any(f.kind == "email" and f.control.form not in forms for f in facts.checkout.fields)

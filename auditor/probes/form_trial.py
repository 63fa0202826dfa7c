"""Probe form_trial: what the address form does with mistakes, with harmless formats, and with what was right beside a mistake."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from playwright.async_api import Error

from auditor.browser.tab import Gone, Tab
from auditor.facts.page import PageFacts
from auditor.journey.residence import settle_identity
from auditor.journey.walker import Walker
from auditor.observe import Control
from auditor.probes.complaints import colours_of, is_marked, said_about
from auditor.probes.form_help import see_help
from auditor.probes.form_sending import GIVEN, not_sent, send_mistakes
from auditor.probes.side_tab import side_tab
from auditor.probes.tried_form import TriedForm, delivery_fields, without
from auditor.shopper.mistakes import unusual_values, wrong_values
from auditor.words.message import say

_CHOICES = frozenset({"checkbox", "radio"})
_BEGUN = 2  # letters after which nothing can be wrong yet
_OPENING, _BRIEFLY, _PATIENTLY = 2.0, 0.4, 0.9  # seconds
_ADDRESS = frozenset({"street", "house_number", "city", "full_address"})
_COUNTED = frozenset({*GIVEN, "email", "postcode", "phone", "address2", "company", "state"})


async def probe_form_trial(walker: Walker, facts: PageFacts) -> tuple[Any, PageFacts]:
    """Type wrong and unusual answers in a tab beside the journey; in its own, cleared again, where the form opens nowhere else."""
    if walker.tab.device.mobile:
        return say("The form judges what is typed alike on all devices; it is tried on desktop."), facts
    if not facts.checkout.asks_address:
        return say("The form was taken with nothing filled in."), facts
    who = settle_identity(walker, facts)
    demanded = frozenset(f.kind for f in delivery_fields(facts) if said_about(facts, f.control, ()))
    async with side_tab(walker) as tab:
        tab.furniture = walker.tab.furniture
        if not (await tab.goto(facts.url)).error:
            seen, there = await tab.until(lambda f: _is_same(f, facts), _OPENING)
            seen = await _as_guest(tab, seen, facts)
            if there:
                form = TriedForm(walker, tab, who, seen, beside=True, demanded=demanded)
                return await try_form(form), await _still_valid(walker, facts, form.facts)
    if _is_filled(facts):
        return say("The form was already filled in."), facts
    form = TriedForm(walker, walker.tab, who, facts, beside=False, demanded=demanded)
    try:
        found = await try_form(form)
    finally:
        await form.clear()
    return found, await walker.look()


def _is_same(seen: PageFacts, facts: PageFacts) -> bool:
    """Whether a page shows the same form, with no address in it."""
    asked, there = ({f.kind for f in page.checkout.fields if f.kind in _COUNTED} for page in (facts, seen))
    return seen.checkout.asks_address and asked <= there and not _is_filled(seen)


async def _as_guest(tab: Tab, seen: PageFacts, facts: PageFacts) -> PageFacts:
    """Choose in a form that asks for an account by default what the journey has chosen in its own, so that it is a guest's."""
    chosen = {_choice(c): c.checked for c in facts.observation.controls if c.type in _CHOICES}
    for control in [c for c in seen.observation.controls if c.type in _CHOICES]:
        if not seen.checkout.walled_forms - facts.checkout.walled_forms:
            break
        on = chosen.get(_choice(control), control.checked)
        if on == control.checked or (control.type == "radio" and not on):
            continue
        with suppress(Error, Gone):
            await tab.tick(seen.observation, control, on=on)
        seen, _ = await tab.until(lambda f: not f.checkout.walled_forms - facts.checkout.walled_forms, _OPENING)
    return seen


def _choice(control: Control) -> tuple[str, str, str]:
    return control.type, control.sent_as, control.value


def _is_filled(facts: PageFacts) -> bool:
    """Whether an address stands in the form; a name that an earlier step has asked for may."""
    return any(f.control.value.strip() for f in facts.checkout.fields if f.kind in _ADDRESS)


async def _still_valid(walker: Walker, facts: PageFacts, last: PageFacts) -> PageFacts:
    """Load the journey's form again where the shop gives each form a token that only the last one it sent may use."""
    if not last.checkout.asks_address or _tokens(last) == _tokens(facts):
        return facts
    await walker.tab.goto(facts.url)
    return await walker.look()


def _tokens(facts: PageFacts) -> dict[str, str]:
    """What the address form sends along unseen."""
    forms = {f.control.form for f in facts.checkout.fields if f.is_address and f.control.form >= 0}
    hidden = (c for c in facts.observation.controls if c.type == "hidden" and c.form in forms)
    return {c.attrs.get("name", ""): c.value for c in hidden}


async def try_form(form: TriedForm, *, may_send: bool = True) -> dict[str, Any]:
    """Type mistakes and unusual formats into a form, and send it with what keeps it from being taken."""
    await form.set_country()
    url, count = form.facts.url, sum(f.kind in _COUNTED for f in form.facts.checkout.fields)
    local = ("postcode", "phone") if form.in_country else ()
    mistakes = await _mistakes(form, ("email", "postcode") if form.in_country else ("email",))
    found = {"url": url, "beside": form.beside, "fields": count, "mistakes": mistakes, "formats": await _formats(form, ("email", *local))}
    seen_to_look = {str(m["kind"]) for m in mistakes if m["after_blur"]}
    helped = await see_help(form)
    sent = await send_mistakes(form, seen_to_look) if may_send else not_sent(say("The journey was over, so the form was not sent again."))
    return {**found, "help": helped, "sent": sent}


async def _mistakes(form: TriedForm, kinds: Sequence[str]) -> list[dict[str, Any]]:
    """Type a wrong answer into each field and leave it, then the right one; fields that take no such thing are left out."""
    wrong = {kind: list(ways.items()) for kind in kinds if form.right(kind) and (ways := wrong_values(kind, form.who))}
    right = {kind: form.right(kind) for kind in wrong}
    if not form.beside:  # the form was sent empty: what it says of that is not about what is typed now
        await _type_all(form, right)
        await form.until(lambda _: True, _BRIEFLY)
        form.learn()
    marked = {k: is_marked(form.facts, f.control) for k in wrong if (f := form.field(k)) is not None}
    reds = {kind: await form.reds(kind) for kind in wrong}
    early = await _is_early(form, "email", wrong["email"][0][1], marked["email"]) if "email" in wrong and form.beside else None
    typed = await _type_all(form, {kind: ways[0][1] for kind, ways in wrong.items()})
    await form.until(lambda f: all(form.complaint(k, f, was_marked=marked[k]).texts for k in typed), _PATIENTLY)
    found: dict[str, dict[str, Any]] = {}
    for kind in (k for k in typed if form.value(k).split() == wrong[k][0][1].split()):
        complaint, reddened = form.complaint(kind, was_marked=marked[kind]), bool(await form.reds(kind) - reds[kind])
        shown = bool(complaint) or reddened
        said = [{"wrong": wrong[kind][0][0], "said": without(wrong[kind][0][1], complaint.said)}] if complaint.texts else []
        found[kind] = {
            "kind": kind,
            "label": form.label(kind),
            "early": early if kind == "email" else None,
            "after_blur": None if marked[kind] and not shown else shown,
            "clears": None,
            "marked": complaint.marked or reddened,
            "messages": said,
            "colours": [list(await colours_of(form.tab, form.facts, t)) for t in complaint.texts[:2]],
        }
    mended = [k for k in await _type_all(form, right) if k in found and found[k]["after_blur"]]
    await form.until(lambda f: not any(form.complaint(k, f, was_marked=marked[k]) for k in mended), _PATIENTLY)
    for kind in mended:
        found[kind]["clears"] = not form.complaint(kind, was_marked=marked[kind])
    for kind in [k for k in found if found[k]["after_blur"] is None]:
        found[kind]["after_blur"] = await _is_shown_again(form, kind, wrong[kind][0][1])
        await form.type(kind, right[kind], leave=True)
    if "email" in found and found["email"]["messages"]:
        found["email"]["messages"] += await _more_messages(form, "email", wrong["email"][1:])
        await form.type("email", right["email"], leave=True)
    return list(found.values())


async def _is_shown_again(form: TriedForm, kind: str, value: str) -> bool | None:
    """Whether a mistake is marked anew in a field that was marked before and holds a right answer by now.

    A mark that stays where the answer is right comes from an earlier sending: the form does not look at what is typed. Of an e-mail
    address that is not known: some shops ask its mail server, and refuse the shopper's.
    """

    def marked(facts: PageFacts) -> bool:
        return (item := form.field(kind, facts)) is not None and is_marked(facts, item.control)

    if not await form.until(lambda f: not marked(f), _PATIENTLY):
        return None if kind == "email" else False
    return await form.type(kind, value, leave=True) and await form.until(marked, _PATIENTLY)


async def _is_early(form: TriedForm, kind: str, value: str, was_marked: bool) -> bool | None:
    """Whether an answer is called wrong that is only begun."""
    if not await form.type(kind, value[:_BEGUN], slowly=True):
        return None
    return await form.until(lambda f: bool(form.complaint(kind, f, was_marked=was_marked)), _BRIEFLY)


async def _more_messages(form: TriedForm, kind: str, wrong: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    """What is said about other mistakes in the same field."""
    found = []
    for what, value in wrong:
        if await form.type(kind, value, leave=True) and await form.until(lambda f: bool(form.complaint(kind, f).texts), _BRIEFLY):
            found.append({"wrong": what, "said": without(value, form.complaint(kind).said)})
    return found


async def _type_all(form: TriedForm, answers: Mapping[str, str]) -> list[str]:
    """Type an answer into each field and leave it; returns those for which that could be done."""
    return [kind for kind, value in answers.items() if await form.type(kind, value, leave=True)]


async def _formats(form: TriedForm, kinds: Sequence[str]) -> list[dict[str, str]]:
    """Type right answers in unusual ways; what is refused counts only where the usual way is taken."""
    found: list[dict[str, str]] = []
    ways = {kind: list(unusual_values(kind, form.who).items()) for kind in kinds if form.right(kind)}
    for turn in range(max(map(len, ways.values()), default=0)):
        tried = {kind: listed[turn] for kind, listed in ways.items() if turn < len(listed)}
        refused = await _refused(form, {kind: value for kind, (_, value) in tried.items()})
        for kind, (how, value) in tried.items():
            if refused[kind] and all([(await _refused(form, {kind: plain}))[kind] for plain in form.usual(kind)]):
                continue
            found.append({"kind": kind, "label": form.label(kind), "how": how, "refused": without(value, refused[kind])})
    return found


async def _refused(form: TriedForm, answers: Mapping[str, str]) -> dict[str, str]:
    """What is said against each answer when its field is left, "" for nothing."""
    typed = await _type_all(form, answers)
    await form.until(lambda f: not any(form.complaint(kind, f) for kind in typed), _BRIEFLY)
    return {kind: _said_against(form, kind) if kind in typed else "" for kind in answers}


def _said_against(form: TriedForm, kind: str) -> str:
    item = form.field(kind)
    if item is not None and item.control.type == "number" and not item.control.value:
        return say("Only digits can be typed.")
    if complaint := form.complaint(kind):
        return complaint.said or say("The field is marked as wrong.")
    return form.refused_natively(kind)

"""Fills the forms of a checkout as the shopper and reads back what arrived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from playwright.async_api import Error

from auditor.browser.tab import Gone
from auditor.facts.fields import Field
from auditor.facts.page import PageFacts
from auditor.facts.patterns import named
from auditor.facts.questions import cost_of, is_open_question
from auditor.journey.address_lookup import open_lines, take_suggestion
from auditor.journey.boxes import chooses_delivery, set_boxes
from auditor.journey.listbox import entries, open_list
from auditor.journey.residence import settle_identity
from auditor.journey.variant import pick
from auditor.journey.walker import Walker
from auditor.lexicon import normalise
from auditor.observe import Control
from auditor.shopper.filling import option_for, value_for
from auditor.shopper.identity import Identity
from auditor.shopper.names import country_names, country_of

# The country redraws the form, the postcode may fill or open others: these come first, and the rest is looked at anew.
_CHANGING = {"country", "postcode"}
_ORDER = ("country", "postcode", "state", "city", "street", "house_number", "email")
NEVER = {
    "password",
    "card_number",
    "card_expiry",
    "card_code",
    "card_name",
    "iban",
    "coupon",
    "search",
    "quantity",
    "code",
    "username",
}
_IMPERSONAL = {"", "country", "state", "postcode", "quantity", "note"}  # what a shop may ask to estimate delivery
_EAGERLY = {"", "tax_id", "birth_date", "phone", "salutation"}  # what a shop may mean that refuses a form without saying why
_TYPED = {"phone", "postcode", "tax_id", "birth_date"}
_ROUNDS = 6
_MOST_QUESTIONS = 8


@dataclass
class Filled:
    """What was filled on a page: kinds with the value read back, fields that would not take it."""

    kinds: dict[str, str] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)


async def fill_form(walker: Walker, facts: PageFacts, *, eager: bool = False) -> tuple[PageFacts, Filled]:
    """Fill every empty field the shopper has an answer for; looks again after fields that change the form.

    `eager`: the shop has refused the form, so fields of unknown meaning are answered too.
    """
    filled = Filled()
    tried: set[str] = set()
    asked_for_more = False
    for _ in range(_ROUNDS):
        identity = settle_identity(walker, facts)
        todo = [f for f in _open_fields(facts, identity, eager=eager) if _key(f) not in tried]
        if not todo:
            opened = None if asked_for_more else await open_lines(walker, facts)
            if opened is None:
                break
            asked_for_more, facts = True, opened
            continue
        await walker.tab.awake()
        changing = next((f for f in todo if f.kind in _CHANGING), None) if len(todo) > 1 else None
        for item in [changing] if changing else todo:
            tried.add(_key(item))
            await answer_field(walker, facts, item, identity)
        await _leave(walker)
        facts, _ = await walker.tab.until(lambda _: True, 3.0)
        if not changing:
            facts = await _read_back(walker, facts, identity, filled)
    facts = await answer_radios(walker, facts, alone=eager)
    facts = await set_boxes(walker, await refuse_mail(walker, facts))
    return facts, filled


async def refuse_mail(walker: Walker, facts: PageFacts) -> PageFacts:
    """Answer no where a pair of radio buttons has been set to yes for a newsletter."""
    for group in facts.groups:
        if group.form != "radio" or len(group.choices) != 2 or group.selected is None:
            continue
        about = f"{group.label} {group.choices[0].text} {group.choices[1].text}"
        tokens = f"{group.tokens} {group.choices[0].control.attrs.get('name', '')}"
        if not (
            named("newsletter", tokens) or facts.lexicon.mentions("marketing_box", about) or facts.lexicon.mentions("newsletter", about)
        ):
            continue
        first, second = group.choices
        if first.selected:  # shops put yes first
            facts, _ = await pick(walker, facts, group, second)
    return facts


async def answer_radios(walker: Walker, facts: PageFacts, *, alone: bool = False) -> PageFacts:
    """Answer questions put as radio buttons; `alone`: also those of a page that asks nothing else."""
    done: set[str] = set()
    for _ in range(_MOST_QUESTIONS):
        group = next((g for g in facts.groups if g.key not in done and is_open_question(facts, g)), None)
        if group is None or group.choices[0].control.landmark in {"header", "nav", "footer"} or not (facts.checkout.fields or alone):
            break
        done.add(group.key)
        facts, _ = await pick(walker, facts, group, min(group.available, key=partial(cost_of, facts.lexicon)))
    return facts


def _open_fields(facts: PageFacts, identity: Identity, *, eager: bool) -> list[Field]:
    kinds = {f.kind for f in facts.checkout.fields}
    found = []
    walled = {form for form in facts.checkout.walled_forms if form >= 0}
    for item in facts.checkout.fields:
        control = item.control
        if control.form in walled:
            continue  # a login or a registration: not a guest's business
        if item.kind in NEVER or control.disabled or (control.readonly and control.tag != "select"):
            continue
        if item.section == "billing" and any(f.section == "shipping" for f in facts.checkout.fields) and not item.required:
            continue
        if item.kind == "country":
            if not _is_country(item, identity):
                found.append(item)
        elif control.tag == "select" or not control.is_text_field:
            if (
                not has_choice(facts, item)
                and (eager or item.required or item.kind in {"state", "salutation", "birth_date"})
                and not chooses_delivery(facts, control)
            ):
                found.append(item)
        elif (
            not control.value.strip()
            and (_answerable(item, identity, kinds) or (eager and item.kind in _EAGERLY and control.n not in facts.checkout.optional))
        ) or (item.kind == "phone" and control.value.strip().startswith("+") and len(control.value.strip()) <= 5):
            found.append(item)
    rank = {kind: place for place, kind in enumerate(_ORDER)}
    return sorted(found, key=lambda f: (rank.get(f.kind, 50), f.control.n))


def _answerable(item: Field, identity: Identity, kinds: set[str]) -> bool:
    if item.kind in {"company", "address2", "tax_id", "birth_date", "salutation", "full_address"} and not item.required:
        return (item.kind == "address2" and bool(identity.district)) or item.kind == "full_address"
    if item.kind == "full_address" and kinds & {"street", "city"}:
        return item.required
    return value_for(item, identity, kinds) is not None or item.required


async def answer_field(walker: Walker, facts: PageFacts, item: Field, identity: Identity) -> None:
    """Type or choose the shopper's answer to one field."""
    control = item.control
    walker.introduced = walker.introduced or item.kind not in _IMPERSONAL
    tab = walker.tab
    try:
        if control.tag == "select":
            place = option_for(item, identity, facts.lexicon)
            if place is not None and not control.options[place].selected:
                await tab.pick(facts.observation, control, place)
        elif not control.is_text_field or (control.role == "combobox" and item.kind in {"country", "state"}):
            await _fill_combobox(walker, facts, item, identity)
        else:
            kinds = {f.kind for f in facts.checkout.fields}
            value = value_for(item, identity, kinds)
            if value is None:
                value = _any_value(item)
            if item.kind == "phone" and control.value.strip().startswith("+"):
                value = identity.phone_e164
            await tab.type(facts.observation, control, value)
            if item.kind in {"full_address", "street"}:
                await take_suggestion(walker, facts, item)
    except (Error, Gone):
        return


async def _fill_combobox(walker: Walker, facts: PageFacts, item: Field, identity: Identity) -> None:
    """Open a list that is no select, type to narrow it where that is possible, and take the entry that fits."""
    tab, control = walker.tab, item.control
    names = {"country": country_names(identity.country), "state": (identity.state, identity.state_code), "city": (identity.city,)}
    wanted = [normalise(n) for n in names.get(item.kind, ()) if n]
    opened, found = await open_list(walker, facts, control)
    entry = _fitting(found, wanted)
    if entry is None and wanted:
        await tab.page.keyboard.type(country_names(identity.country)[0] if item.kind == "country" else identity.state)
        opened, _ = await tab.until(lambda f: _fitting(entries(facts, f, control), wanted) is not None, 1.5)
        found = entries(facts, opened, control)
        entry = _fitting(found, wanted)
    if entry is None and item.kind != "country":
        entry = next(iter(found), None)
    if entry is None:
        await tab.page.keyboard.press("Escape")
        return
    tab.effort.choices += 1
    await tab.press(opened.observation, entry)
    await tab.settle(1.0)


def _fitting(found: Sequence[Control], wanted: Sequence[str]) -> Control | None:
    return next((c for c in found if normalise(c.label_text) in wanted or normalise(c.attrs.get("data-value", "")) in wanted), None)


def _any_value(item: Field) -> str:
    """Something harmless for a required field of unknown meaning."""
    control = item.control
    if control.type == "number":
        return control.attrs.get("min") or "1"
    if control.type == "date":
        return "1985-01-01"
    if control.type == "url":
        return "https://example.com/"
    return "Test"


async def _read_back(walker: Walker, facts: PageFacts, identity: Identity, filled: Filled) -> PageFacts:
    """Compare what the fields hold with what was typed; type again key by key where a field swallowed it."""
    kinds = {f.kind for f in facts.checkout.fields}
    walled = {form for form in facts.checkout.walled_forms if form >= 0}
    for item in facts.checkout.fields:
        value = value_for(item, identity, kinds)
        control = item.control
        if value is None or control.tag == "select" or not control.is_text_field or item.kind in NEVER or control.form in walled:
            continue
        if _same(control.value, value):
            filled.kinds[item.kind] = control.value
        elif not control.value.strip() and _answerable(item, identity, kinds) and not control.readonly:
            try:
                await walker.tab.type(facts.observation, control, value, slowly=True)
                await _leave(walker)
            except (Error, Gone):
                filled.refused.append(item.label or item.kind)
        else:
            filled.kinds[item.kind] = control.value
    return await walker.look()


def _is_country(item: Field, identity: Identity) -> bool:
    control = item.control
    shown = next((o for o in control.options if o.selected), None)
    if control.tag == "select":
        return shown is not None and identity.country in {country_of(shown.text), country_of(shown.value)}
    return country_of(control.value or control.text) == identity.country


def is_answered(facts: PageFacts, item: Field) -> bool:
    """Whether a field holds something: what was typed, or what a list shows as chosen; selects always hold something."""
    return bool(item.control.value.strip()) or item.control.tag == "select" or has_choice(facts, item)


def has_choice(facts: PageFacts, item: Field) -> bool:
    """Whether a list shows an answer that is more than the request to choose one."""
    group = next((g for g in facts.groups if g.form in {"select", "dropdown"} and g.choices[0].control.n == item.control.n), None)
    return group is not None and group.selected is not None


def _same(shown: str, typed: str) -> bool:
    def bare(text: str) -> str:
        return "".join(ch for ch in normalise(text) if ch.isalnum())

    a, b = bare(shown), bare(typed)
    return bool(a) and (a == b or a.endswith(b[-6:]) or b.endswith(a[-6:]))


async def _leave(walker: Walker) -> None:
    try:
        await walker.tab.leave_field()
    except Error:
        return


def _key(item: Field) -> str:
    control = item.control
    return f"{item.kind}|{control.attrs.get('name', '')}|{control.id}|{item.label[:30]}|{item.part[0]}|{item.section}"

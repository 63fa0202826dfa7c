"""Fills the forms of a checkout as the shopper, reads back what arrived, and keeps boxes as a guest wants them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from playwright.async_api import Error

from auditor.browser.tab import Gone
from auditor.facts.choices import Choice, ChoiceGroup
from auditor.facts.fields import Field
from auditor.facts.page import PageFacts
from auditor.facts.patterns import named
from auditor.journey.acting import refind
from auditor.journey.address_lookup import open_lines, take_suggestion
from auditor.journey.listbox import entries, open_list
from auditor.journey.variant import pick
from auditor.journey.walker import Walker
from auditor.lexicon import Lexicon, normalise
from auditor.observe import Control
from auditor.shopper.filling import option_for, value_for
from auditor.shopper.identity import Identity, countries, identity_for, likely_country
from auditor.shopper.names import country_names, country_of

# The country redraws the form, the postcode may fill the city: these come first.
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
    "note",
    "code",
    "username",
}
_IMPERSONAL = {"", "country", "state", "postcode", "quantity", "note"}  # what a shop may ask to estimate delivery
_EAGERLY = {"", "tax_id", "birth_date", "phone", "salutation"}  # what a shop may mean that refuses a form without saying why
_TYPED = {"phone", "postcode", "tax_id", "birth_date"}
_ROUNDS = 4
_MOST_BOXES = 8


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
        changing = next((f for f in todo if f.kind == "country"), None)
        for item in [changing] if changing else todo:
            tried.add(_key(item))
            await _fill_one(walker, facts, item, identity)
        await _leave(walker)
        facts, _ = await walker.tab.until(lambda _: True, 3.0)
        if not changing:
            facts = await _read_back(walker, facts, identity, filled)
    facts = await answer_radios(walker, facts)
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


async def answer_radios(walker: Walker, facts: PageFacts) -> PageFacts:
    """Answer questions put as radio buttons: home delivery rather than pickup, no rather than yes to extras, else the first."""
    done: set[str] = set()
    settled = {g.key for g in (*facts.checkout.shipping, *facts.checkout.payment)}
    for _ in range(_MOST_BOXES):
        group = next(
            (
                g
                for g in facts.groups
                if g.form == "radio" and g.selected is None and g.available and g.key not in done | settled and not _of_account(facts, g)
            ),
            None,
        )
        if group is None or group.choices[0].control.landmark in {"header", "nav", "footer"} or not facts.checkout.fields:
            break
        done.add(group.key)
        facts, _ = await pick(walker, facts, group, min(group.available, key=partial(_standing, facts.lexicon)))
        settled = {g.key for g in (*facts.checkout.shipping, *facts.checkout.payment)}
    return facts


def _standing(lexicon: Lexicon, choice: Choice) -> tuple[bool, bool, float]:
    """Home delivery before pickup, anything before advertising, then what is named best."""
    return (
        lexicon.mentions("pickup", choice.text),
        lexicon.mentions("marketing_box", choice.text),
        -max(lexicon.score("shipping_choice", choice.text), lexicon.score("no_thanks", choice.text)),
    )


def _of_account(facts: PageFacts, group: ChoiceGroup) -> bool:
    return any(facts.lexicon.has(c, choice.text, at_least=0.6) for choice in group.choices for c in ("login", "register", "guest"))


def settle_identity(walker: Walker, facts: PageFacts) -> Identity:
    """Settle who buys: the asked country, else the one the form has chosen, else the shop's likely one if it delivers there."""
    if walker.identity is not None and (
        walker.plan.country or walker.identity.country in (offered_countries(facts) or {walker.identity.country})
    ):
        return walker.identity
    offered = offered_countries(facts)
    code = walker.plan.country.upper()
    if not code:
        chosen = _chosen_country(facts)
        currency = walker.product.amount.currency if walker.product.amount else ""
        likely = likely_country(facts.language, currency, facts.observation.lang, facts.host)
        wishes = [c for c in (chosen, likely) if c and (not offered or c in offered)]
        known = sorted(offered, key=lambda c: (c not in {"DE", "GB", "US", "FR"}, c)) if offered else []
        code = next(iter([*wishes, *known, likely]))
    walker.identity = identity_for(code, walker.plan.email)
    walker.witness.private(walker.identity.private_values)
    return walker.identity


def offered_countries(facts: PageFacts) -> set[str]:
    """Return the countries a form delivers to, as far as there is a shopper for them; empty if it does not say."""
    for item in facts.checkout.fields:
        if item.kind == "country" and item.control.options:
            found = {country_of(o.text) or country_of(o.value) for o in item.control.options if not o.disabled}
            return {c for c in found if c in countries()}
    return set()


def _chosen_country(facts: PageFacts) -> str:
    for item in facts.checkout.fields:
        if item.kind == "country":
            selected = next((o for o in item.control.options if o.selected), None)
            code = (
                country_of(selected.text) or country_of(selected.value) if selected else country_of(item.control.value or item.control.text)
            )
            if code:
                return code
    return ""


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
                not _has_choice(facts, item)
                and (eager or item.required or item.kind in {"state", "salutation", "birth_date"})
                and not _chooses_delivery(facts, control)
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


async def _fill_one(walker: Walker, facts: PageFacts, item: Field, identity: Identity) -> None:
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
        await _tick(walker, facts, control, on=False)
        after, _ = await walker.tab.until(lambda _: True, 1.5)
        again = refind(after, control)
        surely = is_marketing(facts, control) or creates_account(facts, control)
        if len(after.checkout.fields) > asked and again is not None and not surely:
            await _tick(walker, after, again, on=True)
            after, _ = await walker.tab.until(lambda _: True, 1.5)
        facts = after
    return await _keep_one_address(walker, facts)


def _to_untick(facts: PageFacts, control: Control) -> bool:
    if (
        not is_box(control)
        or not control.checked
        or control.disabled
        or control.landmark in {"header", "nav", "footer"}
        or not _shown(facts, control)
    ):
        return False
    if is_marketing(facts, control) or creates_account(facts, control):
        return True
    words, lexicon = _box_words(facts, control), facts.lexicon
    if control.required or any("*" in w for w in words):
        return False
    if named("same_address", control.tokens):
        return False
    return not any(lexicon.has(concept, *words, at_least=0.66) for concept in ("same_billing", "terms_box", "privacy_box", "guest"))


async def _keep_one_address(walker: Walker, facts: PageFacts) -> PageFacts:
    """Let one address do for delivery and invoice."""
    changed = False
    for control in facts.observation.controls:
        if not is_box(control) or control.disabled or not _shown(facts, control):
            continue
        words, lexicon = _box_words(facts, control), facts.lexicon
        if (
            not control.checked
            and lexicon.has("same_billing", *words, at_least=0.66)
            and not any(f.section == "shipping" for f in facts.checkout.fields)
        ):
            await _tick(walker, facts, control, on=True)
            changed = True
        elif control.checked and lexicon.has("different_address", *words, at_least=0.75):
            await _tick(walker, facts, control, on=False)
            changed = True
    return await walker.look() if changed else facts


def is_box(control: Control) -> bool:
    """Whether a control is a check box or a switch."""
    return control.type == "checkbox" or control.role in {"checkbox", "switch"}


def is_marketing(facts: PageFacts, control: Control) -> bool:
    """Whether a box asks for consent to advertising."""
    return any(facts.lexicon.mentions("marketing_box", w) for w in _box_words(facts, control)) and not any(
        facts.lexicon.has("terms_box", w, at_least=0.8) for w in _box_words(facts, control)
    )


async def tick_required(walker: Walker, facts: PageFacts, *, eager: bool = False) -> bool:
    """Tick the boxes that the step demands, never advertising, accounts or extras; says whether there was one.

    `eager`: the shop refuses to go on, so every plain box counts as demanded.
    """
    done = False
    for control in facts.observation.controls:
        if not is_box(control) or control.checked or control.disabled or not _shown(facts, control):
            continue
        words = _box_words(facts, control)
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
            await _tick(walker, facts, control, on=True)
            walker.note(f"The step demands a tick at “{(words[0] if words else 'a box')[:80]}”.")
            done = True
    return done


async def _tick(walker: Walker, facts: PageFacts, control: Control, *, on: bool) -> None:
    try:
        await walker.tab.tick(facts.observation, control, on=on)
    except (Error, Gone):
        return


def demanded_box(facts: PageFacts, form: int) -> bool:
    """Whether a box in a form is empty that the browser itself demands: until it is ticked, no press has an effect."""
    return form >= 0 and any(
        is_box(c) and c.form == form and c.required and c.invalid and not c.checked for c in facts.observation.controls
    )


def _box_key(control: Control) -> str:
    return f"{control.attrs.get('name', '')}|{control.id}|{control.value}|{control.label_text[:40]}"


def _box_words(facts: PageFacts, control: Control) -> tuple[str, ...]:
    """What a box says: its label, else the text of the row it stands in."""
    label = facts.observation.label_of(control)
    words = tuple(w for w in ((label.text if label else ""), *control.words, control.beside) if w)
    return words or tuple(w for w in (facts.observation.text_of(facts.observation.parents[control.n], 300),) if w)


def _shown(facts: PageFacts, control: Control) -> bool:
    label = facts.observation.label_of(control)
    return control.visible or (label is not None and label.visible)


def creates_account(facts: PageFacts, control: Control) -> bool:
    """Whether a box, when ticked, makes an account of the order."""
    if facts.lexicon.has("create_account_box", *_box_words(facts, control), at_least=0.62) or named("newsletter", control.tokens):
        return True
    tokens = normalise(f"{control.id} {control.attrs.get('name', '')}").replace(" ", "")
    return "createaccount" in tokens or "createanaccount" in tokens


def _is_country(item: Field, identity: Identity) -> bool:
    control = item.control
    shown = next((o for o in control.options if o.selected), None)
    if control.tag == "select":
        return shown is not None and identity.country in {country_of(shown.text), country_of(shown.value)}
    return country_of(control.value or control.text) == identity.country


def is_answered(facts: PageFacts, item: Field) -> bool:
    """Whether a field holds something: what was typed, or what a list shows as chosen; selects always hold something."""
    return bool(item.control.value.strip()) or item.control.tag == "select" or _has_choice(facts, item)


def _has_choice(facts: PageFacts, item: Field) -> bool:
    group = next((g for g in facts.groups if g.form in {"select", "dropdown"} and g.choices[0].control.n == item.control.n), None)
    return group is not None and group.selected is not None


def _chooses_delivery(facts: PageFacts, control: Control) -> bool:
    return any(g.choices[0].control.n == control.n for g in (*facts.checkout.shipping, *facts.checkout.payment))


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

"""What a form says when it is sent with mistakes in it, and whether it keeps what was right. For form_trial."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from playwright.async_api import Error

from auditor.browser.tab import Gone, fingerprint
from auditor.observe import Control, Text
from auditor.probes.complaints import colours_of, errors_in, is_urgent, is_worded, names_field, names_whole
from auditor.probes.empty_submit import hinted_natively, sending_button
from auditor.probes.tried_form import TriedForm, without
from auditor.shopper.mistakes import unusual_values, wrong_values
from auditor.words.message import say

_SETTLING, _SENDING = 2.5, 6.0  # seconds; a form that says nothing is given up sooner
# One stays empty, so that the form cannot be taken.
_LEFT_OUT = ("family_name", "full_name", "street", "city", "full_address", "email_again")
GIVEN = ("given_name", "family_name", "full_name", "street", "house_number", "city", "full_address")
_WRONG = ("email", "postcode")
_USUAL = 3  # usual ways to write an answer that are tried
_LINE, _LIST = 200, 1000  # letters of a line that tells one error, and of a list of them


async def send_mistakes(form: TriedForm, seen_to_look: Collection[str]) -> dict[str, Any]:
    """Fill the form with a mistake wherever there can be one and a required field left empty, and send it.

    Fields that were `seen_to_look` at what is typed need not be sent again with another format.
    """
    if not form.beside and not form.facts.checkout.errors:
        return not_sent(say("The form did not open beside the journey, and it has not shown that it refuses anything."))
    left_out = next((kind for kind in _LEFT_OUT if (f := form.field(kind)) is not None and (f.required or kind in form.demanded)), "")
    wrong = {k: next(iter(ways.items())) for k in _WRONG if form.field(k) and (ways := wrong_values(k, form.who))}
    if not left_out or not wrong:
        return not_sent(say("No required field could be left out, so the form might have been taken."))
    kinds = {f.kind for f in form.facts.checkout.fields}
    for kind in GIVEN:
        await form.type(kind, "" if kind == left_out else form.right(kind, kinds))
    for kind, value in ((left_out, ""), *((kind, value) for kind, (_, value) in wrong.items())):
        await form.type(kind, value)
    await form.tab.leave_field()
    await form.until(lambda _: True, _SETTLING)
    given = {kind: value for kind in GIVEN if kind != left_out and (value := form.value(kind))}
    button = sending_button(form.facts)
    if button is None or button.disabled:
        return not_sent(say("The form has no button that may be pressed with a mistake in it."))
    if form.value(left_out):
        return not_sent(say("The field that was to stay empty was filled in by the form."))
    found = await _send(form, button, left_out, wrong, given)
    judged = [kind for kind in wrong if kind not in seen_to_look] if found.get("messages") or found.get("told") else []
    return {**found, "formats": await _send_formats(form, left_out, judged)}


def not_sent(why: str) -> dict[str, Any]:
    """What is found of a form that was not sent."""
    return {"pressed": False, "why": why}


async def _send(
    form: TriedForm, button: Control, left_out: str, wrong: dict[str, tuple[str, str]], given: dict[str, str]
) -> dict[str, Any]:
    asked = (*wrong, left_out)
    reds = {kind: await form.reds(kind) for kind in asked}
    form.tab.dialogs.clear()
    if not await _press(form, button):
        return not_sent(say("The form's button could not be pressed."))
    if not _is_open(form, left_out):
        return {"pressed": True, "accepted": True, "status": form.facts.status}
    about = {kind: form.complaint(kind) for kind in asked}
    told = _told(form, [t for c in about.values() for t in c.texts])
    reddened = {kind for kind, was in reds.items() if await form.reds(kind) - was}
    return {
        "pressed": True,
        "accepted": False,
        "status": form.facts.status,
        "messages": [
            {"kind": kind, "label": form.label(kind), "wrong": what, "said": without(value, said)}
            for kind, (what, value) in wrong.items()
            if (said := about[kind].said or _elsewhere(form, kind))
        ],
        "told": [t.text for t in told][:8] + form.tab.dialogs[:2],
        "fresh": len(_fresh(form)),
        "marked": sorted(reddened | {kind for kind, c in about.items() if c.marked}),
        "native": not told and hinted_natively(form.facts.observation),
        "colours": [list(await colours_of(form.tab, form.facts, t)) for t in told[:3]],
        "given": len(given),
        "lost": [form.label(kind) for kind in given if form.field(kind) is not None and not form.value(kind)],
    }


async def _press(form: TriedForm, button: Control) -> bool:
    before = fingerprint(form.facts.observation)
    try:
        with form.walker.guard.step():
            await form.tab.press(form.facts.observation, button)
    except (Error, Gone):
        return False
    await form.until(lambda f: fingerprint(f.observation) != before, _SENDING)
    return True


async def _send_formats(form: TriedForm, left_out: str, kinds: Sequence[str]) -> list[dict[str, str]]:
    """Send right answers in unusual ways, for fields that are looked at when the form is sent; then in the usual way, if refused.

    What is refused in one unusual way, but not in the usual one, is sent in another unusual way too.
    """
    ways = {k: list(w.items()) for k in (*kinds, "phone") if form.right(k) and (w := unusual_values(k, form.who))}
    if not kinds or not await _answer(form, left_out, {k: listed[0][1] for k, listed in ways.items()}):
        return []
    refused = {k: said for k in ways if (said := _against(form, k))}
    unclear = set(refused)
    for turn in range(_USUAL):
        usual = {k: listed[turn] for k in sorted(unclear) if turn < len(listed := form.usual(k))}
        if usual and await _answer(form, left_out, usual):
            unclear -= {k for k in usual if not _against(form, k)}
    found = [_taken(form, k, listed[0], refused.get(k, "")) for k, listed in ways.items() if k not in unclear]
    again = {k: ways[k][1] for k in refused if k not in unclear and len(ways[k]) > 1}
    if again and await _answer(form, left_out, {k: value for k, (_, value) in again.items()}):
        found += [_taken(form, k, way, _against(form, k)) for k, way in again.items()]
    return found  # what is refused in any format is refused for something else


def _taken(form: TriedForm, kind: str, way: tuple[str, str], refused: str) -> dict[str, str]:
    """One unusual way to write an answer, and what was said against it."""
    return {"kind": kind, "label": form.label(kind), "how": way[0], "refused": without(way[1], refused)}


def _against(form: TriedForm, kind: str) -> str:
    """What is said against an answer after sending."""
    if complaint := form.complaint(kind):
        return complaint.said or say("The field is marked as wrong.")
    return _elsewhere(form, kind)


def _elsewhere(form: TriedForm, kind: str) -> str:
    """What a list of errors or a dialog says of a field: the first line that names it."""
    said = (*(t.text for t in _fresh(form) if len(t.text) < _LIST), *form.tab.dialogs)
    lines = [line for text in said for line in errors_in(text) if len(line) < _LINE]
    called = form.label(kind)
    others = [label for f in form.facts.checkout.fields if len(label := form.label(f.kind)) > len(called)]  # "E-mail again"
    about = (line for line in lines if names_field(called, line) and not any(names_whole(other, line) for other in others))
    return next(about, "")


async def _answer(form: TriedForm, left_out: str, values: Mapping[str, str]) -> bool:
    for kind, value in values.items():
        await form.type(kind, value)
    await form.tab.leave_field()
    await form.until(lambda _: True, _SETTLING)
    form.tab.dialogs.clear()
    button = sending_button(form.facts)
    may = button is not None and not button.disabled and not form.value(left_out) and _is_open(form, left_out)
    return may and button is not None and await _press(form, button) and _is_open(form, left_out)


def _is_open(form: TriedForm, left_out: str) -> bool:
    """Whether the form still stands there: that of the address by what it asks, a further one by the field that was left out.

    Where a further form gives way to that of the address it was taken, though names may be asked there again.
    """
    asks = form.facts.checkout.asks_address
    return asks if form.asked_address else not asks and form.field(left_out) is not None


def _fresh(form: TriedForm) -> list[Text]:
    """What the page says that it did not say before anything was typed."""
    return [t for t in form.facts.observation.texts if t.text not in form.known and t.control < 0 and not t.split]


def _told(form: TriedForm, about: list[Text]) -> list[Text]:
    """What the page says against the form: beside its fields, or anywhere in the words of an error."""
    facts = form.facts
    errors = {t.n for t in facts.checkout.errors}
    said = [t for t in _fresh(form) if t.n in errors or is_worded(facts, t.text) or is_urgent(t)]
    return list({t.n: t for t in (*about, *said)}.values())

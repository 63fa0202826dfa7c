"""Probe empty_submit: what the address form says when it is sent empty."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.async_api import Error

from auditor.browser.tab import Gone, fingerprint
from auditor.facts.continuing import propose_continue
from auditor.facts.fields import Field
from auditor.facts.page import PageFacts
from auditor.journey.form import has_choice
from auditor.journey.veto import veto
from auditor.journey.walker import Walker
from auditor.lexicon import normalise
from auditor.model.stage import Stage
from auditor.observe import Control, Observation, Text
from auditor.probes.complaints import errors_in, names_whole, said_about
from auditor.words.message import say

_LIKELY = 0.45
_ADDRESS, _ENOUGH = frozenset({"street", "postcode", "city", "full_address"}), 2
_NO_ANSWERS = frozenset({"note", "coupon", "password", "quantity", "search"})
_UNREADY = say("The form was sent before the page's script was ready for it.")
_STARTING = 3.0  # seconds a script may take until it serves the form
_MOST_MESSAGES = 30
_LONGEST, _LIST = 200, 1000  # letters of one error, and of a list of them
_ADJACENT = 48  # CSS pixels between a field and its message


async def probe_empty_submit(walker: Walker, facts: PageFacts) -> tuple[Any, PageFacts]:
    """Press the form's own button with nothing filled in; leaves the form as it is afterwards."""
    found, after = await _send_empty(walker, facts)
    if found is not _UNREADY:
        return found, after
    await walker.tab.goto(facts.url)
    ready, _ = await walker.tab.until(lambda _: False, _STARTING)
    return await _send_empty(walker, ready)


async def _send_empty(walker: Walker, facts: PageFacts) -> tuple[Any, PageFacts]:
    fields = [f for f in facts.checkout.fields if f.kind not in _NO_ANSWERS]
    filled = {f.kind for f in fields if f.control.is_text_field and f.kind != "phone" and f.control.value.strip()}
    empty = {f.kind for f in fields if f.required and not f.control.value.strip()}
    if filled and (filled & _ADDRESS or len(empty & _ADDRESS) < _ENOUGH):  # a name may stand there from an earlier step
        return say("The form was already filled in."), facts
    button = sending_button(facts)
    if button is None:
        return say("The form has no button that may be pressed before payment."), facts
    required = [f for f in fields if f.required and f.control.tag != "select"]
    if button.disabled:
        return {
            "pressed": False,
            "disabled": True,
            "required": len(required),
            "explained": 0,
            "native": False,
            "focus": False,
            "summary": False,
            "messages": [],
            "url": facts.url,
        }, facts
    walker.tab.dialogs.clear()
    before, url, loads = fingerprint(facts.observation), facts.url, walker.tab.traffic.page_loads
    walker.guard.stepping = True
    try:
        await walker.tab.press(facts.observation, button)
    except (Error, Gone):
        return say("The form's button could not be pressed."), await walker.look()
    finally:
        walker.guard.stepping = False
    after, _ = await walker.tab.until(lambda f: fingerprint(f.observation) != before, 2.5)
    if not after.checkout.asks_address:
        return {
            "pressed": True,
            "disabled": False,
            "required": len(required),
            "explained": 0,
            "accepted_empty": True,
            "native": False,
            "focus": False,
            "summary": False,
            "messages": [],
            "url": url,
        }, after
    if _is_unready(after, url, fields):
        return _UNREADY, after
    known = {(t.text, round(t.box.y / 4)) for t in facts.observation.texts}
    stood = {t.text for t in facts.checkout.errors}  # a hint that was there before is no message
    messages = [t for t in after.checkout.errors if t.text not in stood] + [
        t for t in after.observation.texts if (t.text, round(t.box.y / 4)) not in known and _complains(after, t)
    ]
    asked = [f for f in after.checkout.fields if f.required and f.control.tag != "select" and not f.control.value.strip()] or [
        f
        for f in after.checkout.fields
        if not f.control.value.strip()
        and f.control.is_text_field
        and f.kind in {"given_name", "family_name", "full_name", "street", "city", "postcode", "email"}
    ]
    called = {_key(f): f.label for f in fields}  # a message may stand in a label later
    before_it = {t.text for t in facts.observation.texts}
    explained = [f for f in asked if _explained(f.control, messages) or said_about(after, f.control, before_it).texts]
    named = [t for t in after.observation.texts if t.text not in before_it and _names_one(asked, t)]
    told = [line for said in (*(t.text for t in (*messages, *named)), *walker.tab.dialogs[:2]) for line in errors_in(said)]
    focused = next((c for c in after.observation.controls if c.focused), None)
    result = {
        "pressed": True,
        "disabled": False,
        "required": len(asked),
        "explained": len(explained),
        "refused": _refused(after, before_it),
        "unexplained": [called.get(_key(f)) or f.label or f.kind for f in asked if f not in explained][:8],
        "native": hinted_natively(after.observation) and not told,
        "focus": focused is not None and focused.n in {f.control.n for f in asked},
        "summary": any(t.live in {"alert", "assertive", "status", "polite"} for t in messages),
        "loaded": walker.tab.traffic.page_loads > loads,
        "messages": list(dict.fromkeys(told))[:_MOST_MESSAGES],
        "url": url,
    }
    return result, after


def _refused(after: PageFacts, before: set[str]) -> list[str]:
    """The names of the fields that the shop misses an answer in, whether or not the page had marked them as required.

    Where it marks fields as wrong, those are meant; else those that something new stands at, and not above the first of them.
    """
    empty = [f for f in after.checkout.fields if not (has_choice(after, f) or (f.control.tag != "select" and f.control.value.strip()))]
    missed = [(f.control, said_about(after, f.control, before)) for f in empty if f.kind not in _NO_ANSWERS]
    marked = [control for control, said in missed if said.marked]
    worded = [control for control, said in missed if any(text.box.y >= control.box.y for text in said.texts)]
    return list(dict.fromkeys(c.sent_as for c in marked or worded if c.sent_as))


def _is_unready(after: PageFacts, url: str, fields: list[Field]) -> bool:
    """Whether the browser has sent the form by itself and put the answers into the address, as no shop wants it."""
    asked = {name for f in fields if (name := f.control.attrs.get("name", ""))}
    before, now = (set(parse_qs(urlsplit(address).query, keep_blank_values=True)) for address in (url, after.url))
    return len(asked & (now - before)) >= _ENOUGH


def _key(item: Field) -> tuple[str, str]:
    return item.kind, item.control.attrs.get("name", "")


def hinted_natively(observation: Observation) -> bool:
    """Whether the browser's own bubble points at a field: it has the focus, is invalid, and its form lets the browser judge."""
    focused = next((c for c in observation.controls if c.focused), None)
    return focused is not None and bool(focused.invalid) and focused.form >= 0 and not observation.forms[focused.form].novalidate


def sending_button(facts: PageFacts) -> Control | None:
    """Return the address form's own button, None where no button may be pressed before payment."""
    ranked = [c for c in propose_continue(facts.observation, facts.lexicon, facts.checkout) if c.p >= _LIKELY]
    return next((c.control for c in ranked if veto(facts, c.control, Stage.ADDRESS) is None), None)


def _names_one(asked: list[Field], text: Text) -> bool:
    """Whether a new text, in whatever words, names a field and says more than that."""
    if len(text.text) > _LIST or text.control >= 0 or text.split:
        return False
    named = [f for f in asked if names_whole(f.label, text.text) and normalise(f.label) != normalise(text.text)]
    return len(named) > 1 or (len(named) == 1 and len(text.text) < _LONGEST)


def _complains(facts: PageFacts, text: Text) -> bool:
    return len(text.text) < _LONGEST and (
        facts.lexicon.mentions("error_required", text.text) or facts.lexicon.mentions("error_invalid", text.text)
    )


def _explained(control: Control, messages: list[Text]) -> bool:
    """Whether a field has a message of its own: linked by ARIA, or right beside it."""
    linked = f"{control.attrs.get('aria-describedby', '')} {control.attrs.get('aria-errormessage', '')}".split()
    if control.attrs.get("aria-invalid") == "true" and linked:
        return True
    return any(t.box.distance(control.box) <= _ADJACENT and t.box.y >= control.box.y - 30 for t in messages)

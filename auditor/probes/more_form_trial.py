"""Probe more_form_trial: what a further form of the checkout, on a page without the address, does with mistakes and harmless formats.

It is opened again once the journey is over, since a form that is loaded twice may no longer be taken.
"""

from __future__ import annotations

from typing import Any

from auditor.facts.page import PageFacts
from auditor.journey.residence import settle_identity
from auditor.journey.walker import Walker
from auditor.probes.form_trial import try_form
from auditor.probes.side_tab import side_tab
from auditor.probes.tried_form import TriedForm
from auditor.words.message import say

_TRIED = frozenset({"email", "phone"})
_OPENING = 2.0  # seconds


async def probe_more_form_trial(walker: Walker, facts: PageFacts) -> tuple[Any, PageFacts]:
    """Type wrong and unusual answers into the form that asks for e-mail address or phone number apart from the address."""
    if walker.tab.device.mobile:
        return say("The form judges what is typed alike on all devices; it is tried on desktop."), facts
    apart = next((form for form in walker.forms if not form.checkout.asks_address and _kinds(form) & _TRIED), None)
    if apart is None:
        return say("The checkout has no further form that asks for an e-mail address or a phone number."), facts
    async with side_tab(walker) as tab:
        tab.furniture = walker.tab.furniture
        if (await tab.goto(apart.url)).error:
            return say("The further form of the checkout did not open again."), facts
        seen, there = await tab.until(lambda f: _kinds(apart) <= _kinds(f), _OPENING)
        if not there or seen.checkout.offers_payment:
            return say("The further form of the checkout did not open again."), facts
        form = TriedForm(walker, tab, settle_identity(walker, seen), seen, beside=True)
        return await try_form(form, may_send=not walker.guard.sealed or _only_asks(seen)), facts


def _only_asks(facts: PageFacts) -> bool:
    """Whether the form says to be sent as a question (GET): after payment was reached nothing else leaves the browser, nor comes an answer.

    Without a method a script mostly sends it, and the silence after that was refused would seem to take everything.
    """
    forms = {f.control.form for f in facts.checkout.fields if f.kind in _TRIED}
    return bool(forms) and all(n >= 0 and facts.observation.forms[n].method == "get" for n in forms)


def _kinds(facts: PageFacts) -> set[str]:
    return {f.kind for f in facts.checkout.fields}

"""Probe form_return: whether the address is still there after going back to it, and after loading its page again.

It runs when the journey is over and every changing request is refused, so nothing can be lost by it. Where the shop draws its
checkout by such requests, what is seen says nothing, and `held_back` tells so. Browsers may keep
pages whole as they were left and then show more after Back than is seen here: `kept_whole` tells where they may.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urldefrag

from playwright.async_api import Error, Response

from auditor.browser.tab import Tab
from auditor.facts.page import PageFacts
from auditor.journey.walker import Walker
from auditor.lexicon import normalise
from auditor.model.stage import Stage
from auditor.probes.tried_form import delivery_fields
from auditor.words.message import say

_MOST_BACK = 4
_NAVIGATION_SECONDS = 5.0
_PATIENCE = 2.5
_LOOKED_AT = ("given_name", "family_name", "full_name", "street", "city", "postcode", "email", "full_address")
_LEAST = 3  # answers a form must have been given
_SUMMED_UP = ("street", "postcode", "city", "full_address")

Press = Literal["back", "forward", "reload"]


@dataclass(frozen=True)
class _Sight:
    """What one of the browser's own buttons has led to; `loaded` says whether a document came for it."""

    facts: PageFacts
    loaded: bool


async def probe_form_return(walker: Walker, facts: PageFacts) -> tuple[Any, PageFacts]:
    """Press Back until the address form or its summary is on screen, see what it holds, then load that page again."""
    form = next((page for page in reversed(walker.seen) if page.checkout.asks_address and len(_given(page)) >= _LEAST), None)
    if form is None:
        return say("No address form was filled in on the way."), facts
    tab, given, held_back = walker.tab, _given(form), len(walker.guard.blocked)
    here = urldefrag(tab.page.url)[0] == urldefrag(form.url)[0]
    found: dict[str, Any] = {"url": form.url, "given": len(given), "back": None, "reload": None, "held_back": False, "leaves": here}
    seen = await _leave_and_return(tab) if here else await _go_back(walker, given)
    if isinstance(seen, str):
        return seen, facts
    found["back"] = _compared(seen.facts, given)
    found["kept_whole"] = seen.loaded and "no-store" not in tab.headers.get("cache-control", "").lower()
    unclear = found["kept_whole"] and found["back"]["lost"]
    needed = unclear or not tab.device.mobile  # all devices load it alike
    if needed and len(walker.guard.blocked) == held_back and _sent_by(tab) != "POST":
        again = await _press(tab, "reload", given)
        found["reload"] = _compared(again.facts, given) if again is not None else None
    found["held_back"] = len(walker.guard.blocked) > held_back
    return found, facts


def _given(page: PageFacts) -> dict[str, str]:
    """What stands in the form's fields, by what they ask for."""
    fields = [f for f in delivery_fields(page) if f.kind in _LOOKED_AT and f.control.is_text_field]
    return {f.kind: f.control.value.strip() for f in fields if f.control.value.strip()}


async def _leave_and_return(tab: Tab) -> _Sight | str:
    """Leave the page that holds the whole checkout, as with a Back pressed by mistake, and come back to it."""
    url = urldefrag(tab.page.url)[0]
    seen = await _press(tab, "back", {})
    if seen is None:
        return say("There was no page to go back to.")
    if urldefrag(tab.page.url)[0] != url:
        seen = await _press(tab, "forward", {})
    return seen if seen is not None else say("The checkout could not be opened again by going forward.")


async def _go_back(walker: Walker, given: dict[str, str]) -> _Sight | str:
    """Press Back until the address is on screen; not beyond the cart."""
    cart = next((urldefrag(s.url)[0] for s in walker.steps if s.stage is Stage.CART and s.url), "")
    for _ in range(_MOST_BACK):
        seen = await _press(walker.tab, "back", given)
        if seen is None:
            break
        if seen.facts.checkout.asks_address:
            return seen
        if urldefrag(seen.facts.url)[0] == cart:
            break
    return say("Going back did not lead to the address form.")


async def _press(tab: Tab, key: Press, given: dict[str, str]) -> _Sight | None:
    """Use one of the browser's own buttons; None where that leads to no page."""
    if key == "back" and not await _can_go_back(tab):
        return None
    moves = {"back": tab.page.go_back, "forward": tab.page.go_forward, "reload": tab.page.reload}
    try:
        response: Response | None = await moves[key](wait_until="domcontentloaded", timeout=_NAVIGATION_SECONDS * 1000)
        seen, _ = await tab.until(lambda f: not given or _is_whole(f, given), _PATIENCE)
    except Error:
        return None
    return _Sight(seen, response is not None)


async def _can_go_back(tab: Tab) -> bool:
    """Whether there is a page before this one, as far as the browser tells."""
    try:
        return bool(await tab.page.evaluate("() => !window.navigation || navigation.canGoBack"))
    except Error:
        return False


def _compared(seen: PageFacts, given: dict[str, str]) -> dict[str, Any]:
    """Say of each answer whether the page still has it, in its field or in a summary; what is not asked there is left out."""
    fields = {f.kind: f for f in reversed(delivery_fields(seen))}
    lost = [f.label.strip(" *:") or kind for kind in given if (f := fields.get(kind)) is not None and not f.control.value.strip()]
    shown = normalise(seen.observation.full_text)
    kept = [kind for kind in given if (f := fields.get(kind)) is not None and f.control.value.strip()]
    summed_up = [k for k in _SUMMED_UP if k in given and k not in fields and len(given[k]) >= 4 and normalise(given[k]) in shown]
    return {"url": seen.url, "kept": len(kept) + len(summed_up), "lost": lost, "form": seen.checkout.asks_address, "status": seen.status}


def _is_whole(seen: PageFacts, given: dict[str, str]) -> bool:
    """Whether all answers are there; pages that are drawn by a script show the form late, and its answers later."""
    found = _compared(seen, given)
    return bool(found["kept"]) and not found["lost"]


def _sent_by(tab: Tab) -> str:
    """The method by which the document that is shown was asked for."""
    documents = [e for e in tab.traffic.exchanges if e.kind == "document" and e.response and e.request.frame == tab.page.main_frame]
    return documents[-1].request.method if documents else ""

"""How a form helps with the address: what the postcode brings, and what the beginning of a street suggests. For form_trial."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote_plus, urlsplit

from auditor.facts.page import PageFacts
from auditor.observe import Control
from auditor.probes.tried_form import TriedForm

_PATIENCE = 0.9
_LETTERS = 6  # of a street, after which suggestions are looked for
_BRIEF = 200  # characters of a request about nothing else
_BELOW = 420  # CSS pixels below a field in which suggestions stand
_BROUGHT = ("city", "street", "state")


async def see_help(form: TriedForm) -> dict[str, Any]:
    """Give the postcode, and the house number where it is asked apart; where that brings nothing, begin to type the street."""
    found: dict[str, Any] = {"filled": _brought(form), "suggestions": 0, "asked": False, "tried": []}
    if not found["filled"] and form.in_country and await form.type("postcode", form.right("postcode"), leave=True):
        found["tried"].append("postcode")
        if form.field("house_number") is not None:
            await form.type("house_number", form.who.number, leave=True)
        await form.until(lambda f: any(form.value(k, f) for k in _BROUGHT), _PATIENCE)
        found["filled"] = _brought(form)
    street = form.field("street") or form.field("full_address")
    if street is None or form.value(street.kind):
        return found
    before = {(c.label_text, c.href) for c in _below(form.facts, street.control)}
    start = form.tab.traffic.mark()
    if not found["filled"] and await form.type(street.kind, form.who.street_line[:_LETTERS], slowly=True):
        found["tried"].append("street")
        await form.until(lambda f: bool(_fresh(f, street.control, before)), _PATIENCE, idle=False)
        found["suggestions"] = len(_fresh(form.facts, street.control, before))
        begun = form.who.street_line[:_LETTERS]
        asked = (e.request for e in form.tab.traffic.since(start) if e.kind in {"xhr", "fetch", "script"})
        found["asked"] = any(asks_for_street(form.facts.url, r.url, r.post_data or "", begun) for r in asked)
    return found


def asks_for_street(page: str, url: str, body: str, begun: str) -> bool:
    """Whether a request asks for what the street may be: of another host, or about its beginning; not one that sends the whole form."""
    elsewhere = urlsplit(url).netloc != urlsplit(page).netloc
    return elsewhere or begun in unquote_plus(url) or (len(body) <= _BRIEF and begun in unquote_plus(body))


def _brought(form: TriedForm) -> list[str]:
    """What stands in fields that nobody has typed into."""
    return [kind for kind in _BROUGHT if kind not in form.typed and form.field(kind) is not None and form.value(kind)]


def _below(facts: PageFacts, control: Control) -> list[Control]:
    """What can be pressed in the column below a field."""
    box = control.box
    near = [c for c in facts.observation.visible if 0 <= c.box.y - box.y <= _BELOW and c.box.x < box.right and c.box.right > box.x]
    return [c for c in near if (c.is_button or c.role == "option") and c.label_text]


def _fresh(facts: PageFacts, control: Control, before: set[tuple[str, str]]) -> list[Control]:
    return [c for c in _below(facts, control) if (c.label_text, c.href) not in before]

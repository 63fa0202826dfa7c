"""From a configured selector or text to the control that was observed."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.async_api import Error, JSHandle

from auditor.facts.page import PageFacts
from auditor.journey.overrides import Override
from auditor.journey.walker import Walker
from auditor.lexicon import normalise
from auditor.observe import Box, Control, Observation

_TRIES = 4
_REGION = 4  # a listening element so many times larger than what is pointed at is not what is meant
_PAUSE = 0.7  # seconds between looks at a page that may still be drawing what is looked for

# A plain element is no control to the observation, unless somebody points at it: then it is read here.
_READ = """e => {
  const r = e.getBoundingClientRect(), style = getComputedStyle(e);
  return { tag: e.tagName.toLowerCase(), text: (e.innerText || e.textContent || "").replace(/\\s+/g, " ").trim().slice(0, 200),
    id: e.id || "", css_class: typeof e.className === "string" ? e.className : "", name: e.getAttribute("aria-label") || "",
    box: [r.left + scrollX, r.top + scrollY, r.width, r.height],
    visible: r.width > 1 && r.height > 1 && style.visibility !== "hidden" };
}"""


class BadSelector(Exception):
    """A selector that the browser does not understand; the message says why."""


async def find_control(walker: Walker, facts: PageFacts, told: Override) -> Control | None:
    """Return the control that a selector or a text names on the page as it was observed, None if there is none.

    Of several the first one that can be seen is taken. Raises `BadSelector`.
    """
    if not told.selector:
        return control_named(facts, told.text)
    try:
        places = await walker.tab.observer.matching(facts.observation, told.selector)
    except Error as error:
        raise BadSelector(str(error).strip().splitlines()[0][:200]) from error
    found = [control for n, frame in places if (control := await _control_at(walker, facts.observation, n, frame))]
    return next((c for c in found if c.visible and not c.covered), None) or next((c for c in found if c.visible), next(iter(found), None))


async def await_control(walker: Walker, facts: PageFacts, told: Override) -> tuple[PageFacts, Control | None]:
    """Find a control, giving the page a moment to draw it."""
    control = await find_control(walker, facts, told)
    for _ in range(_TRIES):
        if control is not None:
            break
        facts, _ = await walker.tab.until(lambda _: False, _PAUSE, idle=False)
        control = await find_control(walker, facts, told)
    return facts, control


def control_named(facts: PageFacts, text: str) -> Control | None:
    """Return what bears a text: by all of it, then by a part; what can be seen first, controls before plain texts. Pure."""
    observation, wanted = facts.observation, normalise(text)
    bearing = [(c, [normalise(w) for w in _words(observation, c)]) for c in observation.controls if c.tag != "label"]
    exact = [c for c, words in bearing if wanted in words]
    partly = [c for c, words in bearing if any(f" {wanted} " in f" {word} " for word in words)]
    for found in (exact, sorted(partly, key=lambda c: (len(c.label_text), c.n))):
        shown = next((c for c in found if _is_shown(observation, c)), None)
        if shown is not None:
            return shown
    plain = next((t for t in observation.texts if normalise(t.text) == wanted), None)
    if plain is not None:
        own = Control(plain.n, plain.tag, custom="configured", text=plain.text, box=plain.box, visible=True, frame=plain.frame)
        return _pressed_with(_enclosing(observation, plain.n), own)
    return next(iter(exact), None)


def _words(observation: Observation, control: Control) -> Sequence[str]:
    label = observation.label_of(control)
    return [w for w in (*control.words, control.placeholder, control.beside, label.text if label else "") if w]


def _is_shown(observation: Observation, control: Control) -> bool:
    label = observation.label_of(control)
    return control.visible or (label is not None and label.visible)


def _enclosing(observation: Observation, n: int) -> Control | None:
    """Return the control at a node or around it; for a label, what it belongs to."""
    around = next((observation.by_node[a] for a in (n, *observation.ancestors(n)) if a in observation.by_node), None)
    if around is not None and around.tag == "label":
        return next((c for c in observation.controls if c.label == around.n), around)
    return around


def _pressed_with(around: Control | None, own: Control) -> Control:
    """Return what a press on an element presses: the control around it, unless that is a whole region that listens for its parts."""
    if around is None or (around.n != own.n and around.custom and around.box.area > _REGION * max(own.box.area, 1)):
        return own
    return around


async def _control_at(walker: Walker, observation: Observation, n: int, frame: int) -> Control | None:
    """Return the control at a node, the one around it, the only one in it, or else the element itself as a control."""
    around = _enclosing(observation, n)
    if around is not None and (around.n == n or not around.custom):
        return around
    inside = [c for c in observation.controls if c.tag != "label" and c.visible and observation.contains(n, c.n)]
    if around is None and len(inside) == 1:
        return inside[0]
    handle: JSHandle | None = await walker.tab.observer.handle(observation, n, frame)
    if handle is None:
        return around
    try:
        read = await handle.evaluate(_READ)
    except Error:
        return around
    return _pressed_with(around, Control(n, **{**read, "box": Box(*read["box"])}, custom="configured", frame=frame))

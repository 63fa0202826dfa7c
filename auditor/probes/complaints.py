"""What a form says about one field after it was left or sent: words beside it, a mark on it, and how they look. For probes."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from playwright.async_api import Error

from auditor.browser.tab import Tab
from auditor.facts.page import PageFacts
from auditor.facts.patterns import named
from auditor.lexicon import normalise
from auditor.observe import Control, Text

_NEAR = 60  # CSS pixels between a field and what is said about it
_LONGEST = 240
_WORD = 3  # letters of a word that tells fields apart
_WRAPPERS = 2  # elements around a field that may carry its mark
_FRAMED = """e => [e, e.parentElement].filter(Boolean).map((n) => {
  const s = getComputedStyle(n);
  return [s.borderTopColor, s.borderBottomColor, s.outlineStyle === "none" ? "" : s.outlineColor, s.boxShadow, s.backgroundColor].join(" ");
}).join(" ")"""
_COLOURS = """e => {
  const front = getComputedStyle(e).color;
  for (let n = e; n; n = n.assignedSlot || n.parentElement || n.getRootNode().host) {
    const s = getComputedStyle(n), back = s.backgroundColor;
    if (s.backgroundImage !== "none") return [front, ""];
    if (back !== "rgba(0, 0, 0, 0)" && back !== "transparent") return [front, back];
  }
  return [front, "rgb(255, 255, 255)"];
}"""
_BETWEEN = re.compile(r"(?<=[^\W\d_][.!?])\s*(?=[^\W\d_a-zß-ÿ])")  # a sentence's end before a capital letter, with or without a space
_RGB = re.compile(r"rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)")


@dataclass(frozen=True)
class Complaint:
    """What is said about a field that was not said before, and whether the field is marked as wrong in its markup."""

    texts: tuple[Text, ...] = ()
    marked: bool = False

    def __bool__(self) -> bool:
        return bool(self.texts) or self.marked

    @property
    def said(self) -> str:
        """Its words."""
        return " ".join(dict.fromkeys(t.text for t in self.texts))


def said_about(facts: PageFacts, control: Control, known: Collection[str], *, was_marked: bool = False) -> Complaint:
    """Return what a page says about a field besides what is `known`; a text counts if it is worded or drawn as an error."""
    marked = is_marked(facts, control)
    own = [t for t in facts.observation.texts if t.text not in known and _belongs(facts, t, control)]
    errors = {t.n for t in facts.checkout.errors}
    newly = marked and not was_marked
    telling = tuple(t for t in own if newly or t.n in errors or is_worded(facts, t.text) or _is_drawn_as_error(facts, t))
    return Complaint(telling, newly)


def names_field(label: str, line: str) -> bool:
    """Whether a line shares a word with what a field is called: "The telephone number takes digits only" and "Daytime telephone"."""
    called, said = normalise(label), normalise(line)
    whole = called.replace(" ", "")  # "E-mail" and "email"
    shared = set(called.split()) & set(said.split())
    return any(len(word) >= _WORD for word in shared) or (len(whole) >= _WORD and whole in said.replace(" ", ""))


def errors_in(text: str) -> list[str]:
    """Take a list of errors apart that was read as one text: each stands in a line or a sentence of its own."""
    return [part for line in text.splitlines() for one in _BETWEEN.split(line) if (part := one.strip(" -•"))]


def names_whole(label: str, line: str) -> bool:
    """Whether a line holds all that a field is called."""
    return bool(called := normalise(label)) and called in normalise(line)


def is_worded(facts: PageFacts, text: str) -> bool:
    """Whether a text says that something is missing or wrong."""
    return facts.lexicon.mentions("error_required", text) or facts.lexicon.mentions("error_invalid", text)


def is_marked(facts: PageFacts, control: Control) -> bool:
    """Whether a field is marked as wrong: by ARIA, by its class, or by that of what stands around it alone."""
    around = [a for a, _ in zip(facts.observation.ancestors(control.n), range(_WRAPPERS), strict=False)]
    alone = [a for a in around if sum(facts.observation.contains(a, f.control.n) for f in facts.fields) == 1]
    kinds = " ".join(facts.observation.kinds[a].partition(".")[2] for a in alone)
    return control.attrs.get("aria-invalid") == "true" or _speaks_of_error(control.css_class) or _speaks_of_error(kinds)


def _speaks_of_error(classes: str) -> bool:
    """Whether a class says so; "validation" and "feedback" are called so before anything is wrong."""
    return any(named("wrong", c) for c in classes.replace(".", " ").split())


def _is_drawn_as_error(facts: PageFacts, text: Text) -> bool:
    """Whether a text is red, announced at once, or called an error in the markup; hints come up beside fields too."""
    kinds = " ".join(facts.observation.kinds[a] for a in [text.n, *list(facts.observation.ancestors(text.n))[:2]])
    red = _RGB.match(text.color)
    return _speaks_of_error(kinds) or is_urgent(text) or (red is not None and _is_red(*(int(red[i]) for i in (1, 2, 3))))


def is_urgent(text: Text) -> bool:
    """Whether a text is announced at once, as errors are."""
    return text.live in {"alert", "assertive"}


def _belongs(facts: PageFacts, text: Text, control: Control) -> bool:
    """Whether a text stands at this field rather than at another one."""
    if text.frame != control.frame or not 1 < len(text.text) <= _LONGEST or text.split or text.control >= 0:
        return False
    gap = text.box.distance(control.box)
    if gap > _NEAR:
        return False
    alone = _only_field_around(facts, text)
    if alone >= 0:
        return alone == control.n
    return all(gap <= text.box.distance(f.control.box) for f in facts.fields if f.control.n != control.n)


def _only_field_around(facts: PageFacts, text: Text) -> int:
    """The field that shares its row with a text and with no other field, -1 where none does.

    A hint between a field and what is said about it leaves the next field nearer; the row in the markup still tells.
    """
    for around in facts.observation.ancestors(text.n):
        held = [f.control.n for f in facts.fields if facts.observation.contains(around, f.control.n)]
        if held:
            return held[0] if len(held) == 1 else -1
    return -1


async def frame_reds(tab: Tab, facts: PageFacts, control: Control) -> frozenset[str]:
    """Return the reds a field is framed or filled with."""
    handle = await tab.observer.handle(facts.observation, control.n, control.frame)
    try:
        style = str(await handle.evaluate(_FRAMED)) if handle else ""
    except Error:
        return frozenset()
    return frozenset(m.group() for m in _RGB.finditer(style) if m[4] != "0" and _is_red(*(int(m[i]) for i in (1, 2, 3))))


def _is_red(red: int, green: int, blue: int) -> bool:
    return red > 130 and red > 1.4 * max(green, blue)


async def colours_of(tab: Tab, facts: PageFacts, text: Text) -> tuple[str, str]:
    """Return the colour of a text and the one behind it, "" for what is not one plain colour."""
    handle = await tab.observer.handle(facts.observation, text.n, text.frame)
    try:
        front, back = await handle.evaluate(_COLOURS) if handle else ("", "")
    except Error:
        return "", ""
    return str(front), str(back)

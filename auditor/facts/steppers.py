"""Counts of pieces and the buttons that change them: fields, and numbers between a minus and a plus."""

from __future__ import annotations

from auditor.observe import Box, Control, Observation

_ROW = 840  # CSS pixels between a name and its count
_STEP = 60  # CSS pixels between a count and its minus or plus
_LEVEL = 12  # CSS pixels between the middles of what stands in one line
_NARROW = 72  # CSS pixels; a wider button says what it does
_MINUS, _PLUS = "-−–‒", "+＋"


def is_count(control: Control) -> bool:
    """Whether a field holds a small whole number, as quantities do."""
    if not control.is_field or control.is_choice:
        return False
    shown = next((o.text for o in control.options if o.selected), control.value).strip()
    return shown.isdecimal() and 0 < int(shown) < 100


def is_step(observation: Observation, control: Control) -> bool:
    """Whether a button makes a count one more or less, whatever it is called: "Add one" beside a number is no buy button."""
    if not 0 < control.box.width <= _NARROW:
        return False
    if control.text.strip() in {*_MINUS, *_PLUS}:
        return True
    counts = (c for c in observation.visible if is_count(c) and _is_level(c.box, control.box))
    return any(_has_button_opposite(observation, control, count) for count in counts)


def _has_button_opposite(observation: Observation, control: Control, count: Control) -> bool:
    """Whether a narrow button stands on the other side of a count than this one does."""
    before = control.box.x < count.box.x
    narrow = (c for c in observation.visible if c.is_button and c.n != control.n and 0 < c.box.width <= _NARROW)
    return any(_is_level(c.box, count.box) and (c.box.x < count.box.x) != before for c in narrow)


def _is_level(one: Box, other: Box) -> bool:
    return abs(one.middle[1] - other.middle[1]) < _LEVEL and one.distance(other) < _STEP


def has_stepper(observation: Observation, name: Box) -> bool:
    """Whether a count stands between a minus and a plus in the row of a name: a quantity that is no field."""
    row = [t for t in observation.texts if abs(t.box.middle[1] - name.middle[1]) < 90 and t.box.distance(name) < _ROW]
    for count in (t for t in row if t.text.isdecimal() and 0 < int(t.text) < 100):
        level = [t for t in row if _is_level(t.box, count.box) and t.control >= 0]
        less = any(t.text in _MINUS and t.box.x < count.box.x for t in level)
        more = any(t.text in _PLUS and t.box.x > count.box.x for t in level)
        if less and more:
            return True
    return False

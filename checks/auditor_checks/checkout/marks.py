"""What stands beside a field and belongs to it alone: its asterisk, "optional", a hint."""

import re
from collections.abc import Iterator, Sequence

from auditor.api import Control, Missing, Text
from auditor_checks.checkout.steps import Asked
from auditor_checks.checkout.words import says

_NEAR, _ROW, _LONGEST = 30, 700, 60
_UNSPACED = "\u3040"
_DEPTH, _TOGETHER = 4, 3
_STARS = ("*", "※", "＊")
_REQUIRED = re.compile(r"(^|\s)((?!no)[a-z]+-)?(required|mandatory)($|\s)", re.IGNORECASE)


def texts_of(asked: Asked) -> list[str]:
    """The short texts that belong to a field: closer to it than to any other; for one without any, those on the left of its row.

    In Japanese forms the row has the label ("お名前 ※"), and what stands beside each field says which part it is.
    """
    observation, own = asked.page.observation, asked.field.control
    fields = [f for f in observation.fields if f.frame == own.frame and not f.is_choice]
    labels = {f.label for f in fields if f.label >= 0 and f.n != own.n}
    texts = [
        t
        for t in observation.texts
        if t.frame == own.frame and len(t.text) <= _LONGEST and not any(observation.contains(n, t.n) for n in labels)
    ]
    close = [t.text for t in texts if t.box.distance(own.box) <= _NEAR and _faces(t, own) and _nearest(fields, t).n == own.n]
    said = "".join(close)
    if own.label >= 0 or (any(c.isalpha() for c in said) and not any(c >= _UNSPACED for c in said)):
        return close
    row = [f for f in fields if abs(f.box.middle[1] - own.box.middle[1]) < own.box.height]
    others = [f for f in fields if f not in row]
    return close + [t.text for t in texts if _leads(t, own) and all(t.box.distance(f.box) > _NEAR or not _faces(t, f) for f in others)]


def _leads(text: Text, own: Control) -> bool:
    """Whether a text stands on the left of a field in the same row, other fields of the row perhaps between them."""
    beside = abs(text.box.middle[1] - own.box.middle[1]) < max(own.box.height / 2, 10)
    return beside and text.box.right <= own.box.x and text.box.distance(own.box) <= _ROW


def _nearest(fields: Sequence[Control], text: Text) -> Control:
    """The field a text is closest to, that behind it where two are as close: a label stands before its field."""
    return min(fields, key=lambda field: (not _faces(text, field), text.box.distance(field.box), field.n < text.n))


def _faces(text: Text, field: Control) -> bool:
    """Whether a text stands above, below, beside or in a field, not off one of its corners as the label of the next row does."""
    a, b = text.box, field.box
    return (a.x < b.right and b.x < a.right) or (a.y < b.bottom and b.y < a.bottom)


def has_star(text: str) -> bool:
    """Whether a label has an asterisk, as forms mark what must be filled in."""
    return text.strip(" :").endswith(_STARS) or text.lstrip().startswith("*")


def drawn_star(asked: Asked) -> bool:
    """Whether style sheets draw an asterisk at a field or its label."""
    return any(star in (asked.field.control.drawn or "") for star in _STARS)


def is_demanded(asked: Asked) -> bool:
    """Whether a field must be filled in: as the shop says of the empty form, in markup, in its label or its class, or with an asterisk."""
    lexicon, language, beside = asked.page.facts.lexicon, asked.page.facts.language, texts_of(asked)
    if any(lexicon.mentions("optional", text) or says("optional", language, text) for text in (asked.field.label, *beside)):
        return False
    if asked.missed or asked.field.required or drawn_star(asked) or any(has_star(text) for text in beside):
        return True
    label = asked.page.observation.label_of(asked.field.control)
    return any(_REQUIRED.search(kind) for kind in (label.css_class if label else "", *classes_around(asked)))


def classes_around(asked: Asked) -> Iterator[str]:
    """The classes of what holds a field almost alone, read from the page's source: style sheets draw asterisks by them."""
    control = asked.field.control
    name = control.attrs.get("name", "")
    try:
        soup = asked.page.soup
    except Missing:
        return
    element = soup.find(control.tag, id=control.id) if control.id else None
    element = element or (soup.find(control.tag, attrs={"name": name}) if name else None)
    for parent in list(element.parents)[:_DEPTH] if element is not None else ():
        if len(parent.find_all(["input", "select", "textarea"])) > _TOGETHER:
            return
        yield " ".join(str(value) for value in parent.get_attribute_list("class") if value)

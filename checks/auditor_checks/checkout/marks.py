"""What stands beside a field and belongs to it alone: its asterisk, "optional", a hint."""

import re
from collections.abc import Iterator, Sequence

from auditor.api import Control, Text
from auditor_checks.checkout.steps import Asked

_NEAR, _ROW, _LONGEST = 30, 420, 60
_DEPTH, _TOGETHER = 4, 3
_STARS = ("*", "※", "＊")
_REQUIRED = re.compile(r"(^|\s)([a-z]+-)?(required|mandatory)($|\s)", re.IGNORECASE)


def texts_of(asked: Asked) -> Iterator[str]:
    """The short texts that belong to a field: close to it and closer than to any other, or on its left in the same row."""
    observation, own = asked.page.observation, asked.field.control
    fields = [f for f in observation.fields if f.frame == own.frame and not f.is_choice]
    labels = {f.label for f in fields if f.label >= 0 and f.n != own.n}
    for text in observation.texts:
        if text.frame != own.frame or len(text.text) > _LONGEST or any(observation.contains(n, text.n) for n in labels):
            continue
        distance = text.box.distance(own.box)
        closest = distance <= _NEAR and _nearest(fields, text).n == own.n
        in_row = abs(text.box.middle[1] - own.box.middle[1]) < own.box.height and text.box.right <= own.box.x and distance <= _ROW
        if closest or (in_row and all(f.n == own.n or text.box.distance(f.box) > _NEAR for f in fields)):
            yield text.text


def _nearest(fields: Sequence[Control], text: Text) -> Control:
    """The field a text is closest to, that behind it where two are as close: a label stands before its field."""
    return min(fields, key=lambda field: (text.box.distance(field.box), field.n < text.n))


def has_star(text: str) -> bool:
    """Whether a label has an asterisk, as forms mark what must be filled in."""
    return text.strip(" :").endswith(_STARS) or text.lstrip().startswith("*")


def is_demanded(asked: Asked) -> bool:
    """Whether the page says that a field must be filled in: in markup, in its label, or with an asterisk beside it."""
    if asked.page.facts.lexicon.mentions("optional", asked.field.label):
        return False
    if asked.field.required or any(has_star(text) for text in texts_of(asked)):
        return True
    return any(_REQUIRED.search(kind) for kind in classes_around(asked))


def classes_around(asked: Asked) -> Iterator[str]:
    """The classes of what holds a field almost alone, read from the page's source: style sheets draw asterisks by them."""
    control = asked.field.control
    name = control.attrs.get("name", "")
    element = asked.page.soup.find(control.tag, id=control.id) if control.id else None
    element = element or (asked.page.soup.find(control.tag, attrs={"name": name}) if name else None)
    for parent in list(element.parents)[:_DEPTH] if element is not None else ():
        if len(parent.find_all(["input", "select", "textarea"])) > _TOGETHER:
            return
        yield " ".join(str(value) for value in parent.get_attribute_list("class") if value)

"""checkout-labels-visible."""

import re
from collections.abc import Sequence

from auditor.api import (
    Control,
    Effort,
    JourneyRecord,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    Text,
    failed,
    journey_check,
    passed,
    say,
    several,
    warned,
)
from auditor_checks.checkout.steps import Asked, address_fields, checkout_pages, listed

_FOR_READERS = re.compile(r"sr-only|visually|screen-?reader|assistive|hidden", re.IGNORECASE)
_ABOVE, _BESIDE = 64, 260
_LONGEST = 120
_THRESHOLD = "100 %"


@journey_check(
    id="checkout-labels-visible",
    category="checkout",
    title="Every field keeps a visible label",
    failure_title="Fields lose their label while one types",
    why="A label that stands inside the field vanishes with the first letter. Shoppers then cannot check what they wrote where.",
    fix="Put a label above each field, or let it move above the text when something is typed. Use the placeholder for an example only.",
    severity=Severity.MAJOR,
    effort=Effort.S,
    stages=(Stage.CHECKOUT, Stage.ADDRESS),
    sources=(
        Source(
            "W3C, WCAG 2.2, success criterion 3.3.2 Labels or Instructions",
            "https://www.w3.org/TR/WCAG22/#labels-or-instructions",
            "level A (2023)",
        ),
        Source(
            "Nielsen Norman Group, Placeholders in form fields are harmful",
            "https://www.nngroup.com/articles/form-design-placeholders/",
            "labels inside the field strain memory (2014)",
        ),
    ),
    limits="A field counts as unlabelled only if no text at all stands above, beside or in it besides its placeholder, also after "
    "something was typed. A single such field is a warning.",
)
def labels_visible(journey: JourneyRecord) -> Outcome:
    """Look for a text above, beside or floating in each field that is known by a placeholder."""
    asked = [a for a in address_fields(journey) if a.field.control.is_text_field]
    pages = checkout_pages(journey)
    bare = [a for a in asked if a.field.control.placeholder and not _keeps_label(a, pages)]
    share = 1 - len(bare) / len(asked) if asked else 1.0
    if not bare:
        message = several(len(asked), "The only field has a label that stays.", "All {n} fields have a label that stays.")
        return passed(message, value=1.0, threshold=_THRESHOLD)
    names = [a.label for a in bare]
    findings = [
        a.finding(say("“{label}” stands only inside the field and vanishes when one types.", label=name))
        for a, name in zip(bare, names, strict=True)
    ]
    if len(bare) == 1:
        message = say("The field {field} has no label that stays.", field=listed(names))
        return warned(message, findings=findings, value=round(share, 2), threshold=_THRESHOLD)
    message = say("{count} of {all} fields have no label that stays: {fields}.", count=len(bare), all=len(asked), fields=listed(names))
    if len(bare) == len(asked):
        message = say("None of the {count} fields has a label that stays: {fields}.", count=len(asked), fields=listed(names))
    return failed(message, findings=findings, value=round(share, 2), threshold=_THRESHOLD)


def _keeps_label(asked: Asked, pages: Sequence[PageRecord]) -> bool:
    """Whether a label was seen on any page with this field; one that only comes up with the first letter was not if none was typed."""
    own = asked.field.control
    filled = False
    for page in pages:
        for control in page.observation.fields:
            if control.attrs.get("name") == own.attrs.get("name") and (control.id, control.placeholder) == (own.id, own.placeholder):
                if any(_names(page, text, control) for text in page.observation.texts):
                    return True
                filled = filled or bool(control.value.strip())
    label = asked.page.observation.label_of(own)
    return not filled and label is not None and not label.visible and not _FOR_READERS.search(label.css_class)


def _is_below_another(page: PageRecord, text: Text, control: Control) -> bool:
    """Whether a text is closer to a field above it: a hint or a complaint about that one."""
    distance = text.box.distance(control.box)
    others = (f for f in page.observation.fields if f.frame == control.frame and f.n < control.n and not f.is_choice)
    return any(text.n > f.n and text.box.distance(f.box) < distance for f in others)


def _names(page: PageRecord, text: Text, control: Control) -> bool:
    """Whether a text stands where a label would: above the field, in its row, or floating in it."""
    owner = page.observation.by_node.get(text.control)
    if text.frame != control.frame or text.n == control.n or len(text.text) > _LONGEST or not any(c.isalpha() for c in text.text):
        return False
    if owner is not None and owner.tag != "label":
        return False
    box, field = text.box, control.box
    inside = field.x <= box.x + 2 <= field.right and field.y <= box.middle[1] <= field.bottom
    across = box.x < field.right and box.right > field.x - 20
    above = across and -_ABOVE <= box.bottom - field.y <= 10 and not _is_below_another(page, text, control)
    beside = box.x < field.x and abs(box.middle[1] - field.middle[1]) < max(field.height, 24) and box.distance(field) < _BESIDE
    return (inside and text.control != control.n) or above or beside

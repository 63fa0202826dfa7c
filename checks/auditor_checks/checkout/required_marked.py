"""checkout-required-marked."""

import re

from auditor.api import Effort, Finding, JourneyRecord, Outcome, Severity, Source, Stage, failed, journey_check, passed, say, warned
from auditor_checks.checkout.marks import classes_around, drawn_star, has_star, texts_of
from auditor_checks.checkout.steps import Asked, address_fields, listed
from auditor_checks.checkout.words import says

_ENOUGH = 0.95
_PICTURED = "\ufffc"
_MARKED = re.compile(r"required|mandatory|optional", re.IGNORECASE)


@journey_check(
    id="checkout-required-marked",
    category="checkout",
    title="Required and optional fields are both marked",
    failure_title="Neither required nor optional fields are marked",
    why="Where nothing is marked, shoppers fill in too much or too little, and are stopped by errors.",
    fix="Mark required fields with an asterisk and say once what it means; write “(optional)” after the label of the others.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    stages=(Stage.CHECKOUT, Stage.ADDRESS),
    needs=("html",),
    sources=(
        Source(
            "Baymard Institute, Mark required and optional fields",
            "https://baymard.com/blog/required-optional-form-fields",
            "only 14 % of sites mark both (2021)",
        ),
    ),
    limits="Marks that style sheets draw as a picture are guessed from class names. Where every field must be filled in, none being "
    "marked is a warning.",
)
def required_marked(journey: JourneyRecord) -> Outcome:
    """Look at each field for an asterisk, or a word for required or optional, in its label or beside it."""
    asked = [a for a in address_fields(journey) if not a.field.control.options or a.field.kind != "country"]
    unmarked = [a for a in asked if not _is_marked(a)]
    share = round(1 - len(unmarked) / len(asked), 2)
    threshold = say("≥ {share:.0%}", share=_ENOUGH)
    if share >= _ENOUGH:
        return passed(say("All {count} fields say whether they must be filled in.", count=len(asked)), value=share, threshold=threshold)
    findings = [a.finding(say("“{label}” does not say whether it must be filled in.", label=a.label)) for a in unmarked]
    if len(unmarked) < len(asked) or any(_has_rule(a) for a in asked):
        message = say("Some fields do not say whether they must be filled in: {fields}.", fields=listed([a.label for a in unmarked]))
        return warned(message, findings=findings, value=share, threshold=threshold)
    if all(a.field.control.required or a.field.kind == "country" for a in asked):
        message = say("All {count} fields must be filled in, but none of them says so.", count=len(asked))
        return warned(message, findings=findings, value=share, threshold=threshold)
    page = asked[0].page
    message = say("None of the {count} fields says whether it must be filled in.", count=len(asked))
    return failed(message, findings=[Finding(message, url=page.url, key="none")], value=share, threshold=threshold)


def _is_marked(asked: Asked) -> bool:
    page, control = asked.page, asked.field.control
    label = page.observation.label_of(control)
    words = [asked.field.label, control.placeholder, label.text if label else "", control.drawn or "", *texts_of(asked)]
    if drawn_star(asked) or any(has_star(word) for word in words):
        return True
    language = page.facts.language
    if any(page.facts.lexicon.mentions("optional", w) or says("optional", language, w) or says("required", language, w) for w in words):
        return True
    if control.drawn is not None and _PICTURED not in control.drawn:
        return False  # a class marks nothing by its name, and nothing is drawn by it
    return bool(_MARKED.search(" ".join((control.css_class, label.css_class if label else "", *classes_around(asked)))))


def _has_rule(asked: Asked) -> bool:
    """Whether the page says in one sentence which fields must be filled in."""
    language = asked.page.facts.language
    return any(says("required", language, t.text) for t in asked.page.observation.texts if t.control < 0)

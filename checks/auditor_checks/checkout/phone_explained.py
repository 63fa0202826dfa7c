"""checkout-phone-explained."""

from auditor.api import Effort, JourneyRecord, Outcome, Severity, Source, Stage, Text, failed, journey_check, passed, say, warned
from auditor_checks.checkout.marks import is_demanded
from auditor_checks.checkout.steps import Asked, address_fields

_NEAR = 40
_FEWEST_WORDS = 4
_LONGEST = 240

_ALERTS = frozenset({"alert", "assertive"})


@journey_check(
    id="checkout-phone-explained",
    category="checkout",
    title="The phone number is optional or explained",
    failure_title="The phone number is demanded without a reason",
    why="Shoppers fear advertising calls. They give the number when they are told that only the courier gets it.",
    fix="Make the phone number optional, or write beside it what it is for: “Only for questions about the delivery”.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    stages=(Stage.CHECKOUT, Stage.ADDRESS),
    needs=("html",),
    sources=(
        Source(
            "Baymard Institute, Explain the phone number field",
            "https://baymard.com/blog/explain-phone-number-field",
            "39 % of sites demand it without explanation, 14 % of shoppers are reluctant to give it (2025)",
        ),
    ),
    limits="Any sentence close to the field counts as an explanation, and so does a help button in its row.",
)
def phone_explained(journey: JourneyRecord) -> Outcome:
    """See whether a demanded phone number has a sentence beside it."""
    phones = [a for a in address_fields(journey) if a.field.kind == "phone"]
    if not phones:
        return passed(say("No phone number is asked for."))
    demanded = [a for a in phones if is_demanded(a)]
    if not demanded:
        return passed(say("The phone number is not marked as one that must be given."))
    phone = demanded[0]
    if reason := _reason(phone):
        return passed(say("The phone number is explained: “{reason}”.", reason=reason[:100]))
    if _has_help(phone):
        message = say("What the phone number is for stands behind a help button only.")
        return warned(message, findings=[phone.finding(message)])
    message = say("“{label}” must be filled in, and nothing says what for.", label=phone.label)
    return failed(message, findings=[phone.finding(message)])


def _reason(asked: Asked) -> str:
    """A text close to the field that has more words than a label; "" if there is none."""
    field = asked.field.control
    complaints = {t.n for t in asked.page.facts.checkout.errors}
    words = [field.placeholder, field.attrs.get("title", ""), asked.field.label]
    words += [
        t.text
        for t in asked.page.observation.texts
        if t.frame == field.frame and len(t.text) <= _LONGEST and t.box.distance(field.box) <= _NEAR and t.box.y >= field.box.y - _NEAR
        if t.control < 0 and t.n not in complaints and t.live not in _ALERTS and not _labels_another(asked, t)
    ]
    lexicon = asked.page.facts.lexicon
    return next((w for w in words if _is_sentence(w) and not lexicon.mentions("error_required", w)), "")


def _labels_another(asked: Asked, text: Text) -> bool:
    """Whether a text is the label of another field or box, or stands right before another field as its label would."""
    observation, own = asked.page.observation, asked.field.control
    labels = {c.label for c in observation.controls if c.label >= 0 and c.n != own.n}
    if any(observation.contains(n, text.n) for n in labels):
        return True
    following = next((f.control for f in asked.page.facts.fields if f.control.n > text.n and f.control.n != own.n), None)
    return following is not None and text.n > own.n and following.box.distance(text.box) < text.box.distance(own.box)


def _is_sentence(text: str) -> bool:
    letters = sum(c.isalpha() for c in text)
    return len([w for w in text.split() if any(c.isalpha() for c in w)]) >= _FEWEST_WORDS or (
        letters >= 12 and any(c >= "\u3040" for c in text)
    )


def _has_help(asked: Asked) -> bool:
    box = asked.field.control.box
    controls = asked.page.observation.visible
    return any(
        c.is_button and c.box.width <= 40 and c.box.distance(box) <= _NEAR and abs(c.box.middle[1] - box.middle[1]) < 40 for c in controls
    )

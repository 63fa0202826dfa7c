"""checkout-field-count."""

from collections.abc import Sequence
from dataclasses import replace

from auditor.api import (
    Effort,
    Field,
    Finding,
    JourneyRecord,
    Outcome,
    Severity,
    Source,
    Stage,
    journey_check,
    measured,
    normalise,
    not_measurable,
    say,
    several,
)
from auditor_checks.checkout.boxes import boxes, words_of
from auditor_checks.checkout.marks import has_star
from auditor_checks.checkout.steps import Asked, address_fields, asked_fields, checkout_pages

_GOOD, _POOR = 12, 15
_ELSEWHERE = frozenset({"header", "nav", "footer", "dialog"})
_SELDOM = frozenset({"company", "address2", "note", "birth_date", "salutation", "tax_id"})


@journey_check(
    id="checkout-field-count",
    category="checkout",
    title="The checkout asks for few fields",
    failure_title="The checkout asks for many fields",
    why="The number of fields makes a checkout hard more than the number of pages does.",
    fix="Ask for one name, fold away the second address line, the company and the voucher code, take the delivery address as "
    "the billing address, and leave out what delivery does not need. Eight fields are enough for most shops.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    stages=(Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT),
    sources=(
        Source(
            "Baymard Institute, Minimize form fields in checkout",
            "https://baymard.com/blog/checkout-flow-average-form-fields",
            "11.3 fields on average, 8 are achievable; 22 % left because it was too long or complicated (2024)",
        ),
    ),
    limits="Counts the text fields and lists a new guest sees on the way, with a password in the guest's own form, boxes that must be "
    "ticked, questions with radio buttons that nobody has answered, and fields for a card that are open on arrival. What is typed into "
    "several fields is one, lists are one each. Ways of delivery and of payment are not counted.",
)
def field_count(journey: JourneyRecord) -> Outcome:
    """Count each thing to fill in, tick or answer once over all pages of the checkout."""
    address_fields(journey)
    asked = [a for a in asked_fields(journey) if not a.field.part[0] or a.field.control.tag == "select"]
    count = len(asked) + len(_passwords(journey, asked)) + len(_boxes(journey)) + len(_questions(journey)) + len(_framed(journey))
    if count <= _POOR and not journey.reached(Stage.PAYMENT):
        return not_measurable(
            several(
                count,
                "{n} field was counted before the way ended; how many follow is not known.",
                "{n} fields were counted before the way ended; how many follow is not known.",
            )
        )
    message = several(count, "A guest has to consider {n} field.", "A guest has to consider {n} fields.")
    outcome = measured(message, value=count, good=_GOOD, poor=_POOR, unit="fields")
    if count <= _GOOD:
        return outcome
    optional = [a for a in asked if _can_be_left_out(a, marks=any(other.field.required for other in asked))]
    findings = [a.finding(say("“{field}” need not be filled in and could be folded away or left out.", field=a.label)) for a in optional]
    return replace(
        outcome,
        findings=tuple(
            findings
            or [Finding(several(count, "{n} field is asked for.", "{n} fields are asked for."), url=asked[0].page.url, key="count")]
        ),
    )


def _can_be_left_out(asked: Asked, *, marks: bool) -> bool:
    """Whether a field is said to be optional, asks for what few orders need, or is the one not marked where others are."""
    field = asked.field
    if field.required or field.is_address or field.is_card or field.kind == "email" or asked.page.stage is Stage.PAYMENT:
        return False
    return marks or field.kind in _SELDOM or asked.page.facts.lexicon.mentions("optional", field.label)


def _passwords(journey: JourneyRecord, asked: Sequence[Asked]) -> set[str]:
    """Passwords in the form that a guest fills in, as it was first seen: who wants no account has to find out how to avoid it."""
    guests = {_name(a.field) for a in asked}
    found = set()
    for page in checkout_pages(journey):
        forms = {f.control.form for f in page.facts.checkout.fields if f.is_address and _name(f) in guests}
        found |= {_name(f) for f in page.facts.checkout.passwords if f.control.form in forms and f.control.visible}
    return found


def _boxes(journey: JourneyRecord) -> set[str]:
    """Boxes that must be ticked, such as the one for the terms."""
    found = set()
    for page in checkout_pages(journey):
        for box in boxes(page):
            label = words_of(page, box)
            if box.landmark not in _ELSEWHERE and (box.required or has_star(label)):
                found.add(normalise(label))
    return found


def _questions(journey: JourneyRecord) -> set[str]:
    """Questions with radio buttons that have no answer yet: whether it may be left out has to be found out."""
    found = set()
    for page in checkout_pages(journey):
        ways = {g.n for g in (*page.facts.checkout.shipping, *page.facts.checkout.payment)}
        for group in page.facts.groups:
            answered = any(c.control.default_checked for c in group.choices)
            if group.form == "radio" and not answered and group.n not in ways and group.choices[0].control.landmark not in _ELSEWHERE:
                found.add(normalise(group.label))
    return found


def _framed(journey: JourneyRecord) -> set[str]:
    """Fields for a card in a payment provider's frame that is open: who types into them does not see whose they are."""
    fields = [f for page in checkout_pages(journey) for f in page.facts.checkout.card_fields]
    return {f.kind for f in fields if f.control.frame > 0 and f.control.visible}


def _name(field: Field) -> str:
    return field.control.sent_as or field.label

"""checkout-field-count."""

from dataclasses import replace

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    Severity,
    Source,
    Stage,
    journey_check,
    measured,
    not_measurable,
    say,
    several,
)
from auditor_checks.checkout.steps import Asked, address_fields, asked_fields

_GOOD, _POOR = 12, 15
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
    limits="Counts the text fields and lists a new guest sees on the way; a date or a number in several fields is one; fields inside a "
    "payment provider's frame, radio buttons and boxes are not counted.",
)
def field_count(journey: JourneyRecord) -> Outcome:
    """Count each field once over all pages of the checkout."""
    address_fields(journey)
    asked = [a for a in asked_fields(journey) if not a.field.part[0]]
    count = len(asked)
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

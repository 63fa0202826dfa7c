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
)
from auditor_checks.checkout.steps import address_fields, asked_fields

_GOOD, _POOR = 12, 15


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
    limits="Counts the text fields and lists a new guest sees on the way; fields inside a payment provider's frame, radio buttons "
    "and boxes are not counted.",
)
def field_count(journey: JourneyRecord) -> Outcome:
    """Count each field once over all pages of the checkout."""
    address_fields(journey)
    asked = asked_fields(journey)
    count = len(asked)
    if count <= _POOR and not journey.reached(Stage.PAYMENT):
        return not_measurable(f"{count} fields were counted before the way ended; how many follow is not known.")
    outcome = measured(f"A guest has to consider {count} fields.", value=count, good=_GOOD, poor=_POOR, unit="fields")
    if count <= _GOOD:
        return outcome
    optional = [a for a in asked if not a.field.required and not a.field.is_address]
    findings = [a.finding(f"“{a.label}” need not be filled in and could be folded away or left out.") for a in optional]
    return replace(outcome, findings=tuple(findings or [Finding(f"{count} fields are asked for.", url=asked[0].page.url, key="count")]))

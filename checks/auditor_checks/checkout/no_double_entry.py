"""checkout-no-double-entry."""

from auditor.api import Effort, JourneyRecord, Outcome, Severity, Source, Stage, failed, journey_check, passed, say, warned
from auditor_checks.checkout.steps import Asked, address_fields, asked_fields, listed

_ONCE = frozenset({"email", "street", "postcode", "phone"})


@journey_check(
    id="checkout-no-double-entry",
    category="checkout",
    title="Nothing must be typed twice",
    failure_title="The same has to be typed more than once",
    why="Typing the same again costs time and invites errors; most shoppers copy the first field anyway.",
    fix="Remove “Repeat e-mail address”; show the address in large type for checking instead.",
    severity=Severity.MINOR,
    effort=Effort.S,
    stages=(Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT),
    sources=(
        Source(
            "W3C, WCAG 2.2, success criterion 3.3.7 Redundant Entry",
            "https://www.w3.org/TR/WCAG22/#redundant-entry",
            "level A (2023)",
        ),
    ),
    limits="Counts fields that repeat the e-mail address, and required empty fields on a later page for what was given before.",
)
def no_double_entry(journey: JourneyRecord) -> Outcome:
    """Look for fields that ask for what was asked already."""
    address_fields(journey)
    asked = asked_fields(journey)
    again = [a for a in asked if a.field.kind == "email_again" or _is_asked_later(a, asked)]
    if not again:
        return passed(say("Nothing is asked for twice."), value=0, threshold="0")
    findings = [a.finding(say("“{label}” asks again for what was given already.", label=a.label)) for a in again]
    outcome = warned if len(again) == 1 else failed
    message = say("Asked for twice: {fields}.", fields=listed([a.label for a in again]))
    return outcome(message, findings=findings, value=len(again), threshold="0")


def _is_asked_later(asked: Asked, everything: list[Asked]) -> bool:
    """Whether a required, empty field on the payment page asks for what an earlier page has asked."""
    field = asked.field
    if asked.page.stage is not Stage.PAYMENT or field.kind not in _ONCE or not field.required or field.control.value.strip():
        return False
    return any(other.field.kind == field.kind and other.page.stage is not Stage.PAYMENT for other in everything)

"""checkout-inline-validation."""

from auditor.api import (
    Confidence,
    Effort,
    JourneyRecord,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    listing,
    not_applicable,
    not_measurable,
    passed,
    say,
    together,
    warned,
)
from auditor_checks.checkout.tried_form import MORE, PROBE, TriedForm
from auditor_checks.wording import quoted

_LEAST_FIELDS = 3
_THRESHOLD = say("3 of 3")


@journey_check(
    id="checkout-inline-validation",
    category="checkout",
    title="Mistakes are shown while the form is filled in",
    failure_title="Mistakes are shown only after the form was sent",
    why="Who hears of a mistake right after making it mends it at once. After sending, it has to be searched for.",
    fix="Check each field when it is left, not at the first letter, and take the message away as soon as the answer is right.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    stages=(Stage.ADDRESS,),
    devices="desktop",
    probes=(PROBE, MORE),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Baymard Institute, Inline form validation",
            "https://baymard.com/blog/inline-form-validation",
            "31 % of sites do not validate while typing, 4 % do it wrong (2024)",
        ),
    ),
    limits="Tried with a wrong e-mail address and a wrong postcode in the address form.",
)
def inline_validation(journey: JourneyRecord) -> Outcome:
    """Type a wrong answer, leave the field, and mend it; see when a message comes and goes."""
    form = TriedForm(journey)
    if form.fields < _LEAST_FIELDS:
        return not_applicable(say("The form has so few fields that it does not matter when mistakes are shown."))
    tried = [m for m in form.mistakes if m["after_blur"] is not None]
    if form.mistakes and not tried:
        return not_measurable(
            say("The fields were marked as wrong before anything was typed, so when a mistake is shown could not be seen.")
        )
    if not tried:
        return not_measurable(say("Neither the e-mail address nor the postcode could be mistyped in the form."))
    shown = [m for m in tried if m["after_blur"]]
    if not shown:
        if all(m["kind"] == "postcode" for m in tried) and not any(m.kind == "postcode" for m in form.messages):
            return not_applicable(say("Of the fields of this form none was seen to be checked."))
        names = listing(quoted(m["label"]) for m in tried)
        message = say("A mistake in {fields} brings no message when the field is left.", fields=names)
        return failed(message, findings=[form.finding(message, "silent")], value=0, threshold=_THRESHOLD)
    early = [say("“{field}” is called wrong while it is being typed", field=m["label"]) for m in tried if m["early"]]
    stays = [say("“{field}” is called wrong even when it has been mended", field=m["label"]) for m in shown if m["clears"] is False]
    value = 3 - bool(early) - bool(stays)
    if not early and not stays:
        said = say("A mistake in “{field}” is shown when the field is left, and no longer when it is mended.", field=shown[0]["label"])
        return passed(said, value=value, threshold=_THRESHOLD)
    findings = [form.finding(said + ".", key) for key, told in (("early", early), ("stays", stays)) for said in told]
    message = say("Mistakes are shown while the form is filled in, but {faults}.", faults=together(*early, *stays, between="; "))
    return warned(message, findings=findings, value=value, threshold=_THRESHOLD)

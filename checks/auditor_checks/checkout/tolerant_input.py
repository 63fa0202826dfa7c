"""checkout-tolerant-input."""

from auditor.api import (
    Effort,
    JourneyRecord,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_measurable,
    passed,
    say,
    several,
    together,
    warned,
)
from auditor_checks.checkout.steps import listed
from auditor_checks.checkout.tried_form import MORE, PROBE, TriedForm


@journey_check(
    id="checkout-tolerant-input",
    category="checkout",
    title="Fields take right answers in any usual format",
    failure_title="Right answers are refused for their format",
    why="A phone number with spaces is right. Who is told that it is wrong does not know what to do.",
    fix="Take answers as they come: cut spaces at the ends, ignore spaces, hyphens and brackets in phone numbers and postcodes, take "
    "small letters, and bring them into your format yourself.",
    severity=Severity.MAJOR,
    effort=Effort.S,
    stages=(Stage.ADDRESS,),
    devices="desktop",
    probes=(PROBE, MORE),
    sources=(
        Source(
            "Baymard Institute, Adaptive error messages",
            "https://baymard.com/blog/adaptive-validation-error-messages",
            "names a phone number with +44 that is refused (2023)",
        ),
        Source(
            "Stripe, The state of European checkouts",
            "https://stripe.com/guides/state-of-european-checkouts",
            "42 % of checkouts make three or more errors with formats (2021)",
        ),
    ),
    limits="E-mail address with a space at its end, postcode without or with a space or in small letters, phone number with country "
    "code and with brackets. What is refused counts only where the usual way to write it is taken.",
)
def tolerant_input(journey: JourneyRecord) -> Outcome:
    """Type right answers in unusual formats."""
    form = TriedForm(journey)
    tried = form.formats
    if not tried:
        unseen = say("No field was found that is checked and could be filled in another format.")
        return not_measurable(unseen if form.sent["pressed"] else together(unseen, form.sent["why"], between=" "))
    refused = [f for f in tried if f["refused"]]
    count, threshold = len(tried) - len(refused), say("{count} of {count}", count=len(tried))
    if not refused:
        return passed(say("All {count} unusual formats are taken.", count=len(tried)), value=count, threshold=threshold)
    findings = [
        form.finding(
            say("“{label}” with {format} is refused: “{answer}”", label=f["label"], format=f["how"], answer=f["refused"]),
            f"{f['kind']} {f['how']}",
        )
        for f in refused
    ]
    message = several(
        len(refused),
        "{n} of {total} right answers is refused for its format: {fields}.",
        "{n} of {total} right answers are refused for their format: {fields}.",
        total=len(tried),
        fields=listed(list(dict.fromkeys(f["label"] for f in refused))),
    )
    outcome = warned if len(refused) == 1 else failed
    return outcome(message, findings=findings, value=count, threshold=threshold)

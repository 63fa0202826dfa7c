"""checkout-empty-submit."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Message,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    normalise,
    not_applicable,
    not_measurable,
    passed,
    say,
    several,
    warned,
)
from auditor_checks.checkout.steps import CALLED

_PROBE = "empty_submit"
_ALL, _MOST = 0.95, 0.6


@journey_check(
    id="checkout-empty-submit",
    category="checkout",
    title="Sending the empty form explains every error",
    failure_title="Sending the empty form does not explain the errors",
    why="A shopper who cannot see what is missing cannot go on, and gives up.",
    fix="Give every required field a message of its own right beside it (tied to it with aria-describedby "
    "and aria-invalid), and move the focus to the first one or to a summary at the top.",
    severity=Severity.CRITICAL,
    effort=Effort.S,
    stages=(Stage.CHECKOUT, Stage.ADDRESS),
    probes=(_PROBE,),
    sources=(
        Source(
            "W3C, WCAG 2.2, success criterion 3.3.1 Error Identification",
            "https://www.w3.org/TR/WCAG22/#error-identification",
            "level A (2023)",
        ),
        Source(
            "W3C, WCAG 2.2, success criterion 4.1.3 Status Messages",
            "https://www.w3.org/TR/WCAG22/#status-messages",
            "level AA (2023)",
        ),
    ),
    limits="The first address form only. Which fields are required is read from markup, asterisks and field names.",
)
def empty_submit(journey: JourneyRecord) -> Outcome:
    """Press the form's button with nothing typed; count the required fields that get a message."""
    found = journey.probe(_PROBE)
    required, explained = int(found["required"]), int(found["explained"])
    url = str(found["url"])
    if found["disabled"]:
        message = say("The button stays off while the form is empty; it does not say itself what is missing.")
        return _major(warned(message, findings=[Finding(message, url=url, key="button off")]))
    if found.get("accepted_empty"):
        return not_applicable(say("The shop takes the form with nothing filled in, so there are no errors to explain."))
    if not required:
        return not_measurable(say("No required field was recognised in the address form."))
    share = explained / required
    missed = [
        Finding(say("“{field}” gets no message of its own.", field=CALLED.get(label, label)), url=url, key=label)
        for label in found.get("unexplained", ())
    ]
    counted = _counted(explained, required)
    threshold = say("≥ {share:.0%}, and the focus moves", share=_ALL)
    if found["native"]:
        message = say("Only the browser's own hint appears, one field at a time; the shop itself explains nothing.")
        return _major(warned(message, findings=missed, value=round(share, 2), threshold=threshold))
    if not found["messages"] and not explained and found["focus"]:
        message = say("Sending the empty form leads to the first empty field, but no message of the shop says what is wrong.")
        return _major(warned(message, findings=missed, value=0, threshold=threshold))
    if not found["messages"] and not explained:
        message = say("Sending the empty form does nothing: no message, no hint.")
        return failed(message, findings=missed or [Finding(message, url=url)], value=0, threshold=threshold)
    named = _listed(found)
    if share < _ALL and named and explained + named >= _MOST * required:
        message = say(
            "The errors of {named} of {required} required fields are told in a list, not at the fields.", named=named, required=required
        )
        return _major(warned(message, findings=missed, value=round(share, 2), threshold=threshold))
    moved = found["focus"] or found["summary"]
    if share >= _ALL and moved:
        return passed(say("{counted}, and the shopper is led to them.", counted=counted), value=round(share, 2), threshold=threshold)
    if share >= _ALL:
        missed = [Finding(say("The focus stays on the button after sending."), url=url, key="focus")]
        message = say("{counted}, but neither the focus moves nor does a summary appear.", counted=counted)
        return _major(warned(message, findings=missed, value=round(share, 2), threshold=threshold))
    outcome = warned if share >= _MOST else failed
    return _major(outcome(counted + ".", findings=missed, value=round(share, 2), threshold=threshold))


def _listed(found: Mapping[str, Any]) -> int:
    """How many of the fields without a message of their own are named in one that stands elsewhere, as in a list on top."""
    messages = [normalise(str(message)) for message in found["messages"]]
    named = [normalise(str(label).strip(" *:")) for label in found.get("unexplained", ())]
    return sum(bool(label) and any(label in message and label != message for message in messages) for label in named)


def _counted(explained: int, required: int) -> Message:
    """Say how many fields are explained, as a sentence that may go on."""
    if required == 1:
        return say("The required field gets a message of its own" if explained else "The required field gets no message of its own")
    if explained >= required:
        return say("All {required} required fields get a message of their own", required=required)
    if not explained:
        return say("None of {required} required fields gets a message of its own", required=required)
    return several(
        explained,
        "Only {n} of {required} required fields gets a message of its own",
        "Only {n} of {required} required fields get a message of their own",
        required=required,
    )


def _major(outcome: Outcome) -> Outcome:
    """Some feedback is not as bad as none."""
    return replace(outcome, severity=Severity.MAJOR)

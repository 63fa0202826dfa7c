"""accessibility-status-messages."""

from collections.abc import Mapping, Sequence
from typing import Any

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    JourneyRecord,
    Message,
    Missing,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    listing,
    not_applicable,
    passed,
    say,
    several,
    together,
    warned,
)

_VARIANT, _FORM = "variant_required", "empty_submit"
_BUYING, _SENDING = "Buying without a choice", "Sending the empty form"  # keys of findings
_MOMENTS = {_BUYING: say("buying without a choice"), _SENDING: say("sending the empty form")}
_ALL = 2


@journey_check(
    id="accessibility-status-messages",
    category="accessibility",
    title="Errors are announced to screen readers",
    failure_title="Errors are not announced to screen readers",
    why="Who does not see that red text has appeared hears nothing, and presses again.",
    fix='Put messages into an element with role="alert" that stands on the page before they come, or move the focus to them.',
    severity=Severity.MAJOR,
    effort=Effort.S,
    stages=(Stage.PRODUCT, Stage.ADDRESS),
    probes=(_VARIANT, _FORM),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "W3C, WCAG 2.2, success criterion 4.1.3 Status Messages", "https://www.w3.org/TR/WCAG22/#status-messages", "level AA (2023)"
        ),
    ),
    limits="Two moments: buying without a choice, and sending the empty address form. Where the shop answers with a new page, the rule "
    "does not apply (status messages are those without one). Changes of the cart are not tried.",
)
def status_messages(journey: JourneyRecord) -> Outcome:
    """See whether the messages of both moments stand in a live region, open a dialog, or get the focus."""
    announced: dict[str, bool] = {}
    reasons: list[str] = []
    loaded: list[str] = []
    for key, probe, heard in ((_BUYING, _VARIANT, _variant), (_SENDING, _FORM, _form)):
        try:
            found = journey.probe(probe)
        except Missing as missing:
            reasons.append(missing.args[0])
            continue
        said = heard(found)
        if not said and found.get("loaded") and not found.get("added"):
            loaded.append(key)
        elif said is not None:
            announced[key] = said
        else:
            reasons.append(say("{moment} brought no message up.", moment=_begun(key)))
    if not announced and loaded:
        return not_applicable(
            several(
                len(loaded),
                "{moments} was answered with a new page, which a screen reader reads from its beginning.",
                "{moments} were answered with new pages, which a screen reader reads from their beginning.",
                moments=_listed(loaded),
            )
        )
    if not announced:
        raise Missing(together(*dict.fromkeys(reasons), between=" "))
    silent = [key for key, said in announced.items() if not said]
    findings = [Finding(say("{moment} is not announced: no live region, no focus.", moment=_begun(key)), key=key) for key in silent]
    if not silent:
        tried = listing(_MOMENTS[key] for key in announced)
        message = say("What the shop says to {moments} is announced, or gets the focus.", moments=tried)
        return passed(message, value=len(announced), threshold=str(len(announced)))
    message = say(
        "{moments}: what the shop answers is not announced to screen readers, and the focus does not move to it.",
        moments=_listed(silent),
    )
    outcome = failed if len(silent) == len(announced) and len(announced) + len(loaded) >= _ALL else warned
    return outcome(message, findings=findings, value=len(announced) - len(silent), threshold=str(len(announced)))


def _begun(key: str) -> Message:
    """Name a moment at the beginning of a sentence."""
    return say("Buying without a choice") if key == _BUYING else say("Sending the empty form")


def _listed(keys: Sequence[str]) -> Message:
    """Name moments at the beginning of a sentence."""
    return listing([_begun(keys[0]), *(_MOMENTS[key] for key in keys[1:])])


def _variant(found: Mapping[str, Any]) -> bool | None:
    """Whether it is announced; None where nothing had to be said, or nothing was."""
    if found["disabled"] or found["added"] or not (found.get("messages", True) or found["dialog"] or found.get("native_hint")):
        return None
    return bool(found["live"] or found["dialog"] or found["focus_moved"] or found.get("native_hint"))


def _form(found: Mapping[str, Any]) -> bool | None:
    if found["disabled"] or found.get("accepted_empty") or not (found.get("messages", True) or found["native"] or found["focus"]):
        return None
    return bool(found["summary"] or found["focus"] or found["native"])

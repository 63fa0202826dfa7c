"""accessibility-status-messages."""

from collections.abc import Mapping
from typing import Any

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    JourneyRecord,
    Missing,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_applicable,
    passed,
    say,
    warned,
)

_VARIANT, _FORM = "variant_required", "empty_submit"
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
    for probe, title, heard in ((_VARIANT, "Buying without a choice", _variant), (_FORM, "Sending the empty form", _form)):
        try:
            found = journey.probe(probe)
        except Missing as missing:
            reasons.append(str(missing))
            continue
        said = heard(found)
        if not said and found.get("loaded") and not found.get("added"):
            loaded.append(title)
        elif said is not None:
            announced[title] = said
        else:
            reasons.append(say("{title} brought no message up.", title=title))
    if not announced and loaded:
        return not_applicable(
            say("{loaded} was answered with a new page, which a screen reader reads from its beginning.", loaded=" and ".join(loaded))
        )
    if not announced:
        raise Missing(" ".join(dict.fromkeys(reasons)))
    silent = [title for title, said in announced.items() if not said]
    findings = [Finding(say("{title} is not announced: no live region, no focus.", title=title), key=title) for title in silent]
    if not silent:
        tried = " and ".join(title.lower() for title in announced)
        message = say("What the shop says to {tried} is announced, or gets the focus.", tried=tried)
        return passed(message, value=len(announced), threshold=str(len(announced)))
    message = say(
        "{silent}: what the shop answers is not announced to screen readers, and the focus does not move to it.",
        silent=" and ".join(silent),
    )
    outcome = failed if len(silent) == len(announced) and len(announced) + len(loaded) >= _ALL else warned
    return outcome(message, findings=findings, value=len(announced) - len(silent), threshold=str(len(announced)))


def _variant(found: Mapping[str, Any]) -> bool | None:
    """Whether it is announced; None where nothing had to be said, or nothing was."""
    if found["disabled"] or found["added"] or not (found.get("messages", True) or found["dialog"] or found.get("native_hint")):
        return None
    return bool(found["live"] or found["dialog"] or found["focus_moved"] or found.get("native_hint"))


def _form(found: Mapping[str, Any]) -> bool | None:
    if found["disabled"] or found.get("accepted_empty") or not (found.get("messages", True) or found["native"] or found["focus"]):
        return None
    return bool(found["summary"] or found["focus"] or found["native"])

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
    passed,
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
    limits="Two moments: buying without a choice, and sending the empty address form. Changes of the cart are not tried.",
)
def status_messages(journey: JourneyRecord) -> Outcome:
    """See whether the messages of both moments stand in a live region, open a dialog, or get the focus."""
    announced: dict[str, bool] = {}
    reasons: list[str] = []
    for probe, title, heard in ((_VARIANT, "Buying without a choice", _variant), (_FORM, "Sending the empty form", _form)):
        try:
            said = heard(journey.probe(probe))
        except Missing as missing:
            reasons.append(str(missing))
            continue
        if said is not None:
            announced[title] = said
    if not announced:
        raise Missing(reasons[0] if reasons else "No error came up that could have been announced")
    silent = [title for title, said in announced.items() if not said]
    findings = [Finding(f"{title} is not announced: no live region, no focus.", key=title) for title in silent]
    if not silent:
        return passed(f"Announced: {', '.join(announced).lower()}.", value=len(announced), threshold=str(len(announced)))
    message = f"{' and '.join(silent)}: what the shop says is neither in a live region nor does it get the focus."
    outcome = failed if len(silent) >= _ALL else warned
    return outcome(message, findings=findings, value=len(announced) - len(silent), threshold=str(len(announced)))


def _variant(found: Mapping[str, Any]) -> bool | None:
    """Whether it is announced; None where nothing had to be said."""
    if found["disabled"] or found["added"]:
        return None
    return bool(found["live"] or found["dialog"] or found["focus_moved"] or found.get("native_hint"))


def _form(found: Mapping[str, Any]) -> bool | None:
    if found["disabled"] or found.get("accepted_empty"):
        return None
    return bool(found["summary"] or found["focus"] or found["native"])

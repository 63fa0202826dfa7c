"""checkout-data-preserved."""

from collections.abc import Mapping
from dataclasses import replace
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
    not_measurable,
    passed,
    say,
    warned,
)
from auditor_checks.checkout.steps import listed
from auditor_checks.checkout.tried_form import PROBE, TriedForm

_RETURN = "form_return"
_MANY, _FEW = 0.5, 2  # of the answers
_THRESHOLD = "nothing has to be typed twice"


@journey_check(
    id="checkout-data-preserved",
    category="checkout",
    title="What was typed survives errors, Back and reloading",
    failure_title="What was typed has to be typed again",
    why="Nobody likes to type an address twice. A form that is empty again after an error or after Back is where shoppers leave.",
    fix="Show a refused form again with everything that was right in it, and keep the answers in the shopper's session, so that they "
    "are there after Back and after loading the page again.",
    severity=Severity.CRITICAL,
    effort=Effort.M,
    stages=(Stage.ADDRESS,),
    probes=(PROBE, _RETURN),
    confidence=Confidence.MEDIUM,
    sources=(
        Source("W3C, WCAG 2.2, success criterion 3.3.7 Redundant Entry", "https://www.w3.org/TR/WCAG22/#redundant-entry", "level A (2023)"),
        Source(
            "Baymard Institute, Preserve card details on error",
            "https://baymard.com/blog/preserve-card-details-on-error",
            "34 % of sites lose card data after an error (read in 2026)",
        ),
    ),
    limits="The address form: sent once with mistakes in it (on desktop), returned to after the end of the visit, and loaded again. "
    "Where browsers may keep a page whole as it was left, an empty form after Back says nothing and is left out.",
)
def data_preserved(journey: JourneyRecord) -> Outcome:
    """Count the answers that are gone after an error, after going back, and after loading the form again."""
    error, back, reload = _after_error(journey), *_after_return(journey)
    parts = {"after an error": error, "after going back": back, "after loading the page again": reload}
    known = {when: lost for when, lost in parts.items() if lost is not None}
    if error is None and back is None and (reload is None or reload["lost"]):
        return not_measurable(say("The form could neither be sent with a mistake in it nor be returned to."))
    gone = {when: lost for when, lost in known.items() if lost["lost"]}
    kept, value = [when for when in known if when not in gone], len(known) - len(gone)
    if not gone:
        return passed(say("The address is still there {joined}.", joined=_joined(kept)), value=value, threshold=_THRESHOLD)
    told = "; ".join(
        say("{joined} {what} must be typed again", joined=_joined(whens), what=what) for what, whens in _gathered(gone).items()
    )
    findings = [
        Finding(say("{lost} is empty {when}.", lost=listed(lost["lost"]), when=when), url=lost["url"], key=when)
        for when, lost in gone.items()
    ]
    message = f"{told[0].upper()}{told[1:]}."
    if any(when != "after loading the page again" and _is_much(lost) for when, lost in gone.items()):
        return failed(message, findings=findings, value=value, threshold=_THRESHOLD)
    return replace(warned(message, findings=findings, value=value, threshold=_THRESHOLD), severity=Severity.MAJOR)


def _joined(whens: list[str]) -> str:
    return " and ".join([", ".join(whens[:-1]), whens[-1]]) if len(whens) > 1 else whens[0]


def _gathered(gone: Mapping[str, Mapping[str, Any]]) -> dict[str, list[str]]:
    """The occasions on which the same answers are gone, by those answers."""
    found: dict[str, list[str]] = {}
    for when, lost in gone.items():
        found.setdefault(listed(lost["lost"]), []).append(when)
    return found


def _is_much(lost: Mapping[str, Any]) -> bool:
    """Whether shoppers begin anew; a single answer may be all of a first step that was seen."""
    return len(lost["lost"]) >= max(_FEW, _MANY * float(lost["given"]))


def _after_error(journey: JourneyRecord) -> Mapping[str, Any] | None:
    try:
        form = TriedForm(journey)
    except Missing:
        return None
    seen_refused = form.was_refused and (form.sent["told"] or form.sent["marked"] or form.sent["native"])
    if not seen_refused or not form.sent["given"]:
        return None
    return {"lost": form.sent["lost"], "given": form.sent["given"], "url": form.url}


def _after_return(journey: JourneyRecord) -> tuple[Mapping[str, Any] | None, Mapping[str, Any] | None]:
    """What is lost by going back and by loading again, None for what was not seen or may be otherwise in a shopper's browser."""
    try:
        found = journey.probe(_RETURN)
    except Missing:
        return None, None
    if found["held_back"]:
        return None, None
    seen = [_seen(found[name]) for name in ("back", "reload")]
    if seen[0] is not None and seen[0]["lost"] and found["kept_whole"]:
        seen[0] = None
    return seen[0], seen[1]


def _seen(look: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """A look at the form or its summary; None where neither was on screen."""
    if look is None or not (look["kept"] or look["lost"]):
        return None
    return {**look, "given": look["kept"] + len(look["lost"])}

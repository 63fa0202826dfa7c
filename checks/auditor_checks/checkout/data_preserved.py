"""checkout-data-preserved."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
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
    not_measurable,
    passed,
    say,
    several,
    together,
    warned,
)
from auditor_checks.checkout.steps import CALLED, listed
from auditor_checks.checkout.tried_form import PROBE, TriedForm

_RETURN = "form_return"
_MANY, _FEW = 0.5, 2  # of the answers
_THRESHOLD = say("nothing has to be typed twice")
_ERROR, _BACK, _RELOAD = "after an error", "after going back", "after loading the page again"
_WHEN = {_ERROR: say("after an error"), _BACK: say("after going back"), _RELOAD: say("after loading the page again")}
_OPENING = {_ERROR: say("After an error"), _BACK: say("After going back"), _RELOAD: say("After loading the page again")}


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
    parts = {_ERROR: error, _BACK: back, _RELOAD: reload}
    known = {when: lost for when, lost in parts.items() if lost is not None}
    if error is None and back is None and (reload is None or reload["lost"]):
        return not_measurable(say("The form could neither be sent with a mistake in it nor be returned to."))
    gone = {when: lost for when, lost in known.items() if lost["lost"]}
    value = len(known) - len(gone)
    if not gone:
        return passed(
            say("The address is still there {when}.", when=listing(_WHEN[when] for when in known)), value=value, threshold=_THRESHOLD
        )
    findings = [Finding(_empty(lost["lost"], when), url=lost["url"], key=when) for when, lost in gone.items()]
    message = together(*(_typed_again(*each, is_first=n == 0) for n, each in enumerate(_gathered(gone).items())), between="; ") + "."
    if any(when != _RELOAD and _is_much(lost) for when, lost in gone.items()):
        return failed(message, findings=findings, value=value, threshold=_THRESHOLD)
    return replace(warned(message, findings=findings, value=value, threshold=_THRESHOLD), severity=Severity.MAJOR)


def _named(names: Sequence[str]) -> Message:
    """Name the fields by their labels; those without one are recorded by what they ask for."""
    return listed([CALLED.get(name, name) for name in names])


def _empty(names: Sequence[str], when: str) -> Message:
    return several(len(names), "{fields} is empty {when}.", "{fields} are empty {when}.", fields=_named(names), when=_WHEN[when])


def _typed_again(names: Sequence[str], whens: Sequence[str], *, is_first: bool) -> Message:
    """Say what has to be typed again and when, as the part of a sentence that begins it or goes on with it."""
    when = listing([(_OPENING if is_first else _WHEN)[whens[0]], *(_WHEN[other] for other in whens[1:])])
    return several(
        len(names), "{when} {fields} must be typed again", "{when} {fields} must be typed again", when=when, fields=_named(names)
    )


def _gathered(gone: Mapping[str, Mapping[str, Any]]) -> dict[tuple[str, ...], list[str]]:
    """The occasions on which the same answers are gone, by those answers."""
    found: dict[tuple[str, ...], list[str]] = {}
    for when, lost in gone.items():
        found.setdefault(tuple(lost["lost"]), []).append(when)
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

"""checkout-error-not-colour-only."""

from auditor.api import (
    Effort,
    JourneyRecord,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_applicable,
    not_measurable,
    passed,
    say,
    together,
    warned,
)
from auditor_checks.checkout.tried_form import PROBE, TriedForm
from auditor_checks.colours import contrast

_READABLE = 4.5
_THRESHOLD = say("text with a contrast of at least {ratio:.1f} to 1", ratio=_READABLE)


@journey_check(
    id="checkout-error-not-colour-only",
    category="checkout",
    title="Errors are told in words that can be read",
    failure_title="Errors are shown by colour alone",
    why="One man in twelve does not see red as others do, and a screen reader does not tell colours at all.",
    fix="Write beside each wrong field what is wrong, in a dark colour on a light one, and do not leave it to a red frame.",
    severity=Severity.MAJOR,
    effort=Effort.XS,
    stages=(Stage.ADDRESS,),
    devices="desktop",
    probes=(PROBE,),
    sources=(
        Source("W3C, WCAG 2.2, success criterion 1.4.1 Use of Color", "https://www.w3.org/TR/WCAG22/#use-of-color", "level A (2023)"),
        Source(
            "W3C, WCAG 2.2, success criterion 3.3.1 Error Identification",
            "https://www.w3.org/TR/WCAG22/#error-identification",
            "the error is described in text, level A (2023)",
        ),
        Source(
            "W3C, WCAG 2.2, success criterion 1.4.3 Contrast (Minimum)", "https://www.w3.org/TR/WCAG22/#contrast-minimum", "level AA (2023)"
        ),
    ),
    limits="The address form, with a wrong e-mail address, a wrong postcode and an empty field. Contrast is measured on plain colours.",
)
def error_not_colour_only(journey: JourneyRecord) -> Outcome:
    """Look for words where fields are marked as wrong, and measure their contrast."""
    form = TriedForm(journey)
    sent = form.sent
    silent = [str(m["label"]) for m in form.mistakes if m["marked"] and not m["messages"]]
    told = any(m["messages"] for m in form.mistakes) or bool(sent.get("told"))
    if not told and sent.get("marked"):
        if sent["native"]:
            return passed(say("The browser's own hint says in words what is wrong."), threshold=_THRESHOLD)
        if sent["fresh"]:
            return not_measurable(say("Wrong fields change their colour, and whether the new words on the page speak of it is unclear."))
        message = say("After sending, wrong fields only change their colour; no word on the page says what is wrong.")
        return failed(message, findings=[form.finding(message, "colour")], value=say("colour only"), threshold=_THRESHOLD)
    if not told and silent:
        message = say("A mistake in “{field}” only changes the field's colour when it is left.", field=silent[0])
        return warned(message, findings=[form.finding(message, "colour")], value=say("colour only"), threshold=_THRESHOLD)
    if not told:
        return _nothing_told(form)
    colours = [tuple(pair) for m in form.mistakes for pair in m["colours"]] + [tuple(pair) for pair in sent.get("colours", ())]
    ratios = [ratio for front, back in colours if (ratio := contrast(front, back)) is not None]
    if ratios and min(ratios) < _READABLE:
        message = say("Errors are told in words, but with a contrast of {ratio:.1f} to 1 only.", ratio=min(ratios))
        return warned(message, findings=[form.finding(message, "contrast")], value=round(min(ratios), 1), unit="to 1", threshold=_THRESHOLD)
    if not ratios:
        return passed(say("Errors are told in words."), threshold=_THRESHOLD)
    return passed(
        say("Errors are told in words, with a contrast of {ratio:.1f} to 1.", ratio=min(ratios)),
        value=round(min(ratios), 1),
        unit="to 1",
        threshold=_THRESHOLD,
    )


def _nothing_told(form: TriedForm) -> Outcome:
    if form.was_refused and form.sent["native"]:
        return passed(say("The browser's own hint says in words what is wrong."), threshold=_THRESHOLD)
    if form.sent["pressed"]:
        return not_applicable(say("No mistake led to an error; whether the form says anything is another check."))
    return not_measurable(together(say("No error was seen."), form.sent["why"], between=" "))

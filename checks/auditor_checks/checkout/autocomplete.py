"""checkout-autocomplete."""

from dataclasses import replace

from auditor.api import (
    Effort,
    JourneyRecord,
    Message,
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
from auditor_checks.checkout.steps import Asked, address_fields, listed

_ALL, _MOST = 0.9, 0.6
_NATIVE = frozenset({"input", "select", "textarea"})  # what is drawn by the shop can carry no token
_TOKENS = {
    "email": {"email", "username"},
    "given_name": {"given-name", "name", "additional-name"},
    "family_name": {"family-name", "name"},
    "full_name": {"name"},
    "street": {"street-address", "address-line1", "address-line2", "address-line3"},
    "postcode": {"postal-code"},
    "city": {"address-level2", "address-level3", "address-level1"},
    "country": {"country", "country-name"},
    "phone": {"tel", "tel-national", "tel-local", "tel-country-code", "tel-area-code"},
}


@journey_check(
    id="checkout-autocomplete",
    category="checkout",
    title="Fields can be filled in by the browser",
    failure_title="The browser is not told what the fields ask for",
    why="Browsers know the shopper's name and address. With the right marks they fill in the form, which helps most on phones.",
    fix='Give every field of the address its autocomplete token: autocomplete="given-name", "family-name", "address-line1", '
    '"postal-code", "address-level2", "email", "tel". Never switch it off there.',
    severity=Severity.MAJOR,
    effort=Effort.XS,
    stages=(Stage.CHECKOUT, Stage.ADDRESS),
    sources=(
        Source(
            "W3C, WCAG 2.2, success criterion 1.3.5 Identify Input Purpose",
            "https://www.w3.org/TR/WCAG22/#identify-input-purpose",
            "level AA (2023)",
        ),
        Source(
            "Stripe, The state of European checkouts",
            "https://go.stripe.global/state-of-checkouts-2021",
            "9 % of checkouts did not support autofill (2021)",
        ),
    ),
    limits="Browsers guess unmarked fields by their names and labels; a form that only leaves them to it weighs less than one that "
    "switches them off or misleads them. Fields of unknown purpose are left out.",
)
def autocomplete(journey: JourneyRecord) -> Outcome:
    """Compare the autocomplete attribute of each field with what the field asks for."""
    asked = [a for a in address_fields(journey) if a.field.kind in _TOKENS and a.field.part == (0, 1) and a.field.control.tag in _NATIVE]
    if not asked:
        return not_measurable(say("No field of the address could be told apart that a browser fills in."))
    missed = [a for a in asked if not _is_marked(a)]
    share = 1 - len(missed) / len(asked)
    threshold = say("≥ {share:.0%}", share=_ALL)
    if not missed:
        message = several(
            len(asked), "The only field tells the browser what it asks for.", "All {n} fields tell the browser what they ask for."
        )
        return passed(message, value=1, threshold=threshold)
    marked = len(asked) - len(missed)
    if share >= _ALL:
        message = several(
            marked,
            "{n} of {fields} fields tells the browser what it asks for.",
            "{n} of {fields} fields tell the browser what they ask for.",
            fields=len(asked),
        )
        return passed(message, value=round(share, 2), threshold=threshold)
    findings = [a.finding(_fault(a)) for a in missed]
    outcome = warned if share >= _MOST else failed
    message = several(
        marked,
        "Only {n} of {fields} fields tells the browser what it asks for; these do not: {unmarked}.",
        "Only {n} of {fields} fields tell the browser what they ask for; these do not: {unmarked}.",
        fields=len(asked),
        unmarked=listed([a.label for a in missed]),
    )
    if not marked:
        message = say("None of {fields} fields tells the browser what it asks for.", fields=len(asked))
    found = outcome(message, findings=findings, value=round(share, 2), threshold=threshold)
    if any(_tokens(a) for a in missed):
        return found
    # Most browsers guess well where nothing tells them otherwise.
    guessed = together(message, say("Browsers have to guess it by the fields' names."), between=" ")
    return replace(found, message=guessed, severity=Severity.MINOR)


def _tokens(asked: Asked) -> set[str]:
    return set(asked.field.control.attrs.get("autocomplete", "").lower().split())


def _is_marked(asked: Asked) -> bool:
    return bool(_tokens(asked) & _TOKENS[asked.field.kind])


def _fault(asked: Asked) -> Message:
    if "off" in _tokens(asked):
        return say("“{field}” forbids the browser to fill it in (autocomplete=off).", field=asked.label)
    token = asked.field.control.attrs.get("autocomplete", "")
    if token:
        return say("“{field}” is marked as “{token}”.", field=asked.label, token=token)
    return say("“{field}” has no autocomplete attribute.", field=asked.label)

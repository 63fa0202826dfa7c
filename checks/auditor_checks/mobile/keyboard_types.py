"""mobile-keyboard-types."""

from auditor.api import (
    Control,
    Effort,
    Finding,
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
    warned,
)
from auditor_checks.page_links import CHECKOUT_STAGES
from auditor_checks.selectors import selector_of
from auditor_checks.wording import counted

_DIGITS = frozenset({"number", "tel", "numeric", "decimal"})
# Which keyboards fit what a field asks for, as types or input modes.
_FITTING = {
    "email": frozenset({"email"}),
    "email_again": frozenset({"email"}),
    "phone": _DIGITS,
    "card_number": _DIGITS,
    "card_code": _DIGITS,
    "card_expiry": _DIGITS,
    "postcode": _DIGITS,
}
_NAMES = {
    "email": "an e-mail address",
    "email_again": "an e-mail address",
    "phone": "a phone number",
    "card_number": "a card number",
    "card_code": "a security code",
    "card_expiry": "an expiry date",
    "postcode": "a postcode of digits",
}
# Where postcodes are digits and nothing else.
_NUMERIC_POSTCODES = frozenset({"AT", "BE", "CH", "DE", "DK", "ES", "FI", "FR", "HU", "IT", "LU", "NO", "RO", "TR"})
_ELSEWHERE = frozenset({"header", "nav", "footer", "search"})
_SURE = 0.7
_GOOD, _POOR = 0.9, 0.6
_FEW = 1


@journey_check(
    id="mobile-keyboard-types",
    category="mobile",
    title="Fields open the right keyboard",
    failure_title="Fields open the wrong keyboard",
    why="Digits typed on a keyboard for letters, or an @ that has to be searched for, cost time and cause typing errors.",
    fix='Set type="email" for e-mail addresses, type="tel" for phone numbers and inputmode="numeric" for card numbers, '
    "security codes and postcodes of digits.",
    severity=Severity.MAJOR,
    effort=Effort.XS,
    stages=(Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT),
    devices="mobile",
    sources=(
        Source(
            "Baymard Institute, Touch keyboards",
            "https://baymard.com/blog/mobile-touch-keyboards",
            "54 % of mobile sites do not open the right keyboards (2015)",
        ),
        Source(
            "Stripe, The state of European checkouts",
            "https://go.stripe.global/state-of-checkouts-2021",
            "20 % show no numeric keypad for card numbers (2021)",
        ),
    ),
    limits="Fields inside the frame of a payment provider are often out of sight. Postcodes count only in countries where they "
    "have nothing but digits.",
)
def keyboard_types(journey: JourneyRecord) -> Outcome:
    """Compare type and inputmode of the checkout's fields with what they ask for."""
    pages = [page for page in journey.pages if page.stage in CHECKOUT_STAGES]
    if not pages:
        return not_measurable(journey.why_not(Stage.CHECKOUT))
    asked = {
        selector_of(field.control): (page, field)
        for page in pages
        for field in page.facts.checkout_fields
        if field.kind in _FITTING and field.confidence >= _SURE and _belongs(field.control)
    }
    if journey.country not in _NUMERIC_POSTCODES:
        asked = {key: found for key, found in asked.items() if found[1].kind != "postcode"}
    if not asked:
        return not_applicable("The checkout asks for nothing that would need a keyboard of its own.")
    wrong = [(page, field) for page, field in asked.values() if not _fits(field.control, _FITTING[field.kind])]
    findings = [
        Finding(
            f"“{field.label or selector_of(field.control)}” asks for {_NAMES[field.kind]} with the keyboard for letters.",
            selector_of(field.control),
            field.control.box,
            page.url,
            f"keyboard {field.kind}",
        )
        for page, field in wrong
    ]
    share = 1 - len(wrong) / len(asked)
    value, threshold = round(share, 2), f"≥ {_GOOD:.0%}"
    if share >= _GOOD:
        said = f"{len(asked) - len(wrong)} of {counted(len(asked), 'field')} with a keyboard of their own open it."
        return passed(said, value=value, threshold=threshold)
    message = f"{len(wrong)} of {counted(len(asked), 'field')} would need another keyboard than the one for letters. {findings[0].message}"
    outcome = failed if share < _POOR and len(wrong) > _FEW else warned
    return outcome(message, findings=findings, value=value, threshold=threshold)


def _belongs(control: Control) -> bool:
    """Whether it is a field to type into that is none of every page's header or footer."""
    return control.tag == "input" and not control.readonly and control.landmark not in _ELSEWHERE


def _fits(control: Control, fitting: frozenset[str]) -> bool:
    mode = control.attrs.get("inputmode", "").lower()
    return mode in fitting or (not mode and control.type in fitting)

"""mobile-keyboard-types."""

import re

from auditor.api import (
    Control,
    Effort,
    Field,
    Finding,
    JourneyRecord,
    Outcome,
    PageRecord,
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
from auditor_checks.numeric_postcodes import only_digits
from auditor_checks.page_links import CHECKOUT_STAGES
from auditor_checks.selectors import selector_of
from auditor_checks.wording import portion

_DIGITS = frozenset({"number", "tel", "numeric", "decimal"})
# Which keyboards fit what a field asks for, as types or input modes.
_FITTING = {
    **dict.fromkeys(("email", "email_again"), frozenset({"email"})),
    **dict.fromkeys(("phone", "card_number", "card_code", "postcode"), _DIGITS),
}
_NAMES = {
    **dict.fromkeys(("email", "email_again"), say("an e-mail address")),
    "phone": say("a phone number"),
    "card_number": say("a card number"),
    "card_code": say("a security code"),
    "postcode": say("a postcode of digits"),
}
_DIGITS_ONLY = re.compile(r"(?:\[0-9\]|\\d)[*+]?(?:\{\d+(?:,\d*)?\})?")  # iPhones open the digits for such a pattern
_ELSEWHERE = frozenset({"header", "nav", "footer", "search"})
_SURE = 0.7
_GOOD, _POOR = 0.9, 0.6
_FEW = 1
_CERTAIN = frozenset({"email", "phone"})  # what no field of letters is mistaken for


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
    limits="Fields inside the frame of a payment provider are often out of sight. Postcodes count only where all countries offered have "
    "nothing but digits in them. Expiry dates are left out, since they may need a slash. A single field fails only if it asks for an "
    "e-mail address or a phone number.",
)
def keyboard_types(journey: JourneyRecord) -> Outcome:
    """Compare type and inputmode of the checkout's fields with what they ask for."""
    pages = [page for page in journey.pages if page.stage in CHECKOUT_STAGES]
    if not pages:
        return not_measurable(journey.why_not(Stage.CHECKOUT))
    pages += journey.more_forms
    asked = {
        (selector_of(field.control), field.kind, field.label): (page, field)  # many fields have neither a name nor an id of their own
        for page in pages
        for field in page.facts.checkout_fields
        if field.kind in _FITTING and field.confidence >= _SURE and _belongs(field.control) and not _takes_both(page, field.control)
    }
    if not only_digits(journey.country, pages):
        asked = {key: found for key, found in asked.items() if found[1].kind != "postcode"}
    if not asked:
        return not_applicable(say("The checkout asks for nothing that would need a keyboard of its own."))
    wrong = [(page, field) for page, field in asked.values() if not _fits(field.control, _FITTING[field.kind])]
    findings = [
        Finding(
            say("“{field}” asks for {asked} with the keyboard for letters.", field=_called(page, field), asked=_NAMES[field.kind]),
            selector_of(field.control),
            field.control.box,
            page.url,
            f"keyboard {field.kind}",
        )
        for page, field in wrong
    ]
    share = 1 - len(wrong) / len(asked)
    value, threshold = round(share, 2), say("≥ {share:.0%}", share=_GOOD)
    if share >= _GOOD:
        message = portion(
            len(asked) - len(wrong),
            len(asked),
            "field",
            "opens the keyboard that fits what is asked for.",
            "open the keyboard that fits what is asked for.",
        )
        return passed(message, value=value, threshold=threshold)
    example = findings[0].message if len(wrong) == 1 else say("For example, {example}", example=findings[0].message)
    message = portion(
        len(wrong),
        len(asked),
        "field",
        "opens the keyboard for letters, which does not fit.",
        "open the keyboard for letters, which does not fit.",
    )
    sure = len(wrong) > _FEW or any(field.kind in _CERTAIN for _, field in wrong)
    outcome = failed if share < _POOR and sure else warned
    return outcome(together(message, example, between=" "), findings=findings, value=value, threshold=threshold)


def _belongs(control: Control) -> bool:
    """Whether it is a field to type into that is none of every page's header or footer."""
    return control.tag == "input" and not control.readonly and control.landmark not in _ELSEWHERE


def _fits(control: Control, fitting: frozenset[str]) -> bool:
    mode = control.attrs.get("inputmode", "").lower()
    by_pattern = fitting is _DIGITS and bool(_DIGITS_ONLY.fullmatch(control.attrs.get("pattern", "")))
    return mode in fitting or (not mode and (control.type in fitting or by_pattern))


def _called(page: PageRecord, field: Field) -> str:
    """The words about the field that say best what it asks for: some shops write only an example into it."""
    control, lexicon = field.control, page.facts.lexicon
    words = (field.label, control.label_text, control.placeholder, selector_of(control))
    return max(filter(None, words), key=lambda text: lexicon.score(f"field_{field.kind}", text))


def _takes_both(page: PageRecord, control: Control) -> bool:
    """Whether one field takes an e-mail address as well as a phone number or a user name."""
    lexicon, words = page.facts.lexicon, control.label_text or control.placeholder
    return lexicon.holds("field_email", words) and lexicon.holds("field_phone", words)

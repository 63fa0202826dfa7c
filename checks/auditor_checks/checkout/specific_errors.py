"""checkout-specific-errors."""

import re
from collections import Counter

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
    warned,
)
from auditor_checks.checkout.tried_form import PROBE, Message, TriedForm

_ENOUGH = 0.6
_THRESHOLD = f"≥ {_ENOUGH:.0%}"
# What only programs say: ERR_INVALID_ZIP, errors.email.invalid, [object Object], undefined, a template that was not filled in.
_TECHNICAL = re.compile(r"\b[A-Z]{2,}_[A-Z_\d]+\b|(?<![@./\w])[a-z]+(?:[._][a-z]+){2,}(?![\w@/])|\[object|\bundefined\b|\bNaN\b|\{\{|%s")
_EXAMPLE = re.compile(r"[@\d]")


@journey_check(
    id="checkout-specific-errors",
    category="checkout",
    title="Error messages say what is wrong and how to mend it",
    failure_title="Error messages do not say what is wrong",
    why="“Invalid” makes the shopper guess. Who does not find the mistake gives up, though a sign is all that is missing.",
    fix="Tell mistakes apart and name them: “The e-mail address needs an @ sign, for example anna@example.com”, “A postcode has "
    "5 digits”. Give an example of what you expect.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    stages=(Stage.ADDRESS,),
    devices="desktop",
    probes=(PROBE,),
    sources=(
        Source(
            "Baymard Institute, Adaptive error messages",
            "https://baymard.com/blog/adaptive-validation-error-messages",
            "98 % of sites use generic messages (2023)",
        ),
        Source(
            "W3C, WCAG 2.2, success criterion 3.3.3 Error Suggestion", "https://www.w3.org/TR/WCAG22/#error-suggestion", "level AA (2023)"
        ),
    ),
    limits="E-mail address and postcode only. A message counts as specific if it gives a rule or an example with a sign or a "
    "number in it, or differs from those for other mistakes in the same field. Nearly all shops are generic here, so only messages "
    "that are no words for people fail.",
)
def specific_errors(journey: JourneyRecord) -> Outcome:
    """Read what is said about different mistakes in e-mail address and postcode."""
    form = TriedForm(journey)
    messages = form.messages
    if not messages:
        return _without_messages(form)
    codes = [m for m in messages if _TECHNICAL.search(m.said)]
    if codes:
        message = say(
            "A mistake in “{label}” is answered with “{said}”, which is a program's word, not a shopper's.",
            label=codes[0].label,
            said=codes[0].said,
        )
        findings = [form.finding(say("“{label}” says “{said}”.", label=m.label, said=m.said), f"{m.kind} {m.wrong}") for m in codes]
        return failed(message, findings=findings, value=0, threshold=_THRESHOLD)
    vague = [m for m in messages if not _is_specific(m, messages)]
    share = 1 - len(vague) / len(messages)
    good, verb = len(messages) - len(vague), "says" if len(messages) - len(vague) == 1 else "say"
    counted = say("{good} of {messages} messages {verb} what is wrong or how it should be", good=good, messages=len(messages), verb=verb)
    if share >= _ENOUGH:
        return passed(
            say("{counted}, such as “{said}”.", counted=counted, said=next(m for m in messages if m not in vague).said),
            value=round(share, 2),
            threshold=_THRESHOLD,
        )
    findings = [
        form.finding(say("“{label}” with {wrong} says “{said}”.", label=m.label, wrong=m.wrong, said=m.said), f"{m.kind} {m.wrong}")
        for m in vague
    ]
    few = (
        say("Only {counted}; not so", counted=counted)
        if share
        else say("None of the {messages} messages says what is wrong or how it should be:", messages=len(messages))
    )
    return warned(f"{few} “{vague[0].said}”.", findings=findings, value=round(share, 2), threshold=_THRESHOLD)


def _without_messages(form: TriedForm) -> Outcome:
    if form.was_refused and form.sent["native"]:
        return passed(say("The browser's own hints name what is wrong; the shop has no messages of its own."), threshold=_THRESHOLD)
    if form.sent["pressed"]:
        return not_applicable(say("The form said nothing about the mistakes in it; whether it says anything is another check."))
    return not_measurable(say("No message about a mistake was seen. {why}", why=form.sent["why"]))


def _is_specific(message: Message, messages: list[Message]) -> bool:
    said = Counter(m.said for m in messages if m.kind == message.kind)
    return _EXAMPLE.search(message.said) is not None or (len(said) > 1 and said[message.said] == 1)

"""checkout-specific-errors."""

import re
from collections import Counter
from collections.abc import Sequence

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
    normalise,
    not_applicable,
    not_measurable,
    passed,
    say,
    several,
    together,
    warned,
)
from auditor_checks.checkout.tried_form import PROBE, Reply, TriedForm
from auditor_checks.checkout.words import consists_of
from auditor_checks.page_links import CHECKOUT_STAGES

_ENOUGH = 0.6
_THRESHOLD = say("≥ {share:.0%}", share=_ENOUGH)
# What only programs say: ERR_INVALID_ZIP, errors.email.invalid, [object Object], undefined, a template that was not filled in.
_TECHNICAL = re.compile(r"\b[A-Z]{2,}_[A-Z_\d]+\b|(?<![@./\w])[a-z]+(?:[._][a-z]+){2,}(?![\w@/])|\[object|\bundefined\b|\bNaN\b|\{\{|%s")
_EXAMPLE = re.compile(r"[@\d]")
_ASIDE = re.compile(r"\([^)]*\)")  # "(optional)"
_JOINING = 4  # letters of a word that joins the last name to a list: and, und, och, oraz


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
    "number in it, or differs from those for other mistakes in the same field. A list of the fields to look at is no message. Nearly "
    "all shops are generic here, so only messages fail that are no words for people, that are the same for different fields, or that "
    "say no more than that something is wrong; one that names its field is a warning.",
)
def specific_errors(journey: JourneyRecord) -> Outcome:
    """Read what is said about different mistakes in e-mail address and postcode."""
    form = TriedForm(journey)
    names = _names(journey, form)
    messages = [m for m in form.messages if not _only_names_fields(m.said, names)]
    if not messages:
        return _without_messages(form)
    codes = [m for m in messages if _TECHNICAL.search(m.said)]
    if codes:
        message = say(
            "A mistake in “{label}” is answered with “{answer}”, which is a program's word, not a shopper's.",
            label=codes[0].label,
            answer=codes[0].said,
        )
        findings = [form.finding(say("“{label}” says “{answer}”.", label=m.label, answer=m.said), f"{m.kind} {m.wrong}") for m in codes]
        return failed(message, findings=findings, value=0, threshold=_THRESHOLD)
    vague = [m for m in messages if not _is_specific(m, messages)]
    share = 1 - len(vague) / len(messages)
    if share >= _ENOUGH:
        return passed(_good_ones(messages, vague), value=round(share, 2), threshold=_THRESHOLD)
    findings = [
        form.finding(say("“{label}” with {mistake} says “{answer}”.", label=m.label, mistake=m.wrong, answer=m.said), f"{m.kind} {m.wrong}")
        for m in vague
    ]
    outcome = failed if len(vague) == len(messages) and _is_empty(journey, messages) else warned
    return outcome(_vague_ones(messages, vague), findings=findings, value=round(share, 2), threshold=_THRESHOLD)


def _is_empty(journey: JourneyRecord, messages: Sequence[Reply]) -> bool:
    """Whether messages say no more than that something is wrong: in no other words, or the same for different fields."""
    alike = {m.said for m in messages}
    if len(alike) == 1 and len({m.kind for m in messages}) > 1:
        return True
    languages = {page.facts.language for page in journey.pages if page.stage in CHECKOUT_STAGES}
    return all(any(consists_of("merely_wrong", language, said) for language in languages) for said in alike)


def _names(journey: JourneyRecord, form: TriedForm) -> list[str]:
    """What the fields of the checkout are called, longest first, without what says that they need not be filled in."""
    labels = [f.label for page in journey.pages if page.stage in CHECKOUT_STAGES for f in page.facts.fields]
    labels += [m.label for m in form.messages]
    named = {normalise(_ASIDE.sub(" ", label)) for label in labels}
    return sorted(named - {""}, key=lambda name: (-len(name), name))


def _only_names_fields(said: str, names: Sequence[str]) -> bool:
    """Whether a message is a list of fields ("2 entries to check: Last name, Postcode"): what is wrong stands elsewhere."""
    _, colon, told = said.rpartition(":")
    if _EXAMPLE.search(told):
        return False
    rest, found = f" {normalise(told)} ", 0
    for name in names:
        found += f" {name} " in rest
        rest = rest.replace(f" {name} ", "  ")
    return found > (0 if colon else 1) and all(len(word) <= _JOINING for word in rest.split())


def _good_ones(messages: Sequence[Reply], vague: Sequence[Reply]) -> Message:
    return several(
        len(messages) - len(vague),
        "{n} of {total} messages says what is wrong or how it should be, such as “{example}”.",
        "{n} of {total} messages say what is wrong or how it should be, such as “{example}”.",
        total=len(messages),
        example=next(m for m in messages if m not in vague).said,
    )


def _vague_ones(messages: Sequence[Reply], vague: Sequence[Reply]) -> Message:
    good, total, example = len(messages) - len(vague), len(messages), vague[0].said
    if not good:
        return say("None of the {total} messages says what is wrong or how it should be: “{example}”.", total=total, example=example)
    return several(
        good,
        "Only {n} of {total} messages says what is wrong or how it should be; not so “{example}”.",
        "Only {n} of {total} messages say what is wrong or how it should be; not so “{example}”.",
        total=total,
        example=example,
    )


def _without_messages(form: TriedForm) -> Outcome:
    if form.was_refused and form.sent["native"]:
        return passed(say("The browser's own hints name what is wrong; the shop has no messages of its own."), threshold=_THRESHOLD)
    if form.sent.get("told"):
        if form.messages:
            return not_measurable(say("What the form said only names the fields to look at; what it says beside them was not recognised."))
        return not_measurable(say("What the form said names neither the e-mail address nor the postcode."))
    if form.sent["pressed"]:
        return not_applicable(say("The form said nothing about the mistakes in it; whether it says anything is another check."))
    return not_measurable(together(say("No message about a mistake was seen."), form.sent["why"], between=" "))


def _is_specific(message: Reply, messages: list[Reply]) -> bool:
    said = Counter(m.said for m in messages if m.kind == message.kind)
    return _EXAMPLE.search(message.said) is not None or (len(said) > 1 and said[message.said] == 1)

"""checkout-address-line2."""

from auditor.api import (
    Effort,
    JourneyRecord,
    Outcome,
    Severity,
    Source,
    Stage,
    country_name,
    failed,
    journey_check,
    not_applicable,
    passed,
    say,
    several,
    warned,
)
from auditor_checks.checkout.steps import Asked, address_fields, listed
from auditor_checks.checkout.words import listed_for

_RARE = ("address2", "company")


@journey_check(
    id="checkout-address-line2",
    category="checkout",
    title="Rare address fields are folded away",
    failure_title="A second address line or a company must be filled in",
    why="Few shoppers need a second address line or a company. The others stop there and wonder what they have to write.",
    fix="Put both behind a link such as “Add apartment or company”, which opens the field.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    stages=(Stage.CHECKOUT, Stage.ADDRESS),
    sources=(
        Source(
            "Baymard Institute, Address line 2",
            "https://baymard.com/blog/address-line-2",
            "only 20 % of sites hide it; 30 % of test users stopped at it",
        ),
    ),
    limits="Not judged in countries where addresses have a second part as a rule.",
)
def address_line2(journey: JourneyRecord) -> Outcome:
    """Look for fields of a second address line or a company that are in sight."""
    if journey.country in listed_for("second_line_countries"):
        return not_applicable(say("Addresses in {country} have more than one line.", country=country_name(journey.country)))
    rare = [a for a in address_fields(journey) if _is_rare(a)]
    if not rare:
        return passed(say("No second address line and no company are asked for at first sight."), value=0, threshold="0")
    findings = [a.finding(say("“{field}” is in sight although few shoppers need it.", field=a.label)) for a in rare]
    demanded = [a for a in rare if a.field.control.required and not a.page.facts.lexicon.mentions("optional", a.field.label)]
    if demanded:
        message = several(
            len(demanded),
            "{fields} must be filled in, although few shoppers need it.",
            "{fields} must be filled in, although few shoppers need them.",
            fields=listed([a.label for a in demanded]),
        )
        return failed(message, findings=findings, value=len(rare), threshold="0")
    names = listed([a.label for a in rare])
    message = several(len(rare), "{fields} could be folded away.", "{fields} could be folded away.", fields=names)
    return warned(message, findings=findings, value=len(rare), threshold="0")


def _is_rare(asked: Asked) -> bool:
    """Whether the field is one of the rare ones by its own label, not only by its name in the source."""
    field = asked.field
    words = [w for w in (field.label, field.control.placeholder) if w]
    return field.kind in _RARE and any(asked.page.facts.lexicon.has(f"field_{field.kind}", w, at_least=0.6) for w in words)

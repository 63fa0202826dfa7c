"""checkout-no-unneeded-data."""

from auditor.api import Effort, JourneyRecord, Outcome, Severity, Source, Stage, failed, journey_check, passed, say, warned
from auditor_checks.checkout.marks import is_demanded
from auditor_checks.checkout.steps import Asked, address_fields, listed
from auditor_checks.checkout.words import listed_for, says

_NEEDLESS = frozenset({"birth_date", "salutation", "company"})


@journey_check(
    id="checkout-no-unneeded-data",
    category="checkout",
    title="The checkout demands no personal data it does not need",
    failure_title="The checkout demands personal data it does not need",
    why="No parcel needs a date of birth or a form of address. Asking for it costs trust and breaks the rule of data minimisation.",
    fix="Remove date of birth, form of address, company, fax and surveys from the form, or make them optional.",
    severity=Severity.MAJOR,
    effort=Effort.XS,
    stages=(Stage.CHECKOUT, Stage.ADDRESS),
    needs=("html",),
    sources=(
        Source(
            "Baymard Institute, Explain the phone number field",
            "https://baymard.com/blog/explain-phone-number-field",
            "27 % of shoppers are reluctant to give their date of birth, 14 % their gender (2025)",
        ),
        Source(
            "EU, General Data Protection Regulation (EU) 2016/679, Art. 5(1)(c)",
            "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
            "data minimisation (2016)",
        ),
    ),
    limits="Only fields that the page marks as required, in markup or with an asterisk. A company alone is a "
    "warning. Shops that must know an age or a company do so on purpose.",
)
def no_unneeded_data(journey: JourneyRecord) -> Outcome:
    """Look for required fields that no delivery needs."""
    demanded = [a for a in address_fields(journey) if _is_needless(a, journey.country)]
    if not demanded:
        return passed(say("Only what the delivery needs is demanded."), value=0, threshold="0")
    findings = [a.finding(say("“{label}” must be filled in, although no delivery needs it.", label=a.label)) for a in demanded]
    surely = [a for a in demanded if a.field.kind != "company"]  # who sells to companies must know which
    outcome = failed if len(surely) > 1 else warned
    message = say("The checkout demands {fields}.", fields=listed([a.label for a in demanded]))
    return outcome(message, findings=findings, value=len(demanded), threshold="0")


def _is_needless(asked: Asked, country: str) -> bool:
    field = asked.field
    if not is_demanded(asked):
        return False
    if field.kind == "tax_id":
        return bool(country) and country not in listed_for("tax_number_countries")
    named = any(asked.page.facts.lexicon.has(f"field_{field.kind}", w, at_least=0.6) for w in (field.label, field.control.placeholder) if w)
    return (field.kind in _NEEDLESS and named) or says("needless", asked.page.facts.language, field.label)
